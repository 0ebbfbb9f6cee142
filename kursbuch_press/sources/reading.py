"""Reading the whole book: every file, then the rules between the files; all mistakes of one run together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kursbuch_press.book.addresses import ID_PATTERN
from kursbuch_press.book.back_matter import Glossary, Literature
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import ActionField, AnyChapter, Chapter, Continuation
from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.disk import recording
from kursbuch_press.disk.looking import is_there
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources import rules
from kursbuch_press.sources.explaining import explain
from kursbuch_press.sources.files import Source, neighbours, read_source
from kursbuch_press.sources.nodes import Mapping as MappingNode
from kursbuch_press.sources.pictures import check_pictures, pictures_of
from kursbuch_press.sources.shapes import shape_of
from kursbuch_press.sources.signs import Sign, sign_problems, unusual_signs
from kursbuch_press.sources.survey import Found, Survey, survey
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.wording import books as wording
from kursbuch_press.sources.wording import files as of_files

MAX_PROBLEMS = 100  # shown of one file


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave: the book if it has no errors, all problems in order, and the files it was read from.

    ``inputs`` maps the name of each file that was read (from the project folder) to the sha256 of its bytes. ``signs`` are
    those that not every typeface has, ``pictures`` the names of usable pictures with the address of their first figure.
    ``figures`` says where each figure names its picture (chapter/block/picture).
    ``sketch`` is the book also where it has mistakes that do not hinder laying it out (HARMLESS).
    """

    book: Book | None
    problems: tuple[Problem, ...]
    inputs: Mapping[str, str]
    signs: tuple[Sign, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    sketch: Book | None = None
    figures: Mapping[str, Place] = field(default_factory=dict)


HARMLESS = frozenset({"sign", "private-sign", "bidi-sign", "isbn"})
"""Rules whose mistakes leave every text, number and reference where it would be without them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book: its name, what it holds for pydantic, and the prefix of its addresses."""

    file: str
    model: object
    prefix: str


EDITION = Part("sources/kursbuch.yaml", Edition, "edition")
IMPRINT = Part("sources/imprint.yaml", Imprint, "imprint")
GLOSSARY = Part("sources/glossary.yaml", Glossary, "glossary")
LITERATURE = Part("sources/literature.yaml", Literature, "literature")
CHAPTERS = "sources/chapters"


def chapter_part(chapter: str) -> Part:
    """Give the file of a chapter."""
    return Part(f"{CHAPTERS}/{chapter}.yaml", AnyChapter, chapter)


@dataclass(slots=True)
class _Collected:
    """What has been read so far; only this file adds to it."""

    problems: list[Problem] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    surveys: list[Survey] = field(default_factory=list)
    whole: bool = True
    absent: set[str] = field(default_factory=set)


def read_book(project: Path) -> Reading:
    """Read the sources of a project folder; the book is None if there are errors. Mistakes raise nothing."""
    collected = _Collected()
    edition, imprint = (_read(project, part, collected) for part in (EDITION, IMPRINT))
    glossary = _read_optional(project, GLOSSARY, Glossary(), collected)
    literature = _read_optional(project, LITERATURE, Literature(), collected)
    named = _named_chapters(collected)
    chapters = tuple(_read_chapter(project, found, collected) for found in named)
    if any(surveyed.source.file == EDITION.file for surveyed in collected.surveys):  # else nothing is known of chapters
        collected.problems += _unnamed_chapters(project, {found.value for found in named})
    sources = rules.Sources(tuple(collected.surveys), collected.whole, frozenset(collected.absent))
    collected.problems += rules.check(sources)
    signs = tuple(sign for surveyed in collected.surveys for sign in unusual_signs(surveyed))
    named_pictures = pictures_of(sources.found)
    pictures = check_pictures(project, named_pictures)
    figures = {found.address: found.place for found in named_pictures}
    collected.problems += pictures.problems
    collected.inputs |= pictures.inputs
    problems = tuple(_limited(sorted(set(collected.problems))))
    errors = {problem.rule for problem in problems if problem.severity is Severity.ERROR}
    if not errors <= HARMLESS:
        return Reading(None, problems, collected.inputs, signs, pictures.usable, figures=figures)
    if "isbn" in errors:
        imprint = imprint.model_copy(update={"isbn": None})
    book = Book(edition, imprint, chapters, glossary, literature, _places(collected.surveys))
    return Reading(None if errors else book, problems, collected.inputs, signs, pictures.usable, book, figures)


def _read_optional(project: Path, part: Part, empty: Any, collected: _Collected) -> Any:  # noqa: ANN401 - as _read
    """Read a file that a book may do without: then it holds nothing."""
    if is_absent(project, part):
        collected.absent.add(part.file)
        return empty
    return _read(project, part, collected)


def is_absent(project: Path, part: Part) -> bool:
    """Tell whether a file that a book may do without is not there."""
    path = project / part.file
    return not recording.is_file(path) and not path.is_symlink() and not is_there(path)


def _read(project: Path, part: Part, collected: _Collected) -> Any:  # noqa: ANN401 - what part.model says
    """Read one file into its model; None if it is wrong, with its problems collected."""
    source = read_source(project, part.file)
    if isinstance(source, Problem):
        collected.problems.append(source)
        collected.whole = False
        return None
    collected.inputs[source.file] = source.sha256
    understood = _LATEST.get(part.file)
    if understood is None or (understood.source, understood.part) != (source, part):
        understood = _LATEST[part.file] = _understand(source, part)
    collected.problems += understood.problems
    if understood.surveyed is None:
        collected.whole = False
        return None
    collected.surveys.append(understood.surveyed)
    return understood.value


@dataclass(frozen=True, slots=True)
class _Understood:
    """What one file says: ``surveyed`` is None where it is not even a mapping, ``value`` where the model refuses it."""

    source: Source
    part: Part
    problems: tuple[Problem, ...]
    surveyed: Survey | None = None
    value: Any = None


_LATEST: dict[str, _Understood] = {}
"""What was understood of each file the last time: whoever watches a book reads all its files again when one has changed."""


def _understand(source: Source, part: Part) -> _Understood:
    tree = compose(source.text, source.file, part.prefix)
    if tree.root is None:
        return _Understood(source, part, tree.problems)
    if not isinstance(tree.root, MappingNode):
        place = Place(source.file, tree.root.start.line, tree.root.start.column)
        return _Understood(source, part, (*tree.problems, Problem(place, *wording.no_mapping(), rule="yaml")))
    surveyed = survey(source, tree.root, shape_of(part.model), part.prefix)
    value, wrong = _validated(part.model, surveyed)
    return _Understood(source, part, (*tree.problems, *surveyed.problems, *sign_problems(surveyed), *wrong), surveyed, value)


def _validated(model: object, surveyed: Survey) -> tuple[Any, tuple[Problem, ...]]:
    """Give what the model makes of a file, and what it says against it."""
    try:
        return adapter(model).validate_python(surveyed.data), ()
    except ValidationError as error:
        return None, tuple(explain(error.errors(include_url=False), surveyed))


_ADAPTERS: dict[object, TypeAdapter[Any]] = {}


def adapter(model: object) -> TypeAdapter[Any]:
    """Give what validates a model; making one costs more than using it, so each is made once."""
    form: Any = model
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(form)
    return _ADAPTERS[model]


def _named_chapters(collected: _Collected) -> list[Found]:
    """Give the chapters that the edition names, also an edition with mistakes; each once."""
    found = [
        item
        for surveyed in collected.surveys
        for item in surveyed.found
        if item.model is Edition and item.field == "chapters" and ID_PATTERN.fullmatch(item.value)
    ]
    return list({item.value: item for item in reversed(found)}.values())[::-1]


def _read_chapter(project: Path, named: Found, collected: _Collected) -> Chapter | ActionField | Continuation:
    part = chapter_part(named.value)
    there = neighbours(project / part.file)
    if f"{named.value}.yaml" not in there:
        words = of_files.missing_file(part.file, there)
        collected.problems.append(Problem(named.place, *words, address=named.address, rule="missing-file"))
        collected.whole = False
    else:
        chapter: Chapter | ActionField | Continuation = _read(project, part, collected)
        return chapter
    return None  # type: ignore[return-value]  # the problem above keeps it out of the book


def _unnamed_chapters(project: Path, named: set[str]) -> list[Problem]:
    names = [name for name in neighbours(project / CHAPTERS / "x") if name.endswith((".yaml", ".yml"))]
    return [
        Problem(
            Place(f"{CHAPTERS}/{name}"),
            *wording.unnamed_chapter(name),
            severity=Severity.WARNING,
            rule="unnamed-chapter",
        )
        for name in names
        if name.removesuffix(".yaml") not in named and not name.startswith((".", "~$"))  # those of programs that have one open
    ]


def _limited(problems: list[Problem]) -> Iterator[Problem]:
    """Give the first problems of each file and the number of the others; more would say nothing new."""
    for file, of_file in groupby(problems, lambda problem: problem.place.file):
        most = list(of_file)
        yield from most[:MAX_PROBLEMS]
        if len(most) > MAX_PROBLEMS:
            yield Problem(Place(file), *wording.more_problems(len(most) - MAX_PROBLEMS), rule="more")


def _places(surveys: list[Survey]) -> dict[str, Place]:
    return {address: place for surveyed in surveys for address, place in surveyed.places.items()}
