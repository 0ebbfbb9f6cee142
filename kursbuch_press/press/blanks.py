"""What the blank pages at the end of a book cost, and how they could be saved."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress

from kursbuch_press.pages.prepress.printers import load_printer, printer_names
from kursbuch_press.pages.prepress.sheets import blanks_to_add
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import printer
from kursbuch_press.problems import BookError


def blank_pages(project: Project, laid: int) -> tuple[str, ...]:
    """Say how many blank pages fill the last sheet of a book of so many pages, and what would need fewer; nothing of none."""
    ours = printer(project)
    multiple, blanks = ours.page_multiple, blanks_to_add(laid, ours.page_multiple)
    if not blanks:
        return ()
    printed, over = laid + blanks, laid % multiple
    filled = wording.BLANKS[blanks > 1].format(count=blanks)
    lines = [wording.BLANK_PAGES.format(blanks=filled, laid=laid, printed=printed, multiple=multiple)]
    elsewhere: dict[int, list[str]] = defaultdict(list)
    for name in printer_names(project.folder):
        with suppress(BookError):  # a broken profile is told of where it is asked for
            other = load_printer(project.folder, name)
            if other.prints(manuscript(project).edition.trim):
                elsewhere[laid + blanks_to_add(laid, other.page_multiple)].append(other.name)
    lines += [
        wording.FEWER_ELSEWHERE.format(fewer=fewer, printed=printed, names="; ".join(names))
        for fewer, names in sorted(elsewhere.items())
        if fewer < printed
    ]
    if over < laid:
        lines.append(wording.SHORTER[over > 1].format(over=over, fewer=laid - over))
    return tuple(lines)
