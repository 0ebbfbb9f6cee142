"""What WeasyPrint says of a designer's mistakes, in German; what is not known here stays as it is."""

from __future__ import annotations

import re

from kursbuch_press.pages import wording
from kursbuch_press.pages.wording.engine import STYLE


def style_reason(message: str) -> str:
    """Say a warning of WeasyPrint in German; the place is told beside it."""
    said = _translated(message, STYLE)
    return said if said != message else wording.STYLE_WARNING.format(message=message)


def _translated(message: str, table: tuple[tuple[str, str], ...]) -> str:
    for english, german in table:
        if match := re.fullmatch(english, message, re.DOTALL):
            return match.expand(german)
    return message
