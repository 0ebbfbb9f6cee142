"""The German words and messages of the html room."""

from __future__ import annotations

TEMPLATE_MISSING = "Die Vorlage „{name}“ fehlt."
TEMPLATE_SYNTAX = "Die Vorlage ist fehlerhaft: {reason}"
TEMPLATE_UNDEFINED = "Die Vorlage verwendet einen Namen, den es nicht gibt: {reason}"
TEMPLATE_FORBIDDEN = "Die Vorlage tut etwas, das in Vorlagen verboten ist: {reason}"
TEMPLATE_FAILED = "Die Vorlage konnte nicht ausgeführt werden: {reason}"
TEMPLATE_HINT = "die Stelle in der Vorlage berichtigen; docs/designing.md nennt alle Namen, die dort gelten"
TEMPLATE_ENDLESS = "Sie ruft sich selbst auf, ohne Ende."
TEMPLATE_TOO_LARGE = "Sie macht einen Text, der zu lang ist."
TEMPLATE_DIVIDES = "Sie teilt durch null."
TEMPLATE_MISSING_HINT = "die Datei wieder anlegen oder den Namen berichtigen"
