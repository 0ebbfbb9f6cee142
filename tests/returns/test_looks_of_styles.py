"""A program that writes the look of a style into the words has not changed them, whatever kind of box they stand in."""

from __future__ import annotations

import pytest

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span
from kursbuch_press.returns.comparing import Context, Raw
from kursbuch_press.returns.paragraphs import Tracked
from kursbuch_press.returns.returned import Hand
from kursbuch_press.returns.texts import base_letters, settled
from kursbuch_press.returns.tokens import letters_of


@pytest.mark.parametrize(
    ("style", "meant"), [("Kastentitel", False), ("Kastentitel-agenda", False), ("Kastentext-agenda", True)]
)
def test_bold_of_a_title_is_that_of_its_style_and_bold_of_a_text_is_meant(style: str, *, meant: bool) -> None:
    block = Block("a/b/title", "a", Kind.PARAGRAPH, "", "", (Span("Ablauf"),), style=style)
    raw = [Raw(letter, Tracked.KEPT, None) for letter in letters_of((Span("Ablauf", strong=True),))]
    found = settled(base_letters(block), raw, block, Context(Hand("Anna")))
    assert {each.letter.span.strong for each in found} == {meant}
