"""Jinja2 as designers meet it: strict, sandboxed, autoescaping; every fault becomes a Problem with template and line."""

from __future__ import annotations

import re
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from kursbuch_press.book.addresses import anchor
from kursbuch_press.disk import recording
from kursbuch_press.disk.looking import is_there
from kursbuch_press.html import translated, wording
from kursbuch_press.html.sandbox import Sandbox
from kursbuch_press.problems import BookError, Place, Problem
from kursbuch_press.sources import read_source

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_LINK = re.compile(r"\{%[-+]?\s*(?:include|extends|import|from)\s+[\"']([^\"']+)[\"']")

# What gives other words each time; the same input gives the same bytes.
_BY_CHANCE = ("random", "lipsum")
_MOST_KEPT = 300
"""Templates that one process keeps; a book has forty."""
_LONGEST = 20_000_000  # characters; a chapter of a hundred pages has half a million


class _Loader(jinja2.BaseLoader):
    """Reads templates as all files of the project are read: inside it, UTF-8, of bounded size."""

    def __init__(self, project: Path, folders: tuple[str, ...]) -> None:
        self._project = project
        self._folders = folders

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Give the text of a template and its path, which Jinja2 puts into tracebacks."""
        del environment
        with recording.recording() as inputs:
            path = self.path(template)
            if not path.is_symlink() and not recording.is_file(path) and not is_there(path):
                raise jinja2.TemplateNotFound(template)
            source = read_source(self._project, path.relative_to(self._project).as_posix())
        if isinstance(source, Problem):
            raise BookError((source,))

        def is_current() -> bool:
            """Jinja2 asks this each time it takes a template that it has kept: that is a read as well."""
            recording.record_all(inputs)
            return True

        return source.text, str(path), is_current

    def path(self, template: str) -> Path:
        """Give the path of a template: that in the first folder which has it; a name with ".." is that of none.

        A name that begins with that of a lower folder (``html/nodes/table.html.j2``) means the template there, so that one of
        the same name above can extend it.
        """
        parts = jinja2.loaders.split_template_path(template)
        for folder in self._folders[1:]:
            if len(parts) > 1 and parts[0] == folder.rpartition("/")[2]:
                return self._project.joinpath(folder, *parts[1:])
        places = [self._project.joinpath(folder, *parts) for folder in self._folders]
        missing = places[-1] if parts[0] == "nodes" else places[0]  # what is written for each kind of block is for all editions
        return next((place for place in places if place.is_symlink() or recording.is_file(place)), missing)


class _Compiled(jinja2.BytecodeCache):
    """What templates were compiled to in this process, as long as their text is the same: each chapter asks for all of them."""

    def __init__(self) -> None:
        """Nothing is compiled yet."""
        self._known: dict[str, tuple[str, CodeType]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name a template; Jinja2's own way cannot write a folder whose name is no text."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what a template was compiled to, if it said the same."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, in the place of what it had been compiled to before."""
        if len(self._known) > _MOST_KEPT:  # a process that reads one book after the other
            self._known.clear()
        if bucket.code is not None:
            self._known[bucket.key] = bucket.checksum, bucket.code


_COMPILED: defaultdict[tuple[str, ...], _Compiled] = defaultdict(_Compiled)
"""For each way through folders of templates, since filters differ."""


