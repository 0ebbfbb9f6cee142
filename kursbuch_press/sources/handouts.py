"""Reading what only the handouts carry: handouts.yaml and the summary in Leichte Sprache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from kursbuch_press.book import texts
from kursbuch_press.book.book import Book
from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.plain_language import PlainLanguage, PlainSection
from kursbuch_press.book.translations import Translation
from kursbuch_press.problems import Problem, Severity
from kursbuch_press.sources import rules
from kursbuch_press.sources.explaining import explain
from kursbuch_press.sources.files import read_source
from kursbuch_press.sources.reading import Part, adapter, is_absent
from kursbuch_press.sources.shapes import shape_of
from kursbuch_press.sources.signs import Sign, sign_problems, unusual_signs
from kursbuch_press.sources.survey import Found, Survey, survey
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.wording import books as wording
from kursbuch_press.sources.wording.words import nearest

TRANSLATIONS = "sources/translations"
HANDOUTS = Part("sources/handouts.yaml", HandoutTexts, "handouts")
TRANSLATION = Part(f"{TRANSLATIONS}/….yaml", Translation, "translations")
PLAIN_LANGUAGE = Part("sources/leichte-sprache.yaml", PlainLanguage, "leichte-sprache")

T = TypeVar("T")

# A handout stands alone: notes, glossary, literature and other chapters are not there to be pointed to.
_POSSIBLE = texts.Plain | texts.Strong | texts.Emphasis | texts.Foreign | texts.Link


@dataclass(frozen=True, slots=True)
class PartReading(Generic[T]):
    """What reading one file gave: its content if it is there and right, all problems, the sha256 of the file, every value."""

    content: T | None
    problems: tuple[Problem, ...]
    inputs: Mapping[str, str]
    found: tuple[Found, ...] = ()
    signs: tuple[Sign, ...] = ()


def read_handout_texts(project: Path) -> PartReading[HandoutTexts]:
    """Read the words of the handouts; nothing is raised for mistakes."""
    return _read(project, HANDOUTS)


def read_plain_language(project: Path) -> PartReading[PlainLanguage]:
    """Read the summary in Leichte Sprache; nothing is raised for mistakes."""
    return _read(project, PLAIN_LANGUAGE)


def read_translation(project: Path, language: str) -> PartReading[Translation]:
    """Read what the handouts say in another language; nothing is raised for mistakes."""
    return _read(project, Part(f"{TRANSLATIONS}/{language}.yaml", Translation, f"translations/{language}"))


def unknown_chapters(summary: PartReading[PlainLanguage], book: Book) -> Iterator[Problem]:
    """Find sections of the summary about chapters that the book does not have, or not as an action field.

    A name that is nearly right is an error; any other may be that of a field which this edition leaves out.
    """
    known = [chapter.id for chapter in book.field_chapters]
    for found in summary.found:
        if found.model is PlainSection and found.field == "chapter" and found.value not in known:
            words = wording.unknown_chapter(found.value, known)
            severity = Severity.ERROR if nearest(found.value, known) else Severity.WARNING
            yield Problem(found.place, *words, found.address, severity=severity, rule="unknown-chapter")


def _read(project: Path, part: Part) -> PartReading[T]:
    if is_absent(project, part):
        return PartReading(None, (), {})
    source = read_source(project, part.file)
    if isinstance(source, Problem):
        return PartReading(None, (source,), {})
    inputs = {source.file: source.sha256}
    tree = compose(source.text, source.file)
    if tree.root is None:
        return PartReading(None, tree.problems, inputs)
    surveyed = survey(source, tree.root, shape_of(part.model), part.prefix)
    repeated = rules.unique_ids(rules.Sources((surveyed,), whole=True))
    problems = [*tree.problems, *surveyed.problems, *_references(surveyed), *repeated, *sign_problems(surveyed)]
    content: T | None = None
    try:
        content = adapter(part.model).validate_python(surveyed.data)
    except ValidationError as error:
        problems += explain(error.errors(include_url=False), surveyed)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    signs = tuple(unusual_signs(surveyed))
    return PartReading(None if wrong else content, tuple(sorted(set(problems))), inputs, surveyed.found, signs)


def _references(surveyed: Survey) -> Iterator[Problem]:
    for found in surveyed.found:
        marks = texts.walk(found.text.content) if found.text else ()
        if any(not isinstance(inline, _POSSIBLE) for inline in marks):
            yield Problem(found.place, *wording.LEAVES_THE_SHEET, found.address, rule="handout-reference")
