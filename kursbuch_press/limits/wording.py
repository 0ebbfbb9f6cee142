"""The German sentences that end the reading of a file because it asks for too much."""

from __future__ import annotations

TOO_LARGE = "Die Datei wird entpackt größer als {most} MB; sie wird nicht weiter gelesen."
TOO_MANY_STEPS = "Die Datei verlangt mehr als {most} Millionen Rechenschritte; sie wird nicht weiter gelesen."
TOO_SLOW = "Die Datei ist nach {seconds} Sekunden nicht zu Ende gelesen; sie wird nicht weiter gelesen."
