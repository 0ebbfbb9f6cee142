"""Every German sentence that the reading of returns says, in one place."""

from __future__ import annotations

EMPTY = "Die Datei ist leer. Bitten Sie um eine neue Fassung."
OLD_WORD = (
    "Das ist eine Word-Datei im alten Format (.doc). Öffnen Sie sie in Word oder LibreOffice, speichern Sie sie als "
    "Word-Dokument (.docx) und lesen Sie diese Fassung ein."
)
LOCKED = (
    "Die Datei ist mit einem Kennwort geschützt. Öffnen Sie sie mit dem Kennwort, nehmen Sie den Schutz heraus (in Word: "
    "Datei, Informationen, Dokument schützen) und speichern Sie sie als Word-Dokument (.docx)."
)
RTF = (
    "Das ist eine Datei im Format RTF. Öffnen Sie sie in Word oder LibreOffice und speichern Sie sie als Word-Dokument (.docx)."
)
WEB_PAGE = "Das ist eine Webseite (HTML). Öffnen Sie sie in Word und speichern Sie sie als Word-Dokument (.docx)."
NO_OFFICE = "Das ist keine Word-Datei. Bitten Sie um die Datei als Word-Dokument (.docx)."
OTHER_OFFICE = "Das ist eine Datei von Excel oder PowerPoint, keine Word-Datei. Bitten Sie um das Word-Dokument (.docx)."
TRUNCATED = (
    "Die Datei ist unvollständig oder beschädigt. Bitten Sie darum, sie noch einmal zu schicken, am besten in einem ZIP-Archiv."
)
CLIMBS = (
    "Die Datei enthält einen Teil namens „{part}“, der aus ihr hinausführt. Das tut Word nie; die Datei wird nicht gelesen. "
    "Fragen Sie nach, woher sie kommt."
)
SAVE_ANEW = (
    "Öffnen Sie sie in Word oder LibreOffice, speichern Sie sie unter neuem Namen als .docx und lesen Sie diese Fassung ein."
)
ODT_WITHOUT_OFFICE = (
    "Das ist eine Datei von LibreOffice (.odt), und LibreOffice ist hier nicht installiert. Öffnen Sie sie in LibreOffice "
    "oder Word und speichern Sie sie als Word-Dokument (.docx)."
)
ODT_FAILED = (
    "LibreOffice konnte die Datei nicht umwandeln. Öffnen Sie sie dort selbst und speichern Sie sie als Word-Dokument (.docx)."
)
PDF_LOCKED = "Das PDF ist mit einem Kennwort geschützt. Bitten Sie um eine Fassung ohne Kennwort."
PDF_BROKEN = (
    "Das PDF ist beschädigt. Öffnen Sie es in einem Leseprogramm, speichern Sie es neu und lesen Sie diese Fassung ein."
)
PDF_TOO_LONG = "Das PDF hat mehr als {most} Seiten. Bitten Sie um die Seiten des Entwurfs allein."
PDF_TOO_MANY = "Das PDF hat mehr als {most} Anmerkungen; es wird nicht gelesen."
NO_FILE = "Die Datei „{path}“ gibt es nicht."
TOO_BIG = "Die Datei ist größer als {most} MB. Bitten Sie darum, neue Bilder als eigene Dateien zu schicken."
UNKNOWN_DRAFT = (
    "Zu dieser Datei ist kein Entwurf bekannt. Nennen Sie ihn mit --draft KENNUNG; die Kennung steht unten auf jeder Seite, "
    "bekannte Entwürfe zeigt: python3 build.py returns"
)
NO_SUCH_DRAFT = "Einen Entwurf mit der Kennung „{draft}“ gibt es in drafts/ nicht. {near}"
NEAR_DRAFTS = "Bekannt sind: {drafts}."
NO_DRAFTS = "In drafts/ liegt noch keiner; einen verschickt: python3 build.py draft KAPITEL --for NAME"

REFUSED = {
    "external": "Ein Verweis auf eine Datei außerhalb ({target}) wurde nicht verfolgt.",
    "template": "Eine angehängte Dokumentvorlage ({target}) wurde nicht geöffnet.",
    "macro": "Makros wurden nicht gelesen und nicht ausgeführt.",
    "embedded": "Eine eingebettete Datei ({target}) wurde nicht geöffnet.",
    "object": "Ein eingebettetes Objekt wurde nicht geöffnet.",
    "foreign_file": "Eine andere Datei, die hier eingefügt werden sollte, wurde nicht geöffnet.",
    "control": "Steuerzeichen, die die Schreibrichtung umkehren, stehen im Text; sie können Wörter verbergen.",
}
GUESSED_DRAFT = (
    "Die Datei sagt nicht, zu welchem Entwurf sie gehört. Am besten passt {draft} ({name}, {state}); bitte prüfen. Sicher "
    "machen Sie es mit --draft KENNUNG."
)
REMADE_DRAFT = (
    "Was der Entwurf sagte, ist nicht mehr da; verglichen wurde mit den Quellen von heute. Was sich dort seitdem geändert hat, "
    "steht hier als Änderung der Rückgabe. Bitte jede einzeln ansehen."
)
OTHER_DRAFT = "Mit --draft war {given} genannt, die Datei sagt aber, dass sie zu {draft} gehört; das gilt."
CHANGED_SNAPSHOT = "Die Angaben zum Entwurf in der Datei sind verändert; es gilt, was in drafts/ steht."
UNTRACKED = "Es gibt Änderungen, die nicht aufgezeichnet wurden. Wer sie gemacht hat, sagt die Datei nicht sicher."
MOSTLY_GONE = (
    "Von {words} Wörtern des Entwurfs fehlen {gone}. Bitte prüfen, ob das die richtige Datei ist, ehe etwas übernommen wird."
)
ANCHORS_LOST = "Ein Programm hat die verborgenen Textmarken entfernt; die Stellen wurden am Wortlaut gefunden."
NOT_SIGNED = "Jemand hat ohne Namen gearbeitet (in LibreOffice: Extras, Optionen, Benutzerdaten)."
