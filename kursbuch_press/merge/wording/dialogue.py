"""What merging says on the command line and in the files that editors complete."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.problems import listed


def nobody(value: str, known: Sequence[str]) -> str:
    """Say that a rule fits no change."""
    names = listed(known) if known else "niemand; es gibt keine Änderungen"
    return f"--accept: Zu „{value}“ gibt es keine Änderung. Vorhanden sind: {names}."


def no_rule(rule: str) -> str:
    """Say which rules there are."""
    return f"--accept: „{rule}“ ist keine Regel. Möglich sind all, author=NAME, chapter=KENNUNG oder Nummern wie 3,7-9."


def no_number(part: str, last: int) -> str:
    """Say how far the numbers go."""
    if not last:
        return f"--accept: Eine Änderung {part} gibt es nicht; es gibt nichts zu übernehmen."
    return f"--accept: Eine Änderung {part} gibt es nicht; die Nummern gehen von 1 bis {last}."


CONFLICTS_HEAD = """\
# Hier entscheidet die Redaktion. Zu jedem Punkt unter „decision“ eintragen:
#   die Nummer einer Fassung (1, 2 …), „sources“ (die Quellen bleiben, wie sie sind), oder den richtigen Wortlaut.
#   Wo „by_hand: true“ steht, kann die Presse nichts eintragen: bitte in den Quellen ändern und hier „sources“ schreiben.
# Danach denselben Befehl noch einmal geben. Was leer bleibt, bleibt offen.
"""


def bad_decision(number: str, decision: str, count: int) -> str:
    """Say what a decision may be where the wording cannot be taken over."""
    return f"returns/conflicts.yaml: Konflikt {number}: „{decision}“ geht hier nicht; möglich sind 1 bis {count} oder sources."


ALREADY_WRITTEN = "Die Datei {file} wurde seit dem Zusammenführen geändert. Es wird nichts zurückgenommen."
NOTHING_TO_UNDO = "Es gibt nichts zurückzunehmen: Seit dem letzten Zurücknehmen wurde nichts übernommen."
CHANGED_MEANWHILE = "Die Datei {file} wurde gerade von jemand anderem geändert. Bitte den Befehl noch einmal geben."
BROKEN_UNDO = "returns/undo.json ist beschädigt; zurückgenommen wird nichts. Die Datei löschen, wenn der Stand stimmt."
