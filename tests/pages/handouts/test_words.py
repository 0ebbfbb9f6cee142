"""The words of the sheets: gaps that the press fills in are those it knows, in every language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kursbuch_press.pages.handouts.words import HandoutWords
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("{book}", "{buch}"), ("{page}", ""), ("{day}", "{tag}"), ("{formats}", "{formats"), ("{address}", "{address} {x}")],
)
def test_a_gap_that_nobody_fills_is_told_with_its_line(tmp_path: Path, typed: str, instead: str) -> None:
    words = tmp_path / "layouts/handout/words/en.yaml"
    words.parent.mkdir(parents=True)
    shutil.copy(PROJECT / "layouts/handout/words/en.yaml", words)
    read_layout(words, HandoutWords)
    words.write_text(words.read_text("utf-8").replace(typed, instead), "utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(words, HandoutWords)
    assert [(each.rule, each.place.file, each.place.line > 0) for each in raised.value.problems] == [
        ("gaps", "layouts/handout/words/en.yaml", True)
    ]
