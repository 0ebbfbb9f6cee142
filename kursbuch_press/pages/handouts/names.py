"""Which handouts there are, and their names."""

from __future__ import annotations

from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages.handouts import wording


def handout_ids(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    """Give file stem and id of each handout: the overview, the fields in order, the summary."""
    ids = (wording.OVERVIEW, *(chapter.id for chapter in manuscript.fields), wording.PLAIN_LANGUAGE)
    return tuple((f"{number:02}-{each}", each) for number, each in enumerate(ids))
