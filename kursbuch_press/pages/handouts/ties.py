"""Words that stay together at the ends of lines: WeasyPrint knows no ``text-wrap``, so no-break spaces are put in."""

from __future__ import annotations

import re

from markupsafe import Markup

_LAST = re.compile(r"(?<![^\s>])([^\s<>;]{0,9}[^\s<>;,]) (?=[^\s<>;]{1,7}(?:</strong>|$))")
"""A word before a last one of up to seven letters, also of bold words, if no other tag or entity ends it.

Both must be short, so that they fit into any column, and belong together: what stands behind a comma may begin a line.
"""
_FIRST = re.compile(r"^([^\s<>;&]{1,4}) (?=[^\s<>;]{1,14}(?:\s|$))")
"""The space behind a first word such as „Eine“, if the next is short enough to stand beside it in a column."""


def end_tied(html: Markup) -> Markup:
    """Keep a short last word from standing on a line of its own."""
    return Markup(_LAST.sub("\\1\u00a0", html))  # noqa: S704 - only a space changes


def start_tied(html: Markup) -> Markup:
    """Keep a short first word with the next."""
    return Markup(_FIRST.sub("\\1\u00a0", html))  # noqa: S704 - only a space changes
