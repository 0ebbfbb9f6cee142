"""Paragraphs of a return that belong together: what is compared with one block of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kursbuch_press.returns.paragraphs import Paragraph, Tracked
from kursbuch_press.returns.returned import Found
from kursbuch_press.returns.tokens import normal


@dataclass(slots=True)
class Group:
    """Paragraphs that were one before the tracked changes; all of a cell or of a note are one, too.

    ``block`` is the place of its block in the draft, ``extra`` are those of others whose anchors stand in it.
    """

    paragraphs: list[Paragraph]
    block: int | None = None
    found: Found = Found.ANCHOR
    extra: list[int] = field(default_factory=list)
    text: str = ""
    fixed: str = ""

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """Table, row and column in the return."""
        return self.paragraphs[0].cell

    @property
    def is_inserted(self) -> bool:
        """Whether all of it was inserted with tracking on."""
        runs = [run for each in self.paragraphs for run in each.runs]
        return bool(runs) and all(run.state is Tracked.INSERTED for run in runs)

    def now(self) -> str:
        """Give its words now."""
        return self.paragraphs[0].after() if len(self.paragraphs) == 1 else "\n".join(each.after() for each in self.paragraphs)


def grouped(paragraphs: Sequence[Paragraph]) -> list[Group]:
    """Put paragraphs together that were one before the tracked changes."""
    groups: list[Group] = []
    joined = False
    for each in paragraphs:
        same_cell = bool(groups) and each.cell is not None and groups[-1].cell == each.cell
        same_note = bool(groups) and bool(each.note) and groups[-1].paragraphs[0].note == each.note
        same_place = bool(groups) and groups[-1].cell == each.cell and groups[-1].paragraphs[0].note == each.note
        if same_cell or same_note or (joined and same_place):
            groups[-1].paragraphs.append(each)
        else:
            groups.append(Group([each]))
        joined = each.mark in {Tracked.INSERTED, Tracked.NEVER}
    for group in groups:
        runs = [run.span for each in group.paragraphs for run in each.runs if run.state is not Tracked.INSERTED]
        group.text = normal("".join(span.text for span in runs)).strip()
        group.fixed = normal("".join("" if span.field else span.text for span in runs)).strip()
    return groups
