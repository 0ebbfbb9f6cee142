"""The German sentences about what is damaged in a file."""

from __future__ import annotations

from kursbuch_press.marks.damages import Damage, What, Why

OBJECTS = "Objekt", "Objekte"
READ = "{amount} gelesen"
TO_THE_END = "alles bis zum Ende lesbar"

MISSING = "Die Seite verlangt etwas, das die Datei nicht enthält: {names}"
UNKNOWN = "Auf der Seite stehen Befehle, die PDF nicht kennt: {names}"
LACKING = "Auf der Seite stehen Befehle, denen Zahlen oder Namen fehlen: {names}"
CUT_OFF = "Der Inhalt der Seite bricht mitten in einem Befehl oder Text ab."
EMPTIED = "Der Inhalt der Seite ist leer, obwohl sie eigene Schriften oder Bilder nennt."
GLYPH = "Die Schrift „{name}“ ist beschädigt; ein Zeichen lässt sich nicht zeichnen: „{text}“"

BLANK_FACE = "Die Schrift „{name}“ ist beschädigt; ihre Buchstaben haben keine Zeichnung: „{text}“"

_THINGS = {
    What.CONTENT: "Der Inhalt der Seite",
    What.PICTURE: "Das Bild „{name}“",
    What.FONT: "Die Schrift „{name}“",
    What.OBJECT: "Das Objekt „{name}“",
    What.FORM: "Die Form „{name}“",
    What.PATTERN: "Das Muster „{name}“",
    What.SPACE: "Der Farbraum „{name}“",
    What.STATE: "Der Zustand „{name}“ (Durchsichtigkeit, Maske)",
    What.NOTE: "Eine Anmerkung",
    What.GRADIENT: "Ein Verlauf",
}
_INLINE = "Ein Bild im Inhalt der Seite"
_FAULTS = {
    Why.FILTER: "lässt sich nicht lesen: Der Filter ist unbekannt oder nicht erlaubt.",
    Why.CUT: "lässt sich nicht lesen: Die Daten brechen ab.",
    Why.BROKEN: "lässt sich nicht lesen: Die Daten sind beschädigt.",
    Why.SHORT: "lässt sich nicht lesen: Es hat {found} statt {wanted} Byte.",
    Why.SIZE: "passt nicht zu seinen Daten: Sie haben {found} statt {wanted} Pixel.",
    Why.CHANNELS: "passt nicht zu seinen Daten: Sie haben {found} statt {wanted} Farbkanäle.",
    Why.NO_FONT: "lässt sich nicht lesen: Was eingebettet ist, ist keine Schrift oder leer.",
    Why.TABLE: "lässt sich nicht lesen: Seine Farbtabelle hat {found} statt {wanted} Byte.",
    Why.PROFILE: "hat ein Farbprofil, das sich nicht lesen lässt oder nicht vollständig ist.",
    Why.KIND: "lässt sich nicht zeichnen: Es sagt nicht, ob es ein Bild oder eine Form ist (Subtype).",
    Why.MISSING: "fehlt in der Datei.",
    Why.ENTRIES: "ist unvollständig; vorgeschriebene Angaben fehlen: {found}.",
    Why.EMPTY: "hat keinen Inhalt.",
    Why.VALUES: "hat Angaben, die es in PDF nicht gibt: {found}.",
    Why.OTHER_PROFILE: "hat ein Farbprofil für {found} statt {wanted} Kanäle.",
    Why.REPAIRED: "ist beschädigt; ein Teil davon sieht anders aus als gedacht.",
}


def sentence(damage: Damage) -> str:
    """Say what is damaged and how."""
    thing = _INLINE if damage.what is What.PICTURE and not damage.name else _THINGS[damage.what]
    shape = f"{thing} {_FAULTS[damage.why]}"
    return shape.format(name=damage.name, found=damage.found, wanted=damage.wanted)
