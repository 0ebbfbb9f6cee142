"""The German sentences that end the reading of a file because it asks for too much."""

from __future__ import annotations

TOO_LARGE = "Die Datei enthält etwas, das entpackt größer als {most} MB ist; sie wird nicht geprüft."
TOO_MUCH = "Die Datei ist entpackt zusammen größer als {most} GB; sie wird nicht geprüft."
TOO_MANY_STEPS = "Die Datei verlangt mehr als {most} Millionen Rechenschritte; sie wird nicht geprüft."
TOO_SLOW = "Die Datei ist nach {seconds} Sekunden nicht zu Ende gelesen; das ist die gesetzte Grenze."
TOO_MUCH_MEMORY = "Die Datei braucht mehr Speicher, als eine fremde Datei bekommt; sie wird nicht geprüft."
TOO_DEEP = "Die Datei ist zu tief geschachtelt; sie wird nicht geprüft."
ENDED = "Beim Lesen der Datei ist das Programm abgestürzt; die Datei ist vermutlich beschädigt und wird nicht geprüft."
BUG = (
    "An dieser Datei ist die Presse gescheitert ({error}, {place}); das ist ein Fehler der Presse. "
    "Die Datei bitte aufheben und den Fehler melden."
)
