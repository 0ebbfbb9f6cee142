"""The German sentences about packages that cannot be read."""

from __future__ import annotations

LOCKED = "Die Datei ist mit einem Kennwort geschützt; eine ungeschützte Fassung als .docx liefern."
BROKEN = "Die Word-Datei ist beschädigt und lässt sich nicht lesen: {reason}"
BROKEN_PART = "Die Word-Datei ist beschädigt; der Teil „{part}“ lässt sich nicht lesen: {reason}"
NOT_THERE = "Er fehlt."
NO_WORD = "Die Datei ist ein ZIP-Archiv, aber keine Word-Datei (der Haupttext fehlt)."
BOMB = "Die Word-Datei ist entpackt größer als {most} MB oder ungewöhnlich stark gepackt; sie wird nicht geprüft."
PACKING = "Die Word-Datei ist mit einem Verfahren gepackt, das Word nicht kennt; sie wird nicht geprüft."
TWICE = "Die Word-Datei enthält den Teil „{part}“ zweimal; sie wird nicht geprüft."
ENTITIES = "Die Word-Datei enthält eine Dokumenttypdefinition (DTD); das tut Word nie, sie wird nicht geprüft."
