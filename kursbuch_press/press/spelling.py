"""Spelling: the words of the sources that neither hunspell nor the book itself knows, each with its first place."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kursbuch_press.book.book import Book
from kursbuch_press.disk import recording
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.press import wording
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.problems import BookError, Place, PressError, Problem, Severity
from kursbuch_press.sources import read_source

OWN_WORDS = "sources/words.txt"
"""The words of the book that no dictionary has, one on a line; # begins a remark."""

_NOT_PRINTED = frozenset(
    {
        "swatch",
        "illustration",
        "pictogram",
        "pictograms",
        "part",
        "drawing",
        "language",
        "at",
        "picture",
        "matter",
        "starts",
        "after",
        "url",
    }
)
_SECONDS = 120
_MOST = 200
_LEAST = 3  # letters; shorter ones are abbreviations
# Addresses, names of files, targets of links, calls of notes, and whole phrases that are marked as another language.
_NO_WORDS = re.compile(
    r"\[[^\]]*\]\(sprache:[^)]*\)|\]\([^)]*\)|\[\^[^\]]*\]|(?:https?://|www\.)\S+|\S+@\S+|[\w/.-]+\.[a-z]{2,5}\b|(?<=\w)[*_:](?=innen\b|in\b)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?-?")


@dataclass(frozen=True, slots=True)
class _Met:
    """Where a word stands first, and how often it does."""

    address: str
    count: int = 1


def spelling(project: Project) -> tuple[Problem, ...]:
    """Name every unknown word at its first place; raises PressError where hunspell or its dictionary is missing."""
    book = readings(project).book.book
    if book is None:
        raise BookError(readings(project).book.problems)
    met = _words(book)
    own = own_words(project.folder) | _known_to(book)
    asked = [word for word in met if word.casefold() not in own and not word.isupper()]
    unknown = hunspell(asked, book.edition.language)
    found = [
        _problem(_place(project, book.place(met[word].address), word), word, met[word], near) for word, near in unknown.items()
    ]
    return tuple(sorted(found)[:_MOST])


def own_words(folder: Path) -> frozenset[str]:
    """Read the words of the book that are right though no dictionary has them."""
    path = folder / OWN_WORDS
    if not recording.is_file(path):
        return frozenset()
    lines = recording.read_bytes(path).decode("utf-8", "replace").splitlines()
    return frozenset(word.casefold() for line in lines if (word := line.partition("#")[0].strip()))


def _known_to(book: Book) -> frozenset[str]:
    """Give the words that the book explains or hyphenates itself: they were written with care."""
    terms = " ".join((*(each.term for each in book.glossary.entries), *(each.short for each in book.glossary.abbreviations)))
    hyphenated = " ".join(word.replace("-", "") for word in book.edition.hyphenation)
    names = f"{book.edition.title} {book.edition.issued_by}"
    return frozenset(word.casefold() for word in _WORD.findall(f"{terms} {hyphenated} {names}"))


def _words(book: Book) -> dict[str, _Met]:
    met: dict[str, _Met] = {}
    for at, text in source_texts(book).items():
        if at.rpartition("/")[2] in _NOT_PRINTED or isinstance(text, Enum):
            continue
        for word in _WORD.findall(_NO_WORDS.sub(" ", text or "")):
            # „Bildungs-“ lacks its head, and is no word without it.
            if len(word) >= _LEAST and not word.endswith("-"):
                known = met.get(word)
                met[word] = _Met(known.address, known.count + 1) if known else _Met(at)
    return met


def hunspell(words: list[str], language: str) -> Mapping[str, str]:
    """Ask hunspell for words that it does not know, each with what is most like it; the dictionary is that of the language."""
    program = shutil.which("hunspell")
    if program is None:
        raise PressError(wording.NO_HUNSPELL)
    dictionary = "de_DE" if language.partition("-")[0] == "de" else language.replace("-", "_")
    typed = "".join(f"^{word}\n" for word in words).encode()
    command = [program, "-a", "-i", "UTF-8", "-d", dictionary]
    try:
        done = subprocess.run(command, input=typed, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PressError(wording.NO_HUNSPELL) from error
    if done.returncode:
        raise PressError(wording.NO_DICTIONARY.format(dictionary=dictionary))
    return dict(_unknown(done.stdout.decode("utf-8", "replace")))


def _unknown(said: str) -> Iterator[tuple[str, str]]:
    """Read hunspell's answers (its manual, option -a): „& word count place: near, near“ and „# word place“."""
    for line in said.splitlines():
        if line.startswith("& "):
            yield line.split()[1], line.partition(": ")[2].partition(",")[0]
        elif line.startswith("# "):
            yield line.split()[1], ""


def _problem(place: Place, word: str, met: _Met, near: str) -> Problem:
    times = wording.TIMES.format(count=met.count) if met.count > 1 else ""
    message = wording.UNKNOWN_WORD.format(word=word, times=times)
    hint = (wording.PERHAPS_WORD if near else wording.OWN_WORD).format(word=word, near=near, file=OWN_WORDS)
    return Problem(place, message, hint, met.address, Severity.NOTE, "spelling")


def _place(project: Project, begin: Place, word: str) -> Place:
    """Find the word behind the place at which its text begins."""
    source = read_source(project.folder, begin.file)
    lines = [] if isinstance(source, Problem) else source.text.split("\n")
    for number, line in enumerate(lines[begin.line - 1 :], start=begin.line):
        start = begin.column - 1 if number == begin.line else 0
        if found := re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(line, start):
            return Place(begin.file, number, found.start() + 1)
    return begin
