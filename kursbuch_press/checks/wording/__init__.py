"""The German words of the checks room; here: what ends the judging of a file, because it cannot be judged."""

from __future__ import annotations

SCRIPT_OF_PDF = (
    "Ein Vorleseskript gibt es nur von PDF-Dateien. Eine Word-Datei liest Word selbst vor (Überprüfen, Laut vorlesen)."
)
OTHER_KIND = "Die Datei ist weder eine PDF- noch eine Word-Datei (.docx)."
OLD_OR_LOCKED = (
    "Die Datei ist mit einem Kennwort geschützt oder im alten Format .doc; eine ungeschützte Fassung als .docx liefern."
)
