"""The shipped summary against the published rules of Leichte Sprache, as far as a machine can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kursbuch_press.book.plain_language import PlainLanguage, PlainSection, lines_of
from kursbuch_press.compose.manuscript import Manuscript


def sections(summary: PlainLanguage) -> Iterator[PlainSection]:
    yield from (*summary.sections, summary.tested, summary.sample)


@pytest.fixture
def sentences(summary: PlainLanguage) -> list[str]:
    blocks = (block for section in sections(summary) for block in section.blocks)
    texts = (text for block in blocks for text in (getattr(block, "intro", None), block.text) if text is not None)
    return [line.plain for text in texts for line in lines_of(text)]


def test_each_line_is_one_sentence_of_at_most_twelve_words(sentences: list[str]) -> None:
    assert [line for line in sentences if len(line.split()) > 12] == []


def test_each_line_ends_as_a_sentence(sentences: list[str]) -> None:
    assert [line for line in sentences if line[-1] not in ".:?"] == []


def test_there_is_no_genitive(sentences: list[str]) -> None:
    assert [line for line in sentences if re.search(r"\b(des|eines|dessen|deren|wegen|trotz)\b", line)] == []


def test_there_is_no_passive(sentences: list[str]) -> None:
    assert [line for line in sentences if re.search(r"\b(wird|werden|wurden?|worden)\b", line)] == []


def test_there_is_no_subjunctive(sentences: list[str]) -> None:
    forms = r"\b(könnten?|würden?|hätten?|wären?|müssten?|dürften?|möge)\b"
    assert [line for line in sentences if re.search(forms, line)] == []


def test_there_are_no_brackets_semicolons_or_dashes(sentences: list[str]) -> None:
    assert [line for line in sentences if re.search(r"[();–/%]", line)] == []


def test_numbers_are_figures(sentences: list[str]) -> None:
    assert [line for line in sentences if re.search(r"\b(zwei|drei|vier|fünf|sechs)\b", line.lower())] == []


def test_a_word_of_more_than_fifteen_letters_has_a_hyphen(sentences: list[str]) -> None:
    long = {word for line in sentences for word in re.findall(r"[^\W\d_]+", line) if len(word) > 15}
    assert long == set()


def test_every_thought_and_every_line_of_a_list_has_a_picture(summary: PlainLanguage) -> None:
    for block in (block for section in sections(summary) for block in section.blocks):
        if block.kind == "list":
            assert len(block.pictograms) == len(lines_of(block.text)), block.id
        else:
            assert block.pictogram, block.id
            assert len(lines_of(block.text)) <= 4, block.id


def test_it_says_that_readers_have_not_tested_it(summary: PlainLanguage) -> None:
    text = " ".join(block.text.plain for block in summary.tested.blocks)
    assert "noch nicht geprüft" in text


def test_every_action_field_and_the_continuation_has_a_section(summary: PlainLanguage, manuscript: Manuscript) -> None:
    fields = [chapter.id for chapter in manuscript.chapters if chapter.kind in {"action_field", "continuation"}]
    assert [section.chapter for section in summary.sections if section.chapter] == fields
