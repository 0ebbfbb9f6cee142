"""What renaming and forgetting say."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from kursbuch_press.problems import listed

BAD_ID = "„{id}“ kann keine Kennung sein: kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche, höchstens 60 Zeichen."
TAKEN = "Die Kennung „{id}“ gibt es an dieser Stelle schon. Bitte eine andere wählen."


def unknown(old: str, known: Sequence[str]) -> str:
    """Say that nothing has this id, and what is near."""
    near = difflib.get_close_matches(old.rpartition("/")[2], known, n=3, cutoff=0.6)
    hint = f" Ähnlich: {listed(near)}." if near else ""
    return f"Die Kennung „{old}“ gibt es in den Quellen nicht.{hint}"


def ambiguous(old: str, addresses: Sequence[str]) -> str:
    """Say that several things have this id, and how to name one."""
    return f"Die Kennung „{old}“ gibt es mehrmals. Bitte mit Kapitel angeben: {listed(addresses, last='oder')}."


PERSON = "eine Person"
NAME_TOO_SHORT = "Der Name „{name}“ ist zu kurz: Er käme auch in anderen Wörtern vor. Bitte den ganzen Namen angeben."
NOT_MERGED = (
    "{files}: Diese Rückgaben enthalten den Namen und sind noch nicht übernommen. Vergessen wird deshalb noch nichts. "
    "Zuerst „python3 build.py merge“ aufrufen oder die Dateien selbst löschen."
)
BROKEN_KEPT = "{file} ist beschädigt. Bitte aus der Versionsverwaltung wiederherstellen."
