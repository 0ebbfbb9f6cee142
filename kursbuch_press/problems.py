"""What can be wrong with a book, and where: problems are values that are collected and shown together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is shown, a note is listed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the project; ``line`` and ``column`` count from 1, 0 means "the file as a whole"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give the place as compilers and editors write it: ``file:line:column``."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake of an author or designer: where, which text, what is wrong and what to type next.

    ``address`` is chapter id / block id / field, as far as it is known. ``rule`` is a short stable name of the rule that
    was broken. All texts are German: editors read them.
    """

    place: Place
    message: str
    hint: str = ""
    address: str = ""
    severity: Severity = field(default=Severity.ERROR, compare=False)
    rule: str = ""


class PressError(Exception):
    """Something outside the book is broken (a tool, a file, the machine); the message is German and for people.

    ``exit_code`` is what the command line ends with: 3 says that the machine lacks something.
    """

    def __init__(self, message: str, *, exit_code: int = 3) -> None:
        """Keep the message for people and the exit code for scripts."""
        super().__init__(message)
        self.exit_code = exit_code

    def __reduce__(self) -> tuple[type[PressError], tuple[str], dict[str, int]]:
        """Go from one process to another whole: an exception is sent without what it was given by name."""
        return type(self), (str(self),), {"exit_code": self.exit_code}


class FileError(PressError):
    """A finished file that somebody gave is none, or cannot be read: that is the file's fault, and a verdict on it."""

    def __init__(self, message: str) -> None:
        """Keep the message; a command that judges such a file ends as with any other that does not pass."""
        super().__init__(message, exit_code=1)

    def __reduce__(self) -> tuple[type[PressError], tuple[str], dict[str, int]]:
        """Go from one process to another whole."""
        return type(self), (str(self),), {}


class BookError(Exception):
    """The book has errors; carries every problem that was found, so that an editor sees all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in the order of their places."""
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(problems))


def listed(words: Iterable[str], most: int = 15, last: str = "und") -> str:
    """Give words as a German sentence lists them, the first ones if they are many: „a“, „a und b“, „a, b und 4 weitere“."""
    found = list(words)
    if len(found) > most:
        found[most:] = [f"{len(found) - most} weitere"]
    return f" {last} ".join(each for each in (", ".join(found[:-1]), *found[-1:]) if each)
