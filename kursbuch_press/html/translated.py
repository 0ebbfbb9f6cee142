"""What Jinja2 says of a designer's mistakes, in German; what is not known here stays as it is."""

from __future__ import annotations

import re

import jinja2
from jinja2.exceptions import SecurityError

from kursbuch_press.html import wording


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
    for token, written in wording.TOKENS.items():
        message = message.replace(f"'{token}'", f"'{written}'")
    for english, german in wording.JINJA:
        if match := re.fullmatch(english, message, re.DOTALL):
            return match.expand(german)
    return message
