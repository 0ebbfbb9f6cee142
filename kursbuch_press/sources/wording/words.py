"""What the German sentences of this room have in common: (what is wrong, what to type next)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

Words = tuple[str, str]

AS_TEXT = "den ganzen Wert in Anführungszeichen setzen oder hinter dem Schlüssel mit „>-“ in einer neuen Zeile beginnen"
"""How to write a value that YAML would take for something else."""


def short(value: str) -> str:
    """Shorten a value to what fits into a sentence."""
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:57]}…"  # noqa: PLR2004 - about half a line of a terminal


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Give the known word that is most like the wanted one, or an empty string."""
    by_lower = {word.lower(): word for word in known}
    found = difflib.get_close_matches(wanted[:80].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def nearest_file(wanted: str, there: Iterable[str]) -> str:
    """Give the file whose name is most like the wanted one; endings that both have make no names alike."""
    by_stem: dict[str, str] = {}
    ending = wanted.rpartition(".")[2]
    for name in sorted(there, key=lambda each: each.lower().endswith(f".{ending.lower()}")):
        by_stem[name.rpartition(".")[0] or name] = name
    return by_stem.get(nearest(wanted.rpartition(".")[0] or wanted, by_stem), "")


def perhaps(wanted: str, known: Iterable[str], otherwise: str) -> str:
    """Give "gemeint ist vielleicht …", or another hint where nothing is near."""
    found = nearest(wanted, known)
    return f"gemeint ist vielleicht „{found}“" if found else otherwise


def number(value: float) -> str:
    """Write a number as German readers expect it."""
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")
