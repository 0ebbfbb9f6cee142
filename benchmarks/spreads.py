"""The composition of a finished book in figures: word spaces, line ends, split parts, white, foot lines, blank pages.

    .venv/bin/python -m benchmarks.spreads [FILE.pdf] [--where]

Reads a tagged PDF (dist/screen/kursbuch.pdf if none is named) with PDFium and pikepdf; of the press nothing is asked but its
finished file. Face, size, line and type area are taken from the file as well, so that a book of another trim is measured alike.
``--where`` names the pages, counted in the file from 1. Which figure must be reached is said in issue 15.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median

from benchmarks.marks_of_pages import Line, Page, Read, Tag, read

PROJECT = Path(__file__).resolve().parents[1]

# Looser than this many natural spaces is seen, is loose, is a hole.
LOOSE = (1.33, 1.5, 2.0)
UNLIKE = 0.75
SHORT = 40.0
TWO = 2
LADDER = 3
EDGE = 7.0  # a call of a note at the end of a line is set in another face
QUARTER = 0.25
DISPLAY = 33.0
MOST_ITEMS = 6
LEAST = 3
HEADINGS = {"H1", "H2", "H3", "H4"}
HOLE = 3.0
TORN = re.compile(r"(?:§§?|Art\.|Abs\.|Nr\.|Satz|Ziff\.|Seite|Kap\.)$")
LAW = re.compile(r"§ ?\d+[a-z]?$")
NAME = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*[A-ZÄÖÜ]")  # AGG, AufenthG, SGB


@dataclass(slots=True)
class Measured:
    """The figures by their names, and where each was found."""

    figures: dict[str, float] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)

    def count(self, name: str, places: list[str]) -> None:
        """Write down how often something is found, and where."""
        self.figures[name], self.places[name] = len(places), places


def measure(path: Path) -> Measured:
    """Measure a finished book."""
    book = read(path)
    found = Measured()
    found.figures["pages"] = len(book.pages)
    kind = _running(book)
    _paragraphs(book, kind, found)
    _parts(book, kind, found)
    _pages(book, kind, found)
    return found


@dataclass(frozen=True, slots=True)
class Running:
    """Running text: its face, size, line and natural space, and where its area ends at the foot, in points."""

    face: str
    size: float
    line: float
    space: float
    foot: float
    top: float


def _running(book: Read) -> Running:
    signs: Counter[tuple[str, float]] = Counter()
    for page in book.pages:
        for line in page.lines:
            if line.block.kind == "P":
                signs[line.face, line.size] += len(line.signs)
    face, size = signs.most_common(1)[0][0]
    own = [[line for line in page.lines if (line.face, line.size) == (face, size)] for page in book.pages]
    steps = Counter(round(below.baseline - above.baseline, 1) for lines in own for above, below in pairwise(lines))
    feet = Counter(round(max(line.baseline for line in lines), 0) for lines in own if lines)
    often = [foot for foot, times in feet.items() if times >= max(feet.values()) / 4 and times > 1]
    tops = Counter(round(min(line.baseline for line in lines), 0) for lines in own if lines)
    step = max((step for step in steps if step > size), key=lambda each: steps[each])
    return Running(face, size, step, book.natural[face, size], max(often), tops.most_common(1)[0][0])


def _blocks(book: Read) -> dict[int, list[Line]]:
    """Give the lines of each block in the order of the document."""
    blocks: dict[int, list[Line]] = defaultdict(list)
    for page in book.pages:
        for line in page.lines:
            blocks[line.block.number].append(line)
    return blocks


def _paragraphs(book: Read, kind: Running, found: Measured) -> None:
    loose: list[tuple[float, Line]] = []
    unlike, pairs, hyphens, ladders, feet, short, torn = [], 0, [], [], [], [], []
    own = ((page.number, [line.baseline for line in page.lines if line.size == kind.size]) for page in book.pages)
    last_on_page = {number: max(lines, default=0) for number, lines in own}
    for lines in _blocks(book).values():
        run, before = 0, None
        for at, line in enumerate(lines):
            last = at == len(lines) - 1
            if not last and ((TORN.search(line.text) and lines[at + 1].text[:1].isdigit()) or _law(line, lines[at + 1])):
                torn.append(_at(line))
            if not _justified(lines, kind):
                break
            ends = line.text.endswith(("‐", "\u00ad", "\ufffe", "\x02", "-")) and not last and _added(line)
            run = run + 1 if ends else 0
            ladders += [_at(line)] if run == LADDER else []
            hyphens += [_at(line)] if ends else []
            feet += [_at(line)] if ends and line.baseline == last_on_page[line.page] else []
            if last:
                short += [_at(line)] if len(lines) > 1 and line.right - line.left < SHORT else []
                continue
            if line.spaces:
                wide = fmean(line.spaces) / kind.space
                loose.append((wide, line))
                pairs += before is not None
                unlike += [_at(line)] if before is not None and abs(wide - before) > UNLIKE else []
                before = wide
    found.figures["justified lines"] = len(loose)
    found.figures["word space, median"] = round(median(wide for wide, _ in loose), 3)
    for most in LOOSE:
        share = [line for wide, line in loose if wide > most]
        found.figures[f"lines over {most}, %"] = round(100 * len(share) / len(loose), 1)
        found.places[f"lines over {most}, %"] = [_at(line) for line in share]
    found.figures["tightest line"] = round(min(wide for wide, _ in loose), 2)
    found.count(f"neighbours that differ by more than {UNLIKE}, of {pairs}", unlike)
    found.figures["hyphenated lines, %"] = round(100 * len(hyphens) / len(loose), 1)
    found.count("ladders of 3", ladders)
    found.count("hyphens at the foot of a page", feet)
    found.count(f"last lines under {SHORT:g} pt", short)
    found.count("torn: § 12, Abs. 2, Nr. 3", torn)


def _law(line: Line, below: Line) -> bool:
    return bool(LAW.search(line.text) and NAME.match(below.text))


def _added(line: Line) -> bool:
    """Tell a hyphen that the press has set from one that is typed: PDFium gives it as U+2010, U+00AD or U+FFFE."""
    return line.signs[-1].text != "-"


def _justified(lines: list[Line], kind: Running) -> bool:
    """Tell whether a block is justified running text of more than one line: all but its last line end on one edge."""
    first = lines[0]
    if first.block.kind != "P" or first.size != kind.size or kind.face.split("-")[0] not in first.face or len(lines) < TWO:
        return False
    ends: dict[int, list[float]] = defaultdict(list)
    for line in lines[:-1]:
        ends[line.page].append(line.right)
    if len(lines) == TWO:
        return first.block.above is None or first.block.within("Aside", "BlockQuote", "Note", "LBody") is None
    return all(max(each) - min(each) < EDGE for each in ends.values())


def _at(line: Line) -> str:
    return f"{line.page + 1}: …{line.text[-36:]}"


def _parts(book: Read, kind: Running, found: Measured) -> None:
    """Count what is split: cards of measures, tables of less than half a page, boxes and short lists."""
    cards = list(_cards(book))
    found.figures["cards of measures"] = len(cards)
    found.count("cards split over pages", [f"{min(pages) + 1}" for pages in cards if len(pages) > 1])
    found.count("cards split over a turn", [f"{page}" for pages in cards for page in sorted(pages)[1:] if _is_left(page)])
    area = kind.foot - kind.top + kind.line
    for name, tags, most in (("tables", ("Table",), 0.5), ("boxes", ("Aside",), 1.0), ("lists of up to six", ("L",), 1.0)):
        whole = defaultdict(list)
        for page in book.pages:
            for line in page.lines:
                tag = line.block.within(*tags)
                if tag is not None and (tag.kind != "Table" or tag.has_head) and tag.within("TOC") is None:
                    whole[tag].append(line)
        split = [
            lines for tag, lines in whole.items() if len({line.page for line in lines}) > 1 and _small(tag, lines, area * most)
        ]
        found.count(f"{name} split", [_at(lines[0]) for lines in split])
        found.figures[f"{name} in all"] = len(whole)


def _small(tag: Tag, lines: list[Line], room: float) -> bool:
    if tag.kind == "L":
        return len({line.block.number for line in lines if line.block.kind == "LBody"}) <= MOST_ITEMS
    return sum(bottom - top for top, bottom in _spans(lines).values()) < room


def _spans(lines: list[Line]) -> dict[int, tuple[float, float]]:
    spans: dict[int, tuple[float, float]] = {}
    for line in lines:
        top, bottom = spans.get(line.page, (line.baseline - line.size, line.baseline))
        spans[line.page] = min(top, line.baseline - line.size), max(bottom, line.baseline)
    return spans


def _cards(book: Read) -> Iterator[set[int]]:
    """Give the pages of each measure: a numbered heading of the third level, what is done, and a table without a head."""
    lines = sorted((line for page in book.pages for line in page.lines), key=lambda line: (line.block.number, line.page))
    head: Line | None = None
    tables: dict[Tag, set[int]] = {}
    for line in lines:
        table = line.block.within("Table")
        if line.block.kind in HEADINGS:
            head = line if line.block.kind == "H3" and re.match(r"[\dV]+\.\d+\b", line.text) else None
        elif head is not None and table is not None and not table.has_head:
            tables.setdefault(table, {head.page}).add(line.page)
        elif head is not None and table is not None:
            head = None
    yield from tables.values()


def _is_left(page: int) -> bool:
    """Tell the left page of a pair: the file begins with the front of the cover, so its second page is the first right one."""
    return page % 2 == 0


def _pages(book: Read, kind: Running, found: Measured) -> None:
    blank = [page for page in book.pages if not page.lines and not page.pictures]
    found.count("blank pages", [str(page.number + 1) for page in blank])
    white, one, more, empty, inside = [], [], [], [], []
    ends = _ends(book)
    for page in book.pages:
        if page in blank or page.number in (0, len(book.pages) - 1) or _shows(page):
            continue
        free = _free(page, kind)
        left = max(0.0, free) / (kind.foot - kind.top + kind.line)
        empty += [str(page.number + 1)] if left > QUARTER else []
        inside += [str(page.number + 1)] if left > QUARTER and page.number not in ends else []
        white += [f"{page.number + 1}: {gap / kind.line:.1f}" for gap in _gaps(page) if gap > HOLE * kind.line]
        lines = int(free / kind.line + 0.15)
        if page.number not in ends and _runs(page, kind):
            one += [str(page.number + 1)] if lines == 1 else []
            more += [f"{page.number + 1}: {lines}"] if lines > 1 else []
    found.count(f"white of more than {HOLE:g} lines inside a page", white)
    found.count("foot one line short", one)
    found.count("of these not like the facing page", [page for page in one if _facing(page) not in one])
    found.count("foot two and more lines short", more)
    found.count("pages more than a quarter empty", empty)
    found.count("of these not at the end of a chapter", inside)


def _facing(page: str) -> str:
    """Give the number in the file of the page that faces one: the file begins with the front of the cover, so 3 faces 4."""
    return str(int(page) + (1 if int(page) % 2 else -1))


def _ends(book: Read) -> set[int]:
    """Give the last page of each chapter: before the next begins, and before blanks."""
    found = set()
    for start in [*book.starts[1:], len(book.pages) - 1]:
        page = start - 1
        while page > 0 and not book.pages[page].lines and not book.pages[page].pictures:
            page -= 1
        found.add(page)
    return found


def _runs(page: Page, kind: Running) -> bool:
    """Tell a page of running text from one of lists and tables."""
    return sum((line.face, line.size) == (kind.face, kind.size) for line in page.lines) >= LEAST


def _shows(page: Page) -> bool:
    """Tell openings and title pages, which are full of white on purpose: large type, or what stands at the foot alone."""
    large = any(line.size >= DISPLAY for line in page.lines) and not any(
        line.block.within("Aside") for line in page.lines if line.size >= DISPLAY
    )
    return large or not any(
        line.block.kind in {"P", "TD", "LBody", "TOCI", "H1"} and line.baseline < page.height / 2 for line in page.lines
    )


def _content(page: Page) -> list[tuple[float, float, Tag]]:
    """Give top and bottom of all lines and pictures, notes left out, from the top."""
    lines = [(line.baseline - 0.9 * line.size, line.baseline + 0.25 * line.size, line.block) for line in page.lines]
    pictures = [(top, bottom, tag) for tag, top, bottom in page.pictures]
    return sorted([each for each in [*lines, *pictures] if each[2].within("Note") is None], key=lambda each: each[:2])


def _free(page: Page, kind: Running) -> float:
    """Give what is free at the foot, above the notes if there are any, in points."""
    notes = [line.baseline - line.size for line in page.lines if line.block.within("Note")]
    foot = min(notes) - kind.line if notes else kind.foot + 0.25 * kind.size
    return foot - max((bottom for _, bottom, _ in _content(page)), default=foot)


def _gaps(page: Page) -> Iterator[float]:
    """Give the white between what stands below each other, but for that under the title of a chapter."""
    bottom, above = 0.0, None
    for top, end, tag in _content(page):
        if above is not None and above.within("H1") is None and top > bottom:
            yield top - bottom
        if end >= bottom:
            bottom, above = end, tag


def main() -> None:
    """Print the table."""
    files = [each for each in sys.argv[1:] if not each.startswith("--")]
    found = measure(Path(files[0]) if files else PROJECT / "dist/screen/kursbuch.pdf")
    for name, value in found.figures.items():
        print(f"{name:52} {value:g}")
        if "--where" in sys.argv and found.places.get(name):
            print("    " + "; ".join(found.places[name][:60]))


if __name__ == "__main__":
    main()
