"""What Jinja2 says of a designer's mistakes, in German; what is not known here stays as it is."""

from __future__ import annotations

import re

import jinja2
from jinja2.exceptions import SecurityError

from kursbuch_press.html import wording

_JINJA = (
    (r"'(.+)' is undefined", r"„\1“"),
    (r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(.+)'", r"„\2“ (an einem „\1“)"),
    (r"(?:[\w.]+\.)?(\w+) object has no element (.+)", r"Eintrag \2 (in „\1“)"),
    (r"access to attribute '(.+)' of '.+' object is unsafe\.", r"Zugriff auf „\1“"),
    (r"No (filter|test) named '(.+)'\.", r"Das Wort „\2“ ist hier nicht bekannt (\1)."),
    (
        r"Unexpected end of template\..*The innermost block that needs to be closed is '(.+)'\.",
        r"„{% \1 %}“ wird nicht geschlossen: Es fehlt „{% end\1 %}“.",
    ),
    (r"Encountered unknown tag '(.+?)'\..*", r"Das Wort „{% \1 %}“ passt hier nicht."),
    (r"[Uu]nexpected end of template.*", "Die Vorlage endet mitten in einer Anweisung."),
    (r"expected token '(.+)', got '(.+)'", r"Statt „\2“ wird „\1“ erwartet."),
    (r"[Uu]nexpected '(.+)'", r"„\1“ passt hier nicht."),
    (r"Expected an expression, got '(.+)'", r"Statt „\1“ wird ein Wert erwartet."),
)


def template_failure(error: Exception) -> tuple[str, str]:
    """Give the sentence, with a gap for the reason, and the reason for what happened while a template was rendered."""
    match error:
        case jinja2.UndefinedError():
            return wording.TEMPLATE_UNDEFINED, template_reason(str(error))
        case SecurityError():
            return wording.TEMPLATE_FORBIDDEN, template_reason(str(error))
        case RecursionError():
            return wording.TEMPLATE_FAILED, wording.TEMPLATE_ENDLESS
        case MemoryError():
            return wording.TEMPLATE_FAILED, wording.TEMPLATE_TOO_LARGE
        case ZeroDivisionError():
            return wording.TEMPLATE_FAILED, wording.TEMPLATE_DIVIDES
        case _:
            return wording.TEMPLATE_FAILED, template_reason(str(error))


def template_reason(message: str) -> str:
    """Say a message of Jinja2 in German."""
    return _translated(message)


def _translated(message: str) -> str:
    for english, german in _JINJA:
        if match := re.fullmatch(english, message, re.DOTALL):
            return match.expand(german)
    return message
