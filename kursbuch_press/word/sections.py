"""Sections: each chapter is one, since page formats and running heads belong to sections in Word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kursbuch_press.word import wording
from kursbuch_press.word.headers import RunningHeads
from kursbuch_press.word.looks import PageSetup
from kursbuch_press.word.ooxml import Xml, twips_of_mm, w
from kursbuch_press.word.runs import words
from kursbuch_press.word.writing import Writing


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its running heads and its format.

    ``opening`` leaves the running head off the first page; ``continuous`` begins on the same page.
    """

    heads: RunningHeads
    title: str = ""
    landscape: bool = False
    columns: int = 1
    opening: bool = False
    continuous: bool = False


class Sections:
    """Closes sections in the way of Word.

    What a section is stands in its last paragraph, of the last one in the body.
    """

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._current: Section | None = None
        self._ends = 0

    def begin(self, section: Section) -> None:
        """Close the present section and begin another."""
        self.close()
        self._current = section
        self._writing.landscape = section.landscape

    def vary(self, *, landscape: bool = False, columns: int = 1) -> None:
        """Go on in the same chapter with another format; nothing happens where it is the present one."""
        current = self._current
        if current is None or (current.landscape, current.columns) == (landscape, columns):
            return
        self.begin(
            replace(
                current,
                landscape=landscape,
                columns=columns,
                opening=False,
                continuous=current.landscape == landscape,
            )
        )

    def close(self) -> None:
        """Write the present section into its last paragraph.

        Not into a caption: LibreOffice 7.4 then loses the number in every reference to it.
        """
        if self._current is None:
            return
        writing = self._writing
        if writing.after_table or writing.after_caption:
            self._ends += 1
            address = f"end-of-section-{self._ends}"
            writing.add(writing.ending(address, words(wording.end_of(self._current.title))))
        properties = section_properties(self._current, writing.looks.sheet)
        last = writing.body.pop()
        writing.add(Xml(last.replace("</w:pPr>", f"{properties}</w:pPr>", 1)))

    def last(self) -> Xml:
        """Give the properties of the last section, which stand at the end of the body."""
        if self._current is None:
            raise AssertionError("a file without a section")
        return section_properties(self._current, self._writing.looks.sheet)


def section_properties(section: Section, sheet: PageSetup) -> Xml:
    """Give ``w:sectPr``; order: CT_SectPr."""
    return w(
        "sectPr",
        *section.heads.references(),
        w("type", val="continuous" if section.continuous else "nextPage"),
        _page_size(sheet, landscape=section.landscape),
        _margins(sheet),
        w("cols", num=str(section.columns), space=twips_of_mm(10)),
        w("titlePg") if section.opening else None,
    )


def _page_size(sheet: PageSetup, *, landscape: bool) -> Xml:
    width, height = twips_of_mm(sheet.width), twips_of_mm(sheet.height)
    if landscape:
        return w("pgSz", w=height, h=width, orient="landscape")
    return w("pgSz", w=width, h=height)


def _margins(sheet: PageSetup) -> Xml:
    names = ("top", "right", "bottom", "left", "header", "footer")
    return w("pgMar", **{each: twips_of_mm(getattr(sheet, each)) for each in names}, gutter="0")
