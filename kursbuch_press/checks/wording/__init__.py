"""The German words of the checks room; here: what ends the judging of a file, because it cannot be judged."""

from __future__ import annotations

TOO_LARGE = "Die PDF-Datei enthält einen Datenstrom, der entpackt größer als 192 MB ist; sie wird nicht geprüft."
TOO_LONG = "Die PDF-Datei enthält mehr als sechs Millionen Zeichenbefehle; sie wird nicht geprüft."
NOT_READABLE = "Die Datei „{file}“ lässt sich nicht lesen: {reason}"
NO_PDF = "Die Datei ist keine PDF-Datei."
LOCKED = "Die PDF-Datei ist mit einem Kennwort geschützt und lässt sich nicht öffnen; eine ungeschützte Fassung liefern."
BROKEN = "Die PDF-Datei ist beschädigt und lässt sich nicht lesen: {reason}"
NO_PAGES = "Die PDF-Datei hat keine Seiten."
TOO_MANY_PAGES = "Die PDF-Datei hat {count} Seiten; geprüft werden höchstens {most}."
OTHER_KIND = "Die Datei ist weder eine PDF- noch eine Word-Datei (.docx)."
OLD_OR_LOCKED = (
    "Die Datei ist mit einem Kennwort geschützt oder im alten Format .doc; eine ungeschützte Fassung als .docx liefern."
)
