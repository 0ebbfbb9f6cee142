"""The German sentences that end the reading of a file because it asks for too much."""

from __future__ import annotations

TOO_LARGE = "Die Datei enthält etwas, das entpackt größer als {most} MB ist; sie wird nicht geprüft."
TOO_MUCH = "Die Datei ist entpackt zusammen größer als {most} GB; sie wird nicht geprüft."
TOO_MANY_STEPS = "Die Datei verlangt mehr als {most} Millionen Rechenschritte; sie wird nicht geprüft."
TOO_SLOW = "Die Datei ist nach {seconds} Sekunden nicht zu Ende gelesen; das ist die gesetzte Grenze."
