"""Jinja2 as designers meet it: strict, sandboxed, autoescaping; every fault becomes a Problem with template and line."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kursbuch_press.book.addresses import anchor
from kursbuch_press.pages import wording
from kursbuch_press.problems import BookError, Place, Problem


class Templates:
    """The templates of one folder below layouts/; ``folder`` is shown in problems, so it is relative to the project."""

    def __init__(self, project: Path, folder: str) -> None:
        """Prepare the environment; nothing is read yet."""
        self.folder = folder
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FileSystemLoader(project / folder),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["anchor"] = anchor
        self._environment.filters["css"] = _css_string

    def filter(self, name: str, function: Callable[..., Any]) -> None:
        """Offer a filter to all templates of this folder."""
        self._environment.filters[name] = function

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Render a template; a fault in it is raised as a BookError that names template and line."""
        try:
            return self._environment.get_template(name).render(values)
        except jinja2.TemplateNotFound as error:
            raise self._failed(str(error.name or name), 0, wording.TEMPLATE_MISSING, "") from error
        except jinja2.TemplateSyntaxError as error:
            raise self._failed(error.name or name, error.lineno, wording.TEMPLATE_SYNTAX, error.message or "") from error
        except (
            jinja2.UndefinedError,
            SecurityError,
            TypeError,
            ValueError,
            AttributeError,
            ArithmeticError,
            LookupError,
        ) as error:
            raise self._at_run_time(name, error) from error

    def _at_run_time(self, name: str, error: Exception) -> BookError:
        """Find the template line in the traceback; Jinja2 gives its frames the file name of the template."""
        shapes: dict[type[Exception], str] = {
            jinja2.UndefinedError: wording.TEMPLATE_UNDEFINED,
            SecurityError: wording.TEMPLATE_FORBIDDEN,
        }
        shape = shapes.get(type(error), wording.TEMPLATE_FAILED)
        where, line = name, 0
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".j2"):
                where, line = Path(frame.filename).as_posix().rpartition(self.folder + "/")[2], frame.lineno or 0
        if not line and not isinstance(error, jinja2.TemplateError):
            raise error
        return self._failed(where, line, shape, str(error))

    def _failed(self, name: str, line: int, shape: str, reason: str) -> BookError:
        missing = shape == wording.TEMPLATE_MISSING
        hint = wording.TEMPLATE_MISSING_HINT if missing else wording.TEMPLATE_HINT
        place = Place(f"{self.folder}/{name}", line, 1 if line else 0)
        return BookError((Problem(place, shape.format(name=name, reason=reason), hint, rule="template"),))


def _css_string(words: str) -> Markup:
    """Make words safe between double quotes in a stylesheet (CSS Syntax 3, 4.3.5)."""
    return Markup(re.sub(r'(["\\\n])', lambda match: f"\\{ord(match[0]):x} ", words))  # noqa: S704 - escaped here


def snake(name: str) -> str:
    """Give the file name for a type's name: MeasureCard -> measure_card."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
