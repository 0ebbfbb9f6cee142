"""Words as HTML, with addresses of the web and of mail that end a line only where nobody can misread them."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from kursbuch_press.book.web import find_web_addresses

# Where an address may end a line: behind a slash, an @ or a joint of a query, and before a dot.
_BREAK = re.compile(r"(?<=[^/]/)(?=[^/])|(?<=[@?&=_])(?=\w)|(?<=\w)(?=\.\w)")


def words_html(text: str) -> Markup:
    """Write words; an address gets class ``address``, and its joints are marked with U+200B.

    A hyphen in it ends no line (U+2060), since nobody could tell whether it belongs to the address.
    """
    parts, done = [], 0
    for begin, end in find_web_addresses(text):
        address = _BREAK.sub("\u200b", text[begin:end]).replace("-", "-\u2060")
        parts += [escape(text[done:begin]), Markup('<span class="address">{}</span>').format(address)]
        done = end
    return Markup("").join([*parts, escape(text[done:])])
