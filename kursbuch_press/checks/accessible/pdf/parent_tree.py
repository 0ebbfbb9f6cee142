"""The way back: the parent tree names, for each content and each annotation, the tag that holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pikepdf import Object

from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage
from kursbuch_press.checks.accessible.tag_tree import Content, Tree
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of

WAY_BACK = Clause("", "4.1.1", "ISO 32000-1, 14.7.4.4")
UPWARDS = Clause("", "4.1.1", "ISO 32000-1, 14.7.2")
TWICE = Clause("30-002", "1.3.1")


def _judge(file: PdfFile) -> Result:
    if file.tree is None:
        return Result(measured=words.NO_TREE)
    used: dict[str, list[int]] = {}
    for content in {each for page in file.pages for each in page.opened}:
        used.setdefault(content.owner, []).append(content.mcid)
    seen = [each for page in file.pages for each in _page(page, sorted(used.get(page.owner, ())), file.tree)]
    if file.tree.doubled:
        seen.append(Seen(words.DOUBLED.format(count=len(file.tree.doubled)), clause=WAY_BACK))
    seen.extend(_astray(file.tree))
    seen.extend(_empty(file, file.tree))
    seen.extend(each for page in file.pages for each in _numbered_twice(page))
    seen.extend(_forms_drawn_twice(file))
    return Result(seen=tuple(seen), measured=count(len(file.tree.parents), "Eintrag", "Einträge"))


def _page(page: ReadPage, used: list[int], tree: Tree) -> Iterator[Seen]:
    key = objects.whole(objects.entry(page.written, "/StructParents"))
    held = objects.members(tree.parents.get(key)) if key is not None else []
    wrong = 0
    for mcid in used:
        holder = tree.holders.get(Content(page.owner, mcid))
        written = held[mcid] if 0 <= mcid < len(held) else None
        if holder is not None and (written is None or _key(written) != holder.key):
            wrong += 1
    if wrong:
        yield Seen(words.WRONG_WAY_BACK.format(count=count(wrong, "Inhalt", "Inhalte")), page.number, clause=WAY_BACK)
    lost = 0
    for annotation in page.annotations:
        holder = tree.thing_holders.get(key_of(annotation))
        number = objects.whole(annotation.get("/StructParent"))
        way = tree.parents.get(number) if number is not None else None
        if holder is not None and (way is None or _key(way) != holder.key):
            lost += 1
    if lost:
        amount = count(lost, "Anmerkung", "Anmerkungen")
        yield Seen(words.WRONG_WAY_BACK.format(count=amount), page.number, clause=WAY_BACK)


def _key(written: object) -> str:
    return key_of(written) if isinstance(written, Object) else ""


def _astray(tree: Tree) -> Iterator[Seen]:
    """See tags that do not name the tag in which they stand; programs that go from a content upwards lose the way."""
    astray = [each for each in tree.elements if each.parent is not None and each.above != each.parent.key]
    if astray:
        message = words.ASTRAY.format(count=count(len(astray), "Tag", "Tags"), kind=astray[0].written_kind)
        yield Seen(message, astray[0].page, clause=UPWARDS)


def _empty(file: PdfFile, tree: Tree) -> Iterator[Seen]:
    """See tags that point at content which no page has."""
    opened = {content for page in file.pages for content in page.opened}
    lost = [element for content, element in tree.holders.items() if content not in opened]
    pages = sorted({element.page for element in lost if element.page})
    if lost:
        message = words.NO_CONTENT.format(count=count(len(lost), "Verweis", "Verweise"), pages=runs(pages) or "–")
        yield Seen(message, clause=WAY_BACK)


def _numbered_twice(page: ReadPage) -> Iterator[Seen]:
    """See contents of one page that bear the same number, so that a tag cannot say which it means (14.7.4.2)."""
    twice = [mcid for (_, mcid), times in Counter((e.owner, e.mcid) for e in page.opened).items() if times > 1]
    if twice:
        message = words.SAME_NUMBER.format(count=count(len(twice), "Nummer", "Nummern"), first=twice[0])
        yield Seen(message, page.number, clause=WAY_BACK)


def _forms_drawn_twice(file: PdfFile) -> Iterator[Seen]:
    met: dict[str, int] = {}
    for page in file.pages:
        for form in page.forms:
            if form in met and met[form] != page.number:
                yield Seen(words.FORM_TWICE, page.number, clause=TWICE)
            met.setdefault(form, page.number)


CHECK = Check("parent-tree", _judge, (WAY_BACK, UPWARDS, TWICE))
