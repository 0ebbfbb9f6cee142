"""What one can do about the findings of each check: one way out, for the most usual cause."""

from __future__ import annotations

from kursbuch_press.checks.findings import Kind

_REMEDIES: dict[str, str] = {
    "syntax": "Die Datei aus dem Programm, das sie gemacht hat, neu ausgeben; wo die Presse sie gemacht hat: neu bauen.",
    "damage": "Die Datei neu ausgeben oder noch einmal schicken lassen; beim Speichern oder Übertragen ging etwas verloren.",
    "encryption": "Die Datei ohne Kennwort und ohne Rechte-Einschränkung neu speichern.",
    "standard": "Beim Ausgeben den verlangten Standard wählen, etwa „PDF/X-4“.",
    "output-intent": "Beim Ausgeben die Ausgabebedingung der Druckerei wählen; in der Presse steht sie im Profil (printer:).",
    "boxes": "Beim Ausgeben Endformat und Anschnitt angeben.",
    "page-size": "Endformat und Anschnitt der Druckerei einstellen; in der Presse stehen sie im Druckereiprofil (printer:).",
    "page-count": "Leerseiten am Ende zugeben oder kürzen, bis die Zahl aufgeht.",
    "colour-space": "Bilder und Farben in CMYK oder Grau anlegen; in der Presse nur Farben aus layouts/palette.yaml nehmen.",
    "ink": "Dunkle Bilder mit dem Profil der Druckerei neu umrechnen, in gemischten Flächen Farbe wegnehmen.",
    "black-text": "Text und feine Linien in reinem Schwarz (0/0/0/100) anlegen.",
    "overprint": "Bei weißen Objekten „Überdrucken“ ausschalten.",
    "fonts": "Alle Schriften einbetten; im Buch nur die Schriften aus layouts/ verwenden.",
    "gradients": "Den Verlauf neu anlegen oder durch eine Fläche ersetzen.",
    "resolution": "Das Bild größer liefern oder kleiner setzen.",
    "picture-data": "Das Bild mit 8 Bit je Kanal als TIFF, PNG oder JPEG speichern.",
    "line-width": "Die Linie mindestens so stark anlegen wie die Grenze.",
    "text-size": "Den Text größer setzen oder kürzen.",
    "annotations": "Kommentare, Links und Felder vor dem Ausgeben entfernen.",
    "transparency": "Transparenz beim Ausgeben reduzieren oder PDF/X-4 vereinbaren.",
    "file-name": "Die Datei umbenennen.",
    "safe-area": "Den Text vom Rand wegrücken, oder mit der Druckerei einen kleineren Abstand vereinbaren.",
    "bleed": "Die Fläche oder das Bild bis in den Anschnitt ziehen.",
    "empty-pages": "Die leere Seite streichen oder in der Quelle begründen.",
    "notes": "Die Stelle im Text ändern, bis Zeichen und Fußnote auf eine Seite passen.",
    "widows": "Den Absatz um einige Wörter kürzen oder verlängern.",
    "headings": "Den Text davor kürzen oder verlängern, damit die Überschrift weiterrückt.",
    "overflow": "Den Text an der Stelle kürzen oder das lange Wort mit Trennstellen in die Ausnahmeliste aufnehmen.",
    "hyphenation": "Das Wort in die Ausnahmeliste der Ausgabe aufnehmen.",
    "release": (
        "In imprint.yaml die Angaben vervollständigen und ihr „muster: true“ löschen; "
        "in kursbuch.yaml „muster: false“ und die richtige Adresse im Netz schreiben."
    ),
    "claim": "Beim Ausgeben „PDF/UA“ wählen.",
    "second-part": "Die Datei mit einem Programm ausgeben, das PDF/UA-2 schreibt, oder als PDF/UA-1 ausgeben.",
    "title": "In den Eigenschaften der Datei einen Titel eintragen, der sagt, worum es geht.",
    "language": "Die Sprache des Dokuments, und die von fremdsprachigen Stellen, im Ausgangsprogramm angeben.",
    "tagging": "Mit Tags ausgeben (in Word: „Dokumentstrukturtags“; in LibreOffice: „Universelle Barrierefreiheit“).",
    "parent-tree": "Die Datei aus dem Ausgangsprogramm neu mit Tags ausgeben; Tags nicht von Hand umbauen.",
    "all-tagged": "Schmuck als Artefakt auszeichnen, alles andere taggen.",
    "lists": "Aufzählungen mit der Listenfunktion machen und neu ausgeben.",
    "tables": "Tabellen regelmäßig bauen und ihre Kopfzeile auszeichnen.",
    "figures": "In einem Satz sagen, was das Bild zeigt; Schmuck als solchen kennzeichnen.",
    "links": "Links mit Worten beschreiben und ihr Ziel prüfen.",
    "contents": "Das Inhaltsverzeichnis vom Programm anlegen lassen.",
    "bookmarks": "Beim Ausgeben Lesezeichen aus den Überschriften anlegen lassen.",
    "page-labels": "Beim Ausgeben die gedruckten Seitenzahlen übernehmen.",
    "font-programs": "Die Datei mit einem anderen Programm oder einer anderen Schrift neu ausgeben.",
    "abbreviations": "Abkürzungen beim ersten Mal ausschreiben.",
    "reading-order": "Die Reihenfolge im Ausgangsprogramm richten und neu ausgeben.",
    "operation": "Felder und Anmerkungen benennen; Tabulatorfolge „nach Struktur“ einstellen.",
    "movement": "Bewegte Inhalte, Ton und Skripte entfernen oder beschreiben.",
    "layers": "Ebenen und Anhänge benennen, Ebenen nicht automatisch schalten.",
    "pictures-of-text": "Die Seite mit einer Texterkennung (OCR) bearbeiten oder den Text neu setzen.",
    "text-contrast": "Den Text dunkler oder seinen Grund heller machen.",
    "graphics-contrast": "Kräftigere Farben nehmen oder Flächen mit Linien trennen.",
    "word-language": "Alles markieren und unter „Überprüfen“, „Sprache“ die Sprache festlegen.",
    "word-title": "Unter „Datei“, „Informationen“ einen Titel eintragen.",
    "word-headings": "Überschriften mit den Formatvorlagen „Überschrift 1“, „Überschrift 2“ … auszeichnen.",
    "word-pictures": "Bild rechts anklicken, „Alternativtext anzeigen“, in einem Satz sagen, was es zeigt.",
    "word-tables": "Erste Zeile markieren, „Tabelleneigenschaften“, „Zeile“, als Überschrift wiederholen.",
    "word-lists": "Die getippten Zeichen löschen und die Listenfunktion benutzen.",
    "word-spacing": "Leere Absätze und Leerzeichen löschen, Abstände in der Formatvorlage einstellen.",
    "word-links": "Den Linktext so schreiben, dass er sagt, wohin es geht.",
    "word-contrast": "Die Schriftfarbe dunkler oder die Füllung heller wählen.",
    "word-floating": "„Layoutoptionen“, „Mit Text in Zeile“ wählen.",
}
_OF_READING = {
    "fonts": "Schriften beim Ausgeben einbetten; eine beschädigte Schrift neu installieren und die Datei neu ausgeben.",
    "headings": "Überschriften im Ausgangsprogramm mit Formatvorlagen auszeichnen, ohne Ebenen zu überspringen.",
    "notes": "Fußnoten mit der Fußnotenfunktion anlegen und neu mit Tags ausgeben.",
}
"""Checks that have the same name for print and for reading, but another way out."""

