"""The text of the file: the instructions, then chapter by chapter and node by node.

One case for each kind of node.
"""

from __future__ import annotations

from typing import assert_never

from kursbuch_press.compose import matter, nodes
from kursbuch_press.compose.manuscript import ManuscriptChapter
from kursbuch_press.compose.nodes import Node
from kursbuch_press.word import wording
from kursbuch_press.word.directories import note, write_definitions, write_directory, write_index
from kursbuch_press.word.figures import write_figure
from kursbuch_press.word.front import write_imprint, write_opening, write_title_page
from kursbuch_press.word.sections import Sections
from kursbuch_press.word.tables import is_wide, write_card, write_table
from kursbuch_press.word.text_nodes import (
    write_box,
    write_heading,
    write_key_figure,
    write_list,
    write_paragraph,
    write_quotation,
)
from kursbuch_press.word.writing import Writing

_INDEX_COLUMNS = 2


def add_chapter(chapter: ManuscriptChapter, writing: Writing, sections: Sections) -> None:
    """Write a chapter and the questions to its co-authors; the section has begun."""
    writing.record.chapter = chapter.id
    for at, node in enumerate(chapter.nodes):
        following = chapter.nodes[at + 1] if at + 1 < len(chapter.nodes) else None
        if isinstance(node, matter.Index):
            note(writing, node.address, wording.GENERATED_PART)
        sections.vary(landscape=_wants_landscape(node, following), columns=_columns(node))
        write_node(node, writing)
        if isinstance(node, nodes.Figure) and node.data is not None:
            sections.vary(landscape=is_wide(node.data))
            write_table(node.data, writing)
    if chapter.drafts_only is not None:
        sections.vary()
        for node in chapter.drafts_only.every:
            write_node(_unlisted(node), writing)


def _wants_landscape(node: Node, following: Node | None) -> bool:
    """Say whether a node stands on a landscape page: a wide table, or the heading right above one."""
    if isinstance(node, nodes.Table):
        return is_wide(node)
    return isinstance(node, nodes.Heading) and isinstance(following, nodes.Table) and is_wide(following)


def _columns(node: Node) -> int:
    return _INDEX_COLUMNS if isinstance(node, matter.Index) else 1


def _unlisted(node: Node) -> Node:
    """Keep the headings of the questions out of the contents: the book does not have them."""
    if isinstance(node, nodes.Heading):
        return nodes.Heading(node.address, node.level, node.content, node.number, listed=False)
    return node


_PARTS = (matter.Directory, matter.Definitions, matter.Index, matter.TitlePage, matter.ImprintPage)


def write_node(node: Node, writing: Writing) -> None:  # noqa: C901, PLR0912 - one line for each kind
    """Write one node."""
    if isinstance(node, _PARTS):
        writing.await_paragraph(node.address)
    match node:
        case nodes.Heading():
            write_heading(node, writing)
        case nodes.Paragraph():
            write_paragraph(node, writing)
        case nodes.ItemList():
            write_list(node, writing)
        case nodes.Table():
            write_table(node, writing)
        case nodes.Figure():
            write_figure(node, writing)
        case nodes.Quotation():
            write_quotation(node, writing)
        case nodes.KeyFigure():
            write_key_figure(node, writing)
        case nodes.Box():
            write_box(node, writing)
        case nodes.MeasureCard():
            write_card(node, writing)
        case nodes.Opening():
            write_opening(node, writing)
        case matter.Directory():
            write_directory(node, writing)
        case matter.Definitions():
            write_definitions(node, writing)
        case matter.Index():
            write_index(node, writing)
        case matter.TitlePage():
            write_title_page(node, writing)
        case matter.ImprintPage():
            write_imprint(node, writing)
        case _:
            assert_never(node)
