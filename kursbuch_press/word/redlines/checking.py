"""The proof before a redline is released: accepting all gives the new draft, rejecting all the words of the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import Spans
from kursbuch_press.word.redlines.elements import GONE, SIGNS, Element, W


class RedlineError(Exception):
    """A redline that would not tell the truth; it is not released. ``place`` is the first words that differ."""

    def __init__(self, place: str) -> None:
        """Keep where the texts part."""
        super().__init__(place)
        self.place = place


def check(plain: tuple[Element, Element], redlined: tuple[Element, Element], drafts: tuple[Snapshot, Snapshot]) -> None:
    """Raise RedlineError unless the redline says what both drafts say."""
    for before, after in zip(plain, redlined, strict=True):
        _same(list(_lines(before, "del")), list(_lines(after, "del")))
    document, notes = redlined
    new, old = drafts
    _calls(document, old)
    own = _of_the_copy(plain[0], new)
    running = [block for block in old.blocks if block.kind is not Kind.NOTE and block.anchor not in own]
    _same([line for name, line in _texts(document, "ins") if name not in own], [_words(block) for block in running])
    wanted = [_words(block) for block in old.blocks if block.kind is Kind.NOTE]
    _same(sorted(line for _, line in _texts(notes, "ins")), sorted(wanted))


def _of_the_copy(document: Element, new: Snapshot) -> set[str]:
    """Give the bookmarks of texts with words that stand in one copy only, such as its day; no draft says them."""
    known = {block.anchor: _words(block) for block in new.blocks}
    return {name for name, line in _texts(document, "del") if known.get(name, line) != line}


def fixed(spans: Spans) -> Spans:
    """Give words without what programs compute."""
    return tuple(replace(span, text="") if span.field else span for span in spans)


def _calls(document: Element, old: Snapshot) -> None:
    """Rejecting all calls each note of the old draft as often as it did."""
    calls = sum(1 for each in document.iter(f"{W}footnoteReference") if not _is_inside(each, f"{W}ins"))
    wanted = sum(bool(span.note) for block in old.blocks for span in block.spans)
    if calls != wanted:
        raise RedlineError(f"{calls} / {wanted}")


def _same(one: list[str], other: list[str]) -> None:
    one, other = [line for line in one if line.strip()], [line for line in other if line.strip()]
    for first, second in zip([*one, ""], [*other, ""], strict=False):
        if first != second:
            raise RedlineError(f"„{first[:60]}“ / „{second[:60]}“")
    if len(one) != len(other):
        raise RedlineError(f"{len(one)} / {len(other)}")


def _words(block: Block) -> str:
    """Give the words of a block that no program computes."""
    return "" if block.kind is Kind.PICTURE else "".join(span.text for span in block.spans if not span.field)


def _lines(root: Element, without: str) -> Iterator[str]:
    """Give every paragraph with all its words, without those of one kind of change."""
    for paragraph in root.iter(f"{W}p"):
        yield "".join(_letters(paragraph, without))


def _letters(paragraph: Element, without: str) -> Iterator[str]:
    for each in paragraph.iter(f"{W}t", f"{W}delText", *SIGNS):
        run = each.getparent()
        if run is not None and run.tag == f"{W}r" and not _is_inside(each, f"{W}{without}"):
            yield SIGNS.get(str(each.tag)) or each.text or ""


def _is_inside(element: Element, tag: str) -> bool:
    return any(above.tag == tag for above in element.iterancestors())


def _texts(root: Element, without: str) -> Iterator[tuple[str, str]]:
    """Give the words inside each bookmark of a text, without fields and without one kind of change."""
    for paragraph in root.iter(f"{W}p"):
        name, number, fields = "", "", 0
        words: list[str] = []
        for each in paragraph.iter():
            if each.tag == f"{W}bookmarkStart" and each.get(f"{W}name", "").startswith(("_y_", "_z_")) and not name:
                name, number = each.get(f"{W}name", ""), each.get(f"{W}id", "")
            elif each.tag == f"{W}bookmarkEnd" and name and each.get(f"{W}id") == number:
                break
            elif each.tag == f"{W}fldChar":
                fields += {"begin": 1, "end": -1}.get(each.get(f"{W}fldCharType", ""), 0)
            elif name and not fields and _is_word(each) and not _is_inside(each, f"{W}{without}"):
                words.append(SIGNS.get(str(each.tag)) or each.text or "")
        if name:
            yield name, "".join(words)


def _is_word(each: Element) -> bool:
    """Tell whether an element is a part of the words of a run that no program had computed."""
    run = each.getparent()
    is_part = each.tag in {f"{W}t", f"{W}delText", *SIGNS}
    return is_part and run is not None and run.tag == f"{W}r" and run.get(GONE) is None
