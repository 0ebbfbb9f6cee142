"""Large type: no line of it ends with a short word, which belongs to the one that follows."""

from __future__ import annotations

import re

from markupsafe import Markup

_LONG = 12
"""Letters: a longer word may leave the short one behind, or both together would be too broad for a line of a title."""


def bound(words: str) -> str:
    """Bind short words to the next one, so that no line of large type ends with "in" or "zur"."""
    return re.sub(r"(?<![^\s\u00a0])(\S{1,3}) ", "\\1\u00a0", words)


def bound_html(words: Markup) -> Markup:
    """Bind short words of a title to the next one, unless that is long; tags are left alone."""
    pieces = re.split(r"(<[^>]*>)", words)
    pieces[::2] = [
        re.sub(rf"(?<![^\s\u00a0])([^\s&]{{1,3}}) (?=\S{{1,{_LONG}}}(?:\s|$))", "\\1\u00a0", piece) for piece in pieces[::2]
    ]
    return Markup("".join(pieces))  # noqa: S704 - what comes in is markup, and only blanks are other ones
