"""The nodes that are running text: headings, paragraphs, lists, quotations, key figures and boxes."""

from __future__ import annotations

from functools import partial
from typing import assert_never

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.nodes import Box, Heading, ItemList, KeyFigure, Paragraph, Quotation, Role
from kursbuch_press.word import wording
from kursbuch_press.word.numbering import BOX_BULLETS, BOX_NUMBERS, BULLETS, LIST_STYLES, NUMBERS
from kursbuch_press.word.runs import words
from kursbuch_press.word.writing import Form, Writing

_DEEPEST_IN_CONTENTS = 2
_ROLES = {
    Role.BODY: "Normal",
    Role.LEAD: "Vorspann",
    Role.QUESTION: "Frage",
    Role.ANSWER: "Antwort",
}


def heading_style(level: int, *, listed: bool = True) -> str:
    """Give the style of a heading; those that no contents lists have a style of their own.

    The field of the contents gathers "heading 1" and "heading 2"; only another style keeps a heading out of
    it.
    """
    unlisted = not listed and level <= _DEEPEST_IN_CONTENTS
    return f"Ueberschrift{level}ohneVerzeichnis" if unlisted else f"Heading{level}"


def write_heading(node: Heading, writing: Writing) -> None:
    """Write a heading, numbered by Word where it has a number."""
    writing.heading_level = node.level
    write_title(
        writing,
        heading_style(node.level, listed=node.listed),
        (node.address, node.number, node.level),
        node.content,
    )


def write_title(writing: Writing, style: str, where: tuple[str, str, int], content: Content) -> None:
    """Write the words of a heading at ``where``: address, number and level."""
    address, number, level = where
    list_id = writing.numbering.heading(level, number)
    form = Form(style, numbering=None if list_id is None else (list_id, 0))
    label = words(f"{number} ") if number and list_id is None else []
    writing.add(writing.labelled(form, address, label, writing.inlines.runs(content)))


def write_paragraph(node: Paragraph, writing: Writing) -> None:
    """Write a paragraph; an answer has a label before it, so that it is seen while it is empty."""
    if node.role is Role.ANSWER:
        content = writing.inlines.runs(node.content)
        writing.add(writing.labelled(Form("Antwort"), node.address, words(wording.ANSWER), content))
        return
    style = _ROLES[node.role]
    if style == "Normal" and writing.after_table:
        style = "StandardnachTabelle"
    elif style == "Normal" and writing.after_list:
        style = "StandardnachListe"
    writing.write(Form(style), node.address, node.content)


def write_list(node: ItemList, writing: Writing) -> None:
    """Write a list."""
    _write_items(node, writing, NUMBERS if node.ordered else BULLETS)


def _write_items(  # noqa: PLR0913 - a list inside a list knows all of them
    node: ItemList, writing: Writing, kind: int, *, above: int | None = None, level: int = 0, look: str = ""
) -> None:
    """Write items; a numbered list below a numbered one is its next level, which begins anew below each."""
    in_box = kind in {BOX_BULLETS, BOX_NUMBERS}
    bullets, numbers = (BOX_BULLETS, BOX_NUMBERS) if in_box else (BULLETS, NUMBERS)
    list_id = None if kind == bullets else above or writing.numbering.new_list(kind)
    for at, item in enumerate(node.items):
        style = writing.looks.style(LIST_STYLES[kind][level], look if in_box else "")
        form = Form(style, numbering=None if list_id is None else (list_id, level))
        marks = (node.address,) if at == 0 else ()
        writing.write(form, item.address, item.content, *marks)
        if item.below is not None:
            below = numbers if item.below.ordered else bullets
            _write_items(item.below, writing, below, above=list_id, level=level + 1, look=look)


def write_quotation(node: Quotation, writing: Writing) -> None:
    """Write somebody's words and who said them."""
    writing.write(Form("Quote", keep_next=True), join(node.address, "text"), node.content)
    writing.write(Form("Zitatquelle"), join(node.address, "source"), node.source)


def write_key_figure(node: KeyFigure, writing: Writing) -> None:
    """Write a number, what it means, and its source."""
    form = Form("Kennzahl", keep_next=True)
    writing.add(writing.paragraph(form, join(node.address, "value"), words(node.value), node.address))
    writing.write(Form("Kennzahltext", keep_next=True), join(node.address, "text"), node.content)
    writing.write(Form("Kennzahlquelle"), join(node.address, "source"), node.source)


def write_box(node: Box, writing: Writing) -> None:
    """Write a box as paragraphs with a bar and a tint: a table would be one for layout only."""
    style = partial(writing.looks.style, kind=node.look)
    mark = Form(style("Kastenmarke"), keep_next=True)
    writing.add(writing.paragraph(mark, join(node.address, "label"), words(node.label), node.address))
    if node.title:
        writing.write(Form(style("Kastentitel"), keep_next=True), join(node.address, "title"), node.title)
    for inner in node.nodes:
        match inner:
            case Paragraph():
                writing.write(Form(style("Kastentext")), inner.address, inner.content)
            case ItemList():
                _write_items(inner, writing, BOX_NUMBERS if inner.ordered else BOX_BULLETS, look=node.look)
            case _:
                assert_never(inner)
