"""The spoken script of a PDF: what a screen reader says, page by page, as text that an editor can read.

It follows the tags (ISO 32000-1, 14.8), as NVDA and JAWS do: roles are said before the words, tables row by row with the
heads of their columns, pictures by their alternative text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.checks.accessible.pdf.page_labels import labels_of
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.wording import script as words

_TEXTS = {"P", "Note", "Caption", "BlockQuote", "Formula", "Form", "Code"}
_PARTS = {"Aside", "BlockQuote", "Table", "L", "TOC", "Figure", "Note", "Caption"}
_INSIDE = "  "
_ENDS = (".", "!", "?", ":", ";", ",", "…")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the script and the page on which what it says begins."""

    page: int
    text: str


def write_script(file: PdfFile) -> str:
    """Give the script; a file without tags says nothing, and that is said."""
    if file.tree is None or not file.elements:
        return words.WITHOUT_TAGS + "\n"
    page = 0
    labels = labels_of(file)
    said = []
    for line in _read(file.tree.root, file, ""):
        if line.page and line.page != page:
            page = line.page
            said.append(f"\n{words.page(page, labels[page - 1])}\n")
        said.append(line.text)
    return "\n".join(said).lstrip("\n") + "\n"


def _read(element: Element, file: PdfFile, indent: str) -> Iterator[_Line]:
    """Say all that stands below an element."""
    for kid in element.elements:
        page = file.page_of(kid)
        if kid.kind == "Table":
            yield from _table(kid, file, indent)
        elif kid.kind in {"L", "TOC"}:
            items = [each for each in kid.elements if each.kind in {"LI", "TOCI"}]
            yield _Line(page, indent + words.count(words.LIST, len(items)))
            yield from _items(items, file, indent + _INSIDE)
        elif kid.kind == "Figure":
            yield _Line(page, indent + words.FIGURE.format(words=kid.entries.get("Alt") or file.words(kid) or words.NOTHING))
        elif kid.kind == "BlockQuote" and any(each.kind in _TEXTS for each in kid.elements):
            yield _Line(page, indent + words.QUOTATION)
            yield from _read(kid, file, indent + _INSIDE)
        elif kid.kind in _TEXTS or kid.kind[:1] == "H" or not kid.elements:
            yield from _text(kid, file, indent)
        elif kid.kind == "Aside" or kid.written_kind == "Aside":
            yield _Line(page, indent + words.BOX)
            yield from _read(kid, file, indent + _INSIDE)
        else:
            yield from _read(kid, file, indent)


def _text(element: Element, file: PdfFile, indent: str) -> Iterator[_Line]:
    """Say a heading, paragraph, note or caption; what is a part of its own inside it is said behind it."""
    said = file.words(element)
    if said:
        role = words.ROLES.get(element.kind, "")
        if element.kind[:1] == "H" and element.kind != "H":
            role = words.HEADING.format(level=element.kind[1:])
        links = len([each for each in element.walk() if each.kind == "Link"])
        more = f" [{words.count(words.LINKS, links)}]" if links else ""
        yield _Line(file.page_of(element), f"{indent}{role}{said}{more}")
    for kid in element.elements:
        if kid.kind in _PARTS - {element.kind}:
            yield from _read(_alone(kid, element), file, indent)


def _alone(kid: Element, around: Element) -> Element:
    return Element(around.kind, around.written_kind, None, around.key, {}, {}, around.page, [kid])


def _items(items: list[Element], file: PdfFile, indent: str) -> Iterator[_Line]:
    """Say the entries of a list: label and words on one line, lists inside them below."""
    for item in items:
        inner = [each for each in item.walk() if each.kind in {"L", "TOC"}]
        below = {id(each) for part in inner for each in part.walk()}
        parts = [each for each in item.elements if id(each) not in below]
        said = " ".join(_own(each, below, file) for each in parts).strip()
        yield _Line(file.page_of(item), f"{indent}{said}")
        for part in inner:
            if not any(part is not other and part in list(other.walk()) for other in inner):
                yield from _read(_alone(part, item), file, indent)


def _own(element: Element, below: set[int], file: PdfFile) -> str:
    """Give the words of a part of an entry without the lists inside it."""
    if not any(id(each) in below for each in element.walk()):
        return file.words(element)
    return " ".join(_own(each, below, file) for each in element.elements if id(each) not in below)


def _table(table: Element, file: PdfFile, indent: str) -> Iterator[_Line]:
    """Say a table: what it is, its size, then each row with the heads of its columns before the cells."""
    rows = [each for each in table.walk() if each.kind == "TR"]
    headed = bool(rows) and _is_head(rows[0])
    captions = [file.words(each) for each in table.elements if each.kind == "Caption"]
    name = " ".join(captions) or str(table.attributes.get("Summary", "")) or words.NOTHING
    columns = max((len(row.elements) for row in rows), default=0)
    told_rows = words.count(words.ROWS, len(rows) - headed)
    told_columns = words.count(words.COLUMNS, columns)
    yield _Line(file.page_of(table), indent + words.TABLE.format(name=name, rows=told_rows, columns=told_columns))
    heads = [file.words(each) for each in rows[0].elements] if headed else []
    if any(heads):
        yield _Line(file.page_of(rows[0]), f"{indent}{_INSIDE}{words.HEADS}{'; '.join(filter(None, heads))}")
    for row in rows[headed:]:
        told = _told([(each, _flat(each, file)) for each in row.elements], heads)
        if told:
            yield _Line(file.page_of(row), f"{indent}{_INSIDE}{words.ROW}{told}")


def _is_head(row: Element) -> bool:
    """Whether a row holds the heads of columns, and nothing else."""
    return bool(row.elements) and all(each.kind == "TH" and each.attributes.get("Scope") != "Row" for each in row.elements)


def _flat(cell: Element, file: PdfFile) -> str:
    """Give the words of a cell on one line: the entries of a list in it are parted as a pause parts them."""
    items = [each for each in cell.walk() if each.kind in {"LI", "TOCI"}]
    if not items:
        return file.words(cell)
    said = [file.words(each) for each in items]
    return " ".join(each if each.endswith(_ENDS) or each is said[-1] else f"{each};" for each in said)


def _told(cells: list[tuple[Element, str]], heads: list[str]) -> str:
    """Say a row: the head of a column before its cell, and the head of a row before what it names."""
    told = ""
    for at, (cell, said) in enumerate(cells):
        if not said:
            continue
        of_column = f"{heads[at]}: " if at < len(heads) and heads[at] and cell.kind != "TH" else ""
        parted = "" if not told else " " if told.endswith(":") else "; "
        names_more = cell.kind == "TH" and any(words for _, words in cells[at + 1 :])
        told += f"{parted}{of_column}{said}{':' if names_more else ''}"
    return told
