"""What a reader hears of each handout: its tags, read by another library, held against its HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from kursbuch_press.book.plain_language import PlainLanguage
from kursbuch_press.pages.handouts.setting import HandoutDocument
from tests.pages.handouts.test_finished import FIELDS, STEMS
from tests.pages.tagging.tagtree import Mark, Node, TaggedPdf, plain

# WeasyPrint leaves the file of its colour profile open when it draws PDF/A.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")

Drawn = Callable[[str], Path]
every_handout = pytest.mark.parametrize("stem", STEMS)
tagged = cache(TaggedPdf)
PHRASES = {"Em", "Lbl", "Link", "Reference", "Span", "Strong"}


def _said(node: Node, around: str = "") -> Iterator[str]:
    """Give the text of a tag, blocks apart, without the signs of list items."""
    if node.kind == "Lbl" and around == "LI":
        return
    for kid in node.kids:
        if isinstance(kid, Mark):
            yield kid.text
        elif isinstance(kid, Node):
            space = "" if kid.kind in PHRASES else " "
            yield from (space, *_said(kid, node.kind), space)


def _written(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml carries no types
    """Give the text of an element of HTML, blocks apart."""
    space = "" if element.tag in {"a", "abbr", "bdi", "em", "i", "span", "strong", "sup"} else " "
    yield from (space, element.text or "")
    for child in element:
        yield from (*_written(child), child.tail or "")
    yield space


@every_handout
def test_the_text_in_tag_order_is_that_of_the_html(stem: str, drawn: Drawn, laid_out: Callable[[str], HandoutDocument]) -> None:
    body = html.document_fromstring(laid_out(stem).html).find("body")
    assert plain("".join(_said(tagged(drawn(stem)).document))) == plain("".join(_written(body)))


@pytest.mark.parametrize("stem", FIELDS)
def test_every_head_of_a_table_says_what_it_heads(stem: str, drawn: Drawn) -> None:
    plan = tagged(drawn(stem)).document.one("Table")
    assert plan.attribute("/Summary") == "Was geplant ist"
    assert [cell.attribute("/Scope") for cell in plan.one("THead").all("TH")] == ["/Column"] * 3
    assert {len(row.all("TH")) for row in plan.one("TBody").all("TR")} == {1}
    assert {cell.attribute("/Scope") for cell in plan.one("TBody").all("TH")} == {"/Row"}


@every_handout
def test_the_code_is_a_figure_with_its_address_in_words(stem: str, drawn: Drawn) -> None:
    address = f"kursbuch.example/{stem[3:]}"
    alternatives = [figure.entries["/Alt"] for figure in tagged(drawn(stem)).document.all("Figure")]
    assert f"QR-Code mit der Adresse {address}" in alternatives
    assert f"Webseite {address}" in {link.says for link in tagged(drawn(stem)).document.links()}


@every_handout
def test_every_handout_names_issuer_date_and_whom_to_tell_of_barriers(
    stem: str, laid_out: Callable[[str], HandoutDocument]
) -> None:
    words = " ".join(html.fromstring(laid_out(stem).html).text_content().split())
    wanted = ("Netzwerk Integration und Migration Sachsen (NIMS)", "27. Juni 2014", "Telefon, E-Mail, Adresse im Netz (Muster)")
    assert [each for each in wanted if each not in words] == []
    assert laid_out(stem).title.endswith(" – Kursbuch Integration und Migration Sachsen")


def test_a_word_that_is_explained_is_a_box_beside_the_text_and_no_heading(drawn: Drawn, summary: PlainLanguage) -> None:
    document = tagged(drawn("07-leichte-sprache")).document
    boxes = document.all("Aside")
    assert len(boxes) == sum(block.kind == "word" for section in summary.sections for block in section.blocks) > 0
    assert all([kid.kind for kid in box.kids if isinstance(kid, Node)][:2] == ["Figure", "P"] for box in boxes)
    assert document.all("H3") == []
