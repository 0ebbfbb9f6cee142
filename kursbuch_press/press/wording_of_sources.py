"""What the press says of translations and pictograms; apart from its other words, since these load neither book nor sources."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.compose.translating import Fault
from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.words import nearest

OUT_OF_STEP = {
    (Fault.MISSING, False): (
        "Die Übersetzung ({language}) hat keinen Text für „{at}“. Deutsch: „{german}“",
        "unter texts ergänzen: „{at}: {{of: {digest}, text: …}}“; bis dahin steht dort der deutsche Text",
    ),
    (Fault.OUTDATED, False): (
        "Der deutsche Text zu „{at}“ ist neuer als die Übersetzung ({language}). Deutsch: „{german}“ Übersetzt: „{translated}“",
        "die Übersetzung anpassen und danach „of: {digest}“ eintragen",
    ),
    (Fault.SUPERFLUOUS, False): (
        "Die Übersetzung ({language}) hat einen Text für „{at}“, den keines ihrer Blätter mehr hat: „{translated}“",
        "den Eintrag löschen oder seine Anschrift berichtigen",
    ),
    (Fault.MISSING, True): (
        "Die Übersetzung ({language}) hat keinen Namen für die Stelle „{german}“.",
        "unter names ergänzen: „{german}: …“; bis dahin steht dort der deutsche Name",
    ),
    (Fault.SUPERFLUOUS, True): (
        "Die Übersetzung ({language}) hat einen Namen für „{at}“, den keines ihrer Blätter nennt: „{translated}“",
        "den Eintrag löschen oder den deutschen Namen berichtigen",
    ),
}
"""What is said of a text of a translation, and what to do: for texts (False) and for names of bodies (True)."""


def unknown_pictogram_hint(wanted: str, known: Sequence[str]) -> str:
    """Say which pictogram may be meant."""
    near = nearest(wanted, known)
    return f"gemeint ist vielleicht „{near}“; " * bool(near) + "alle zeigt docs/designing.md"


def unknown_sheet_hint(wanted: str, known: Sequence[str]) -> str:
    """Say which sheets a book has that can be translated."""
    near = nearest(wanted, known)
    if not known:
        return "das Blatt dort löschen"
    return f"gemeint ist vielleicht „{near}“; " * bool(near) + f"möglich sind: {listed(known)}"
