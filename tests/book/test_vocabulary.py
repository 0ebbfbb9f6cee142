"""The words of the product are data: complete in each language, keyed in the sources, and in no template."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kursbuch_press.book import vocabulary as vocabulary_module
from kursbuch_press.book.measures import PRINTED_ONCE, Priority, Status
from kursbuch_press.book.record import Record
from kursbuch_press.book.vocabulary import FOLDER, Vocabulary
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT, copy_project, press, vocabulary

LANGUAGES = sorted(path.stem for path in (PROJECT / FOLDER).glob("*.yaml"))
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_PLACE = re.compile(r"\{% macro place\(.*?\{% endmacro %\}", re.DOTALL)  # of the cover: a rule of CSS
_MARKUP = re.compile(r"<style>.*?</style>|<!--.*?-->|<[^>]*>|&\w+;", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_KNOWN = {"ISBN", "PDF"}
"""Words that are the same in every language."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_word_and_bears_the_name_of_its_file(language: str) -> None:
    words = read_layout(PROJECT / FOLDER / f"{language}.yaml", Vocabulary)
    assert words.language == language
    assert len(words.months) == 12


def test_a_word_that_is_missing_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "de.yaml"
    path.parent.mkdir(parents=True)
    text = (PROJECT / FOLDER / "de.yaml").read_text("utf-8")
    path.write_text(text.replace("  actors: Akteure\n", ""), "utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(path, Vocabulary)
    (problem,) = raised.value.problems
    assert "actors" in problem.message
    assert (problem.place.file, problem.place.line > 1) == (f"{FOLDER}/de.yaml", True)


def test_a_word_above_boxes_of_no_block_is_a_mistake_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "de.yaml"
    path.parent.mkdir(parents=True)
    text = (PROJECT / FOLDER / "de.yaml").read_text("utf-8")
    lines = f"{text.rstrip()}\nboxes:" if "\nboxes:\n" not in text else text.rstrip()
    path.write_text(f"{lines}\n  checklist: Checkliste\n  checkliste: Checkliste\n", "utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(path, Vocabulary)
    (problem,) = raised.value.problems
    assert "„checkliste“ gibt es nicht" in problem.message
    assert path.read_text("utf-8").splitlines()[problem.place.line - 1] == "  checkliste: Checkliste"


def test_a_sentence_keeps_the_gaps_that_the_press_fills(tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "de.yaml"
    path.parent.mkdir(parents=True)
    text = (PROJECT / FOLDER / "de.yaml").read_text("utf-8")
    path.write_text(text.replace("{number}: {title}", "{nummer}: {title}"), "utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(path, Vocabulary)
    assert "{number} und {title}" in raised.value.problems[0].message


def test_every_key_of_the_sources_has_a_word() -> None:
    said = vocabulary()
    assert [said.priority_word(each) for each in Priority] == ["hoch", "mittel", "niedrig"]
    assert [said.status_word(each) for each in Status] == ["vorgeschlagen", "verabredet", "begonnen", "abgeschlossen"]
    assert set(PRINTED_ONCE.values()) == {*Priority, *Status}


@pytest.mark.parametrize(
    "template", sorted((PROJECT / "layouts").rglob("*.html.j2")), ids=lambda path: path.relative_to(PROJECT).as_posix()
)
def test_no_template_holds_a_word_of_the_product(template: Path) -> None:
    said = _MARKUP.sub(" ", _JINJA.sub("", _PLACE.sub("", template.read_text("utf-8"))))
    assert set(_WORD.findall(said)) <= _KNOWN


def test_every_word_is_said_somewhere() -> None:
    """Words of enumerations are looked up by the name of the key; every other word by its own name."""
    by_key = {"PriorityWords", "StatusWords", "ImprintWords"}
    readers = [*(PROJECT / "kursbuch_press").rglob("*.py"), *(PROJECT / "layouts").rglob("*.j2")]
    code = "\n".join(path.read_text("utf-8") for path in readers)
    unsaid = [
        f"{kind.__name__}.{name}"
        for kind in vars(vocabulary_module).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind.__name__ not in by_key
        for name in kind.model_fields
        if not re.search(rf"\.{name}\b", code)
    ]
    assert unsaid == []


def test_an_edition_in_a_language_without_words_is_told_where_it_asks_for_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    edition = project / "sources/kursbuch.yaml"
    edition.write_text(edition.read_text("utf-8").replace("language: de\n", "language: sq\n", 1), "utf-8")
    told = press("check", project=project)
    assert told.returncode == 1
    assert re.search(r"sources/kursbuch\.yaml:\d+:\d+.*\n?.*„sq“", told.stdout + told.stderr), told.stdout + told.stderr


@pytest.mark.parametrize(
    ("start", "until", "said"),
    [("2014-09", "2014-09", "September 2014"), ("2014-09", "2015-12", "September 2014 bis Dezember 2015")],
)
def test_months_are_said_in_words_and_one_month_is_no_span(start: str, until: str, said: str) -> None:
    assert vocabulary().aloud.span(start, until) == said
