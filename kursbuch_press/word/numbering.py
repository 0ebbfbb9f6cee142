"""Lists and numbered headings: each list counts for itself, and the numbers of headings are Word's own."""

from __future__ import annotations

from kursbuch_press.drafts.anchors import paragraph_id
from kursbuch_press.word.looks import Looks
from kursbuch_press.word.ooxml import STORY, Xml, part, twips_of_mm, w

BULLETS, NUMBERS, BOX_BULLETS, BOX_NUMBERS = 1, 2, 3, 4
"""The lists that styles refer to; a numbered list in the text gets one of its own, which begins with 1."""

LIST_STYLES = {
    BULLETS: ("ListBullet", "ListBullet2", "ListBullet3"),
    NUMBERS: ("ListNumber", "ListNumber2", "ListNumber3"),
    BOX_BULLETS: ("KastenListe", "KastenListe2", "KastenListe3"),
    BOX_NUMBERS: ("KastenNummer", "KastenNummer2", "KastenNummer3"),
}
_SIGNS = ("•", "–")
_LEVELS = 9
"""A list of Word has nine levels. The book has three; a co-author who types a fourth gets a sign there, too."""
_HEADING_GAP = {1: 12.0, 2: 10.0, 3: 12.0}


class Numbering:
    """Gathers the definitions (``w:abstractNum``) and the lists that use them (``w:num``) of one file."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._definitions = [self._list(kind) for kind in LIST_STYLES]
        self._lists = [_num(kind, kind) for kind in LIST_STYLES]
        self._headings: dict[tuple[int, str], tuple[int, int, int]] = {}

    def new_list(self, kind: int) -> int:
        """Begin a numbered list; every level starts with 1, also in programs that count on across lists."""
        number = len(self._lists) + 1
        starts = [_restart(level, 1) for level in range(_LEVELS)]
        self._lists.append(_num(number, kind, *starts))
        return number

    def heading(self, level: int, number: str) -> int | None:
        """Give the list by which Word numbers a heading as "2" or "2.3".

        None for a number that Word cannot count.
        """
        before, dot, last = number.rpartition(".")
        if not last.isdecimal():
            return None
        key = (level, before + dot)
        definition, list_id, counted = self._headings.get(key) or (
            self._heading_definition(level, before + dot),
            0,
            -1,
        )
        if int(last) != counted + 1:
            list_id = len(self._lists) + 1
            self._lists.append(_num(list_id, definition, _restart(0, int(last))))
        self._headings[key] = (definition, list_id, int(last))
        return list_id

    def part(self) -> bytes:
        """Give word/numbering.xml; every definition stands before the lists (CT_Numbering)."""
        return part("w:numbering", STORY, *self._definitions, *self._lists)

    def _list(self, kind: int) -> Xml:
        numbered = kind in {NUMBERS, BOX_NUMBERS}
        levels = []
        for level in range(_LEVELS):
            style = LIST_STYLES[kind][level] if level < len(LIST_STYLES[kind]) else ""
            form, sign = ("decimal", f"%{level + 1}.") if numbered else ("bullet", _SIGNS[level % len(_SIGNS)])
            levels.append(_level(level, form, sign, style, self._indent(kind, level)))
        return _definition(kind, "multilevel", levels)

    def _indent(self, kind: int, level: int) -> Xml:
        """Give the indent of a level: that of its style, and below the last style as much further each time."""
        looks = [self._looks.look(style) for style in LIST_STYLES[kind]]
        look, before = looks[min(level, len(looks) - 1)], looks[-2]
        further = max(0, level - len(looks) + 1) * ((looks[-1].left or 0) - (before.left or 0))
        return w("ind", left=twips_of_mm((look.left or 0) + further), hanging=twips_of_mm(-(look.first or 0)))

    def _heading_definition(self, level: int, before: str) -> int:
        number = len(self._definitions) + 1
        gap = twips_of_mm(_HEADING_GAP.get(level, 12.0))
        self._definitions.append(
            _definition(
                number,
                "singleLevel",
                [_level(0, "decimal", f"{before}%1", "", w("ind", left=gap, hanging=gap))],
            )
        )
        return number


def _definition(number: int, kind: str, levels: list[Xml]) -> Xml:
    """Give ``w:abstractNum``; its nsid tells Word which lists of two files are the same."""
    nsid = w("nsid", val=paragraph_id(f"list {number}"))
    return w("abstractNum", nsid, w("multiLevelType", val=kind), *levels, abstractNumId=str(number))


def _level(level: int, form: str, sign: str, style: str, indent: Xml) -> Xml:  # noqa: PLR0913, PLR0917 - one value for each part of w:lvl
    """Give ``w:lvl``: how it counts, what it shows, the style that belongs to it, and its indent.

    In what it shows, ``%1`` is the count.
    """
    return w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else None,
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", indent),
        ilvl=str(level),
    )


def _num(number: int, definition: int, *overrides: Xml) -> Xml:
    return w("num", w("abstractNumId", val=str(definition)), *overrides, numId=str(number))


def _restart(level: int, start: int) -> Xml:
    return w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level))
