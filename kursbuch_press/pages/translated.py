"""What WeasyPrint says of a designer's mistakes, in German; what is not known here stays as it is."""

from __future__ import annotations

import re

from kursbuch_press.pages import wording

_STYLE = (
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, unknown property\.", r"Die Eigenschaft „\1“ kennt WeasyPrint nicht."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, invalid value\.", r"„\2“ ist kein Wert für die Eigenschaft „\1“."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, (.+)\.", r"„\1: \2“ wird nicht beachtet (\3)."),
    (r"Invalid or unsupported selector '(.+?)', .*", r"Den Selektor „\1“ kennt WeasyPrint nicht."),
    (r"Unsupported @page selector '(.+?)', .*", r"Die Seitenart „@page \1“ kennt WeasyPrint nicht."),
    (r"Unknown empty rule <AtRule @(\S+).*", r"Die Regel „@\1“ kennt WeasyPrint nicht."),
    (r"Parse error at \d+:\d+: EOF reached before \{\} block.*", "Hier fehlt ein Block in geschweiften Klammern."),
)


def style_reason(message: str) -> str:
    """Say a warning of WeasyPrint in German; the place is told beside it."""
    said = _translated(message, _STYLE)
    return said if said != message else wording.STYLE_WARNING.format(message=message)


def _translated(message: str, table: tuple[tuple[str, str], ...]) -> str:
    for english, german in table:
        if match := re.fullmatch(english, message, re.DOTALL):
            return match.expand(german)
    return message