class Templates:
    """The templates of a folder of the project; what it lacks is looked for in the folders below it."""

    def __init__(self, project: Path, folder: str, *below: str) -> None:
        """Prepare the environment; nothing is read yet."""
        self._project = project
        self._loader = _Loader(project, (folder, *below))
        self._environment = Sandbox(
            loader=self._loader,
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            bytecode_cache=_COMPILED[folder, *below],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for name in _BY_CHANCE:
            self._environment.filters.pop(name, None)
            self._environment.globals.pop(name, None)
        self._environment.finalize = _printable
        self._environment.filters["anchor"] = anchor
        self._environment.filters["css"] = _css_string

    def filter(self, name: str, function: Callable[..., Any]) -> None:
        """Offer a filter to all templates of this folder."""
        self._environment.filters[name] = function

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Render a template; a fault in it is raised as a BookError that names template and line."""
        try:
            return _writable(self._environment.get_template(name).render(values))
        except BookError:
            raise
        except jinja2.TemplateNotFound as error:
            where, line = self._where(error, "")
            missing = str(error.name or name)
            raise BookError((self._missing(missing, where or missing, line or 1),)) from error
        except jinja2.TemplateSyntaxError as error:
            raise BookError((self._wrong_syntax(error, name),)) from error
        except Exception as error:  # what a template calls can raise anything; a fault of our own is raised again
            raise BookError((self._at_run_time(name, error),)) from error

    def faults(self, name: str, text: str) -> Iterator[Problem]:
        """Find what is wrong with a template before it is used: its syntax, and others that it names and are not there."""
        try:
            self._environment.parse(text, name)  # a third of the time that compiling takes
        except jinja2.TemplateSyntaxError as error:
            yield self._wrong_syntax(error, name)
        if not _COMMENT.sub("", text).strip():
            yield self._problem(name, 1, wording.TEMPLATE_EMPTY, wording.TEMPLATE_EMPTY_HINT)
        for match in _LINK.finditer(text):
            try:
                there = recording.is_file(self._loader.path(match[1]))
            except jinja2.TemplateNotFound:
                there = False
            if not there:
                yield self._missing(match[1], name, text.count("\n", 0, match.start()) + 1)

    def text(self, name: str) -> tuple[str, str]:
        """Give the path of a template from the project folder, and what it says; a template that is not there is raised."""
        path = self._loader.path(name)
        return path.relative_to(self._project).as_posix(), self._loader.get_source(self._environment, name)[0]

    def _at_run_time(self, name: str, error: Exception) -> Problem:
        shape, reason = translated.template_failure(error)
        where, line = self._where(error, name)
        if not line and not isinstance(error, jinja2.TemplateError):
            raise error
        return self._problem(where, line, shape.format(reason=reason), wording.TEMPLATE_HINT)

    def _where(self, error: Exception, name: str) -> tuple[str, int]:
        """Find the template and line in the traceback; Jinja2 gives its frames the file name of the template."""
        where, line = name, 0
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".j2"):
                where, line = frame.filename, frame.lineno or 0
        return where, line

    def _missing(self, missing: str, where: str, line: int) -> Problem:
        message = wording.TEMPLATE_MISSING.format(name=missing)
        return self._problem(where, line, message, wording.TEMPLATE_MISSING_HINT)

    def _wrong_syntax(self, error: jinja2.TemplateSyntaxError, name: str) -> Problem:
        message = wording.TEMPLATE_SYNTAX.format(reason=translated.template_reason(error.message or ""))
        return self._problem(error.name or name, error.lineno, message, wording.TEMPLATE_HINT)

    def _problem(self, name: str, line: int, message: str, hint: str) -> Problem:
        path = Path(name) if Path(name).is_absolute() else self._loader.path(name)
        return Problem(
            Place(path.relative_to(self._project).as_posix(), line, 1 if line else 0), message, hint, rule="template"
        )


def _printable(value: object) -> object:
    """Refuse to print a thing that has no words but an address in memory: a function, a filter that nobody took a list of."""
    if isinstance(value, int):
        str(value)  # one of more digits than Python writes is refused here, where the line is known
    if isinstance(value, (str, int, float, jinja2.Undefined)) or value is None:
        return value
    kind = type(value)
    nameless = kind.__str__ is object.__str__ and kind.__repr__ is object.__repr__
    if nameless or callable(value) or isinstance(value, Iterator):
        raise TypeError(wording.TEMPLATE_PRINTS.format(kind=kind.__name__))
    return value


def _writable(text: str) -> str:
    """Refuse a text that no page could hold, and half of a pair of UTF-16, which no file can hold."""
    if len(text) > _LONGEST:
        raise jinja2.TemplateError(wording.TEMPLATE_TOO_LARGE)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise jinja2.TemplateError(wording.TEMPLATE_HALF_SIGN) from error
    return text


def _css_string(words: str) -> Markup:
    """Make words safe between double quotes in a stylesheet (CSS Syntax 3, 4.3.5)."""
    return Markup(re.sub(r'(["\\\n])', lambda match: f"\\{ord(match[0]):x} ", words))  # noqa: S704 - escaped here


def snake(name: str) -> str:
    """Give the file name for a type's name: MeasureCard -> measure_card."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
