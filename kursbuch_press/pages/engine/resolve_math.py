"""A calculation in a stylesheet that nobody can work out is an invalid value: WeasyPrint 70 falls over some of them.

``calc(3mm + )``, ``mod(1, 0)``, ``log(0)`` and ``calc(1/0)`` raise errors in it that nothing catches while it reads them.
"""

from __future__ import annotations

import math
from typing import Any

from weasyprint import css
from weasyprint.css.tokens import PercentageInMath, RelativeLengthInMath

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement

# WeasyPrint's tokens and styles carry no types; they stay inside this file.
Token = Any
Style = Any

_OF_ALL = 100
"""Stands for the length that percentages are of, where it is not known yet: whether they can be reckoned shows with any."""


def _resolve(token: Token, computed: Style = None, property_name: str | None = None, refer_to: float | None = None) -> Token:
    try:
        found = originals.resolve_math(token, computed, property_name, refer_to)
    except PercentageInMath:
        if refer_to is None and _fails(token, computed, property_name):
            return None
        raise
    except RelativeLengthInMath:
        raise
    except (AssertionError, ArithmeticError, IndexError, ValueError):
        return None
    value = getattr(found, "value", 0)
    return None if isinstance(value, float) and not math.isfinite(value) else found


def _fails(token: Token, computed: Style, property_name: str | None) -> bool:
    """Whether a calculation with percentages comes to nothing however long the whole is: it would fail on the page."""
    try:
        return _resolve(token, computed, property_name, _OF_ALL) is None
    except RelativeLengthInMath:
        return False


REPLACEMENT = Replacement(css, "resolve_math", originals.resolve_math, _resolve, "000ea9c13a0a0477")