_IN_THE_PRESS = {
    "title": "title in sources/kursbuch.yaml, bei einem Blatt title oder question seines Kapitels, aussagekräftig schreiben.",
    "language": "language in sources/kursbuch.yaml prüfen, in einer Vorlage das Attribut lang.",
    "headings": "Die Vorlage in layouts/ prüfen: Überschriften (h1, h2 …) folgen ohne Sprung aufeinander, keine ist leer.",
    "lists": "Die Vorlage in layouts/ prüfen: In ul und ol stehen nur li.",
    "tables": "In der Quelle jede Zeile mit gleich vielen Zellen schreiben; in der Vorlage stehen Köpfe als th.",
    "figures": "Unter alt in einem Satz sagen, was das Bild zeigt; Schmuck mit decorative: true kennzeichnen.",
    "links": "Den Link mit Worten beschreiben, die sagen, wohin er führt: [Worte](https://…).",
    "notes": "Die Vorlage der Fußnote in layouts/html/ aus git zurückholen.",
    "contents": "Die Vorlage des Inhaltsverzeichnisses in layouts/page/nodes/ aus git zurückholen.",
    "bookmarks": "Die Überschriften der Vorlagen in layouts/page/nodes/ prüfen; aus ihnen entstehen Lesezeichen.",
    "fonts": "Nur Schriften verwenden, die in layouts/fonts/ liegen oder mit der Presse kommen.",
    "font-programs": "Die Schrift in layouts/fonts/ neu von ihrem Hersteller holen.",
    "text-contrast": "Die Farbe in layouts/palette.yaml dunkler oder ihren Grund heller machen, oder im Stylesheet wechseln.",
    "graphics-contrast": "In der Zeichnung kräftigere Farben nehmen oder Flächen mit Linien trennen.",
    "all-tagged": "Die Vorlage in layouts/ prüfen: Was etwas sagt, steht in ihrem Text, was schmückt, in einem leeren Element.",
    "reading-order": "In der Vorlage das, was zuerst gelesen wird, vor das andere schreiben.",
    "damage": "Die Vorlagen und Bilder der Seite prüfen und neu bauen.",
}
"""What can be done about a file of the press itself, where that is something else than in another program."""


def remedy_in_the_press(check: str) -> str:
    """Give the way out for a file that the press made from sources and layouts."""
    return _IN_THE_PRESS.get(check) or remedy_for(Kind.PDF, check)


def remedy_for(kind: Kind, check: str) -> str:
    """Give the way out, empty where there is none that always helps."""
    other = _OF_READING if kind is not Kind.PRINT else {}
    return other.get(check, _REMEDIES.get(check, ""))
