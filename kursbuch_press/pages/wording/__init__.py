"""The German words and messages of the pages room."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.words import nearest

STYLE_WARNING = "WeasyPrint meldet: {message}"
STYLE_HINT = "die Vorlage oder das Stylesheet in layouts/ berichtigen"
LOST_SIGN = "Keine Schrift der Presse hat das Zeichen {sign}; es bliebe ein leeres Kästchen."
LOST_SIGN_HINT = "das Wort mit lateinischen Buchstaben schreiben, ein Bildzeichen löschen oder in Worten sagen"
ON_PAGE = "Auf Seite {folio}"
ON_SHEET = "Auf dem Blatt „{sheet}“, Seite {folio},"
OVERFULL = "{where} läuft eine Zeile über den Rand ihrer Spalte: »{words}«."
OVERFULL_HINT = (
    "das lange Wort teilen oder kürzen, oder seine Trennstellen unter hyphenation in sources/kursbuch.yaml angeben; "
    "in Tabellen der Spalte mehr Breite geben (width)"
)
OVERLAP = "{where} liegt Text auf anderem Text: »{words}« auf »{under}«."
OVERLAP_HINT = "den längeren der beiden Texte kürzen; einem langen Titel einen kurzen an die Seite stellen (short_title)"
LONG_TITLE = "Der Titel »{words}« hat {length} Zeichen; in Kolumnentitel, Zeitleiste und Umschlag ist Platz für etwa {most}."
LONG_TITLE_HINT = "einen kurzen Titel mit höchstens {most} Zeichen angeben: short_title: …"
LONG_HEAD = "Als Kolumnentitel nimmt die Überschrift »{words} …« auf Seite {folio} {lines} Zeilen ein; zwei haben Platz."
LONG_HEAD_HINT = "die Überschrift kürzen"
SHORT_PAGE = "Seite {folio} endet {lines} Zeilen über ihrem Fuß; was hier beginnt, steht erst auf der nächsten."
SHORT_PAGE_SHORTEN = "davor {lines} kürzen, dann rückt es auf diese Seite; oder davor bis zu {{free}} Zeilen mehr schreiben"
SHORT_PAGE_ADD = "davor bis zu {free} Zeilen mehr schreiben, oder Bild, Tabelle oder Kasten an eine andere Stelle setzen"
ONE_LINE = "eine Zeile"
SOME_LINES = "{lines} Zeilen"
CROWDED = {
    "title": (
        "Der Titel ist so lang, dass er in das Bild darunter läuft.",
        "den Titel kürzen; was er sonst noch sagt, in motto, claim oder lead sagen",
    ),
    "claim": ("Titel und Leitsatz sind zusammen so lang, dass sie in das Bild darunter laufen.", "claim oder title kürzen"),
    "motto": ("Titel und Motto sind zusammen so lang, dass sie in das Bild darunter laufen.", "motto oder title kürzen"),
    "about": ("Der Text über das Buch läuft auf der Rückseite des Umschlags in die Linien darunter.", "about kürzen"),
    "issued_by": ("Der Name des Herausgebers läuft auf dem Umschlag in die Linien darüber.", "issued_by kürzen"),
}
"""What is said of words that run into a picture, and what to do, by the field in which they stand."""
OVERLAP_SHEET_HINT = "den längeren der beiden Texte kürzen; die Maße des Blattes bleiben, damit alle Blätter gleich sind"
BELOW_PAGE = "{where} reicht Text unter den Satzspiegel: »{words}«."
BELOW_PAGE_HINT = "den Text kürzen oder teilen"
NO_GLYPH = "Diese Zeichen der Zeichnung gibt es in keiner Schrift des Buches: {signs}"
NO_GLYPH_HINT = "andere Zeichen verwenden oder den Text im Zeichenprogramm in Pfade umwandeln"
FOREIGN_TYPEFACE = "Die Schrift der Zeichnung gehört nicht zum Buch; der Text wird in einer anderen gesetzt: {names}"
FOREIGN_TYPEFACE_HINT = "mit {face} zeichnen oder den Text im Zeichenprogramm in Pfade umwandeln"
NOT_DRAWN = "Die Zeichnung kann nicht gezeichnet werden."
NOT_DRAWN_HINT = "im Zeichenprogramm vereinfachen und als „einfaches SVG“ speichern"
HIGH_ROW = "{where} fehlt der Kopf der Tabelle „{head}“, weil diese Zeile mit ihm nicht auf eine Seite passt: »{words}«."
HIGH_ROW_HINT = "die Zeile kürzen oder auf zwei verteilen, oder ihrer längsten Spalte mehr Breite geben (width)"
REFUSED_ADDRESS = (
    "Die Adresse „{url}“ wird nicht geladen: Die Presse holt nichts aus dem Netz und nichts von außerhalb des Projekts."
)
REFUSED_ADDRESS_HINT = (
    "ein Bild nach sources/pictures/ legen und als Abbildung ins Buch nehmen; eine Zeichnung gehört nach layouts/drawings/"
)
ENDLESS = "Das Setzen ist nach {seconds} s nicht zu Ende; das ist die Grenze in layouts/geometry.yaml (seconds)."
ENDLESS_HINT = (
    "die letzte Änderung an Stylesheets und Vorlagen zurücknehmen; "
    "ist nur das Kapitel so lang, es teilen oder diese Grenze höher setzen, als es braucht"
)
NO_IMPORT = "„{word}“ gibt es hier nicht: Alle Stylesheets des Ordners gelten, in der Reihenfolge ihrer Namen."
NO_IMPORT_HINT = "die Zeile löschen; die Regeln in eine eigene Datei desselben Ordners schreiben, zum Beispiel 60-eigenes.css"
NO_FONT_FACE = "„@{word}“ gibt es hier nicht: Die Schriften der Presse und die Dateien in layouts/fonts/ gelten von selbst."
NO_FONT_FACE_HINT = "den Block löschen, eine eigene Schrift nach layouts/fonts/ legen und sie mit font-family beim Namen nennen"
NO_SWATCH = "„--{name}“ ist weder eine Farbe aus layouts/palette.yaml noch in diesem Ordner festgelegt."
NO_XML = "Was die Vorlage schreibt, ist keine Zeichnung: Bei „{words}“ ist etwas nicht geschlossen oder falsch geschrieben."
NO_XML_AT_END = "Was die Vorlage schreibt, ist keine Zeichnung: Bis zum Ende ist etwas nicht geschlossen."
EMPTY_DRAWING = "Die Vorlage ist leer: Sie schreibt keine Zeichnung."
NO_SVG = (
    'Was die Vorlage schreibt, ist keine Zeichnung: Es beginnt mit <{tag}> statt mit <svg xmlns="http://www.w3.org/2000/svg">.'
)
NO_SVG_HINT = 'die Vorlage aus git zurückholen, oder mit <svg xmlns="http://www.w3.org/2000/svg" viewBox="…"> beginnen'
NO_XML_HINT = "zu jedem <…> das schließende </…> ergänzen und & als &amp; schreiben"
NO_ELEMENT = "<{name}> gibt es in Vorlagen nicht: Programme, Rahmen, Ton und Bewegung kämen nicht ins Buch."
NO_ELEMENT_HINT = "das Element löschen; Text, Bilder und Zeichnungen stehen unmittelbar in der Vorlage"
NO_OPACITY = (
    "Durchscheinendes (opacity) gibt es im Buch nicht: Es lässt sich nicht sauber drucken, und Text darin nicht vorlesen."
)
NO_OPACITY_HINT = "eine hellere Farbe der Palette nehmen, zum Beispiel eine Tönung wie var(--elbe-light)"
NO_FAMILY = "Die Schrift „{name}“ bringt die Presse nicht mit; gesetzt würde eine andere."
NO_FAMILY_HINT = "möglich sind: {names}; eine eigene Schrift kommt als Datei nach layouts/fonts/"
FOREIGN_COLOUR = "Die Farbe „{name}“ ist keine benannte Farbe."
FOREIGN_COLOUR_HINT = "eine Farbe aus layouts/palette.yaml verwenden, zum Beispiel var(--elbe)"
UNSETTLED = "Die Seitenzahlen kommen nicht zur Ruhe: Nach {rounds} Durchgängen ändern sich noch Verweise."
LOST_ANCHOR = "Auf „{target}“ wird verwiesen, aber keine Vorlage gibt diesem Text seine id."
LOST_ANCHOR_HINT = 'in der Vorlage id="{{ node.address | anchor }}" ergänzen'
UNKNOWN_SWATCH = "Die Farbe „{name}“ gibt es nicht mit einem hellen Ton."
NO_CACHE = "In „{folder}“ kann nicht geschrieben werden; die Presse braucht diesen Ordner. Reichen Platz und Schreibrecht?"
UNEVEN_LINES = "Auf eine Seite passen {lines} Zeilen zu {line} pt; gegenüberliegende Seiten enden so nicht auf derselben Zeile."
UNEVEN_LINES_HINT = "margins: bottom auf {bottom} setzen ({lines} Zeilen), oder top und bottom anders aufteilen"
NO_TYPE_AREA = "Auf der Seite bleibt kein Satzspiegel: Die Stege sind zusammen so groß wie das Format."
NO_TYPE_AREA_HINT = "die Stege (margins) verkleinern oder in sources/kursbuch.yaml ein größeres Format (trim) wählen"
NO_TYPEFACES = "Die Schriften fehlen (Pakete fontpkg-…); `python3 build.py test` richtet sie ein."
NO_FONT = "Die Datei lässt sich nicht als Schrift lesen."
NO_FONT_HINT = "die Schrift als TTF oder OTF mit einem Namen darin besorgen, oder die Datei löschen"
PACKED_FONT = "Schriften in der Form {ending} nimmt die Presse nicht."
PACKED_FONT_HINT = "dieselbe Schrift als einzelne Dateien (.ttf oder .otf) besorgen, eine für jeden Schnitt"
VARIABLE_FONT = "Die Schrift „{name}“ ist eine variable; gesetzt würde nur ein Schnitt von ihr."
VARIABLE_FONT_HINT = "die festen Schnitte (static) derselben Schrift besorgen, eine Datei für jeden"
NO_EMBEDDING = "Die Schrift „{name}“ darf nach ihrer eigenen Angabe nicht eingebettet werden (fsType {rights}: {why})."
NO_EMBEDDING_HINT = "beim Hersteller eine Fassung mit dem Recht zum Einbetten besorgen, oder eine andere Schrift nehmen"
EMBEDDING = {
    "restricted": "Einbetten nur mit Erlaubnis",
    "whole": "nur als Ganzes, die Presse bettet nur die gebrauchten Zeichen ein",
    "bitmaps": "nur Bilder der Zeichen",
}
NO_LICENCE = "Bei den Schriften in diesem Ordner liegt kein Lizenztext."
NO_LICENCE_HINT = "den Lizenztext als Textdatei dazulegen, zum Beispiel {folder}/OFL.txt"
LACKS_WEIGHT = (
    "Die Schrift „{name}“ hat keinen Schnitt „{wanted}“; gesetzt wird ein anderer, zuerst auf Seite {folio}: »{words}«."
)
LACKS_WEIGHT_HINT = "in {folder} eine Stärke wählen, die es gibt ({there}), oder den Schnitt nach layouts/fonts/ legen"
LACKS_SIGNS = "Der Schrift „{name}“ fehlen Zeichen; sie kommen aus einer anderen, zuerst auf Seite {folio}: {signs}"
LACKS_SIGNS_HINT = "eine Schrift wählen, die sie hat"
LACKS_HYPHEN_HINT = 'in {folder} ins Stylesheet schreiben: html {{ hyphenate-character: "-" }}'
ITALIC = "{weight} kursiv"
UNKNOWN_ILLUSTRATION = "Ein Bild „{name}“ hat das Haus nicht."

NO_PDF = "{path}: Das ist keine PDF-Datei, die sich öffnen lässt."


UNUSED_PROFILE = "das Farbprofil im Bild passt nicht zu ihm und blieb ungenutzt"
FEW_DOTS = "Das Bild „{name}“ hat bei {width} mm Breite nur {dpi} dpi; die Druckerei braucht {wanted} dpi."
FEW_DOTS_HINT = "ein Bild mit mehr Bildpunkten verwenden"
FEW_DOTS_OR_SMALLER = "ein Bild mit mehr Bildpunkten verwenden oder es höchstens {widest} mm breit zeigen"
TOO_HIGH = "Das Bild „{name}“ ist bei {width} mm Breite {high} mm hoch; auf einer Seite ist Platz für {room} mm."
TOO_HIGH_HINT = "das Bild beschneiden oder teilen"
NARROWER = "width: {percent} wählen"


def no_swatch_hint(wanted: str, known: Sequence[str]) -> str:
    """Say which colour a stylesheet may mean."""
    near = nearest(wanted, known)
    return f"gemeint ist vielleicht var(--{near})" if near else "einen Namen aus layouts/palette.yaml nehmen"


def unknown_swatch_hint(wanted: str, known: Sequence[str]) -> str:
    """Say which colours a chapter may have."""
    if not known:
        return "in layouts/palette.yaml die Farbe und einen hellen Ton anlegen, der wie sie heißt, mit „-light“ dahinter"
    near = nearest(wanted, known)
    return f"gemeint war vielleicht „{near}“; " * bool(near) + f"möglich sind: {listed(known)}"


def unknown_illustration_hint(wanted: str, known: Sequence[str]) -> str:
    """Say which pictures the house has."""
    near = nearest(wanted, known)
    there = f"es gibt: {listed(known)}; " if known else ""
    return (
        f"gemeint ist vielleicht „{near}“; " * bool(near)
        + f"{there}ein neues wird in layouts/drawings/illustrations/ gezeichnet"
    )
