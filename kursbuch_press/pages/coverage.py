"""Which signs the book's typefaces have, so that one that none of them has is found before a page is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kursbuch_press.pages import wording
from kursbuch_press.pages.fonts import Face, families
from kursbuch_press.problems import Problem
from kursbuch_press.sources.signs import Sign, name_of


def lost_signs(signs: Iterable[Sign], project: Path) -> Iterator[Problem]:
    """Name every place of a sign that no typeface of the book has; its upright text weight stands for a family."""
    covered = frozenset[int]().union(*(Face(name, project).cut().signs for name in families(project)))
    for each in signs:
        if ord(each.sign) not in covered:
            words = wording.LOST_SIGN.format(sign=name_of(each.sign)), wording.LOST_SIGN_HINT
            yield Problem(each.place, *words, each.address, rule="sign")
