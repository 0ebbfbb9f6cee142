"""The German words for files whose accessibility cannot be judged at all."""

from __future__ import annotations

OTHER_KIND = "Die Datei ist weder eine PDF- noch eine Word-Datei (.docx)."
OLD_OR_LOCKED = (
    "Die Datei ist mit einem Kennwort geschützt oder im alten Format .doc; eine ungeschützte Fassung als .docx liefern."
)
BROKEN_WORD = "Die Word-Datei ist beschädigt und lässt sich nicht lesen: {reason}"
NO_WORD = "Die Datei ist ein ZIP-Archiv, aber keine Word-Datei (word/document.xml fehlt)."
BOMB = "Die Word-Datei ist entpackt größer als 192 MB oder ungewöhnlich stark gepackt; sie wird nicht geprüft."
ENTITIES = "Die Word-Datei enthält eine Dokumenttypdefinition (DTD); das tut Word nie, sie wird nicht geprüft."
