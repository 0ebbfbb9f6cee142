"""Addresses of the web and of mail in running text, whether or not somebody made links of them."""

from __future__ import annotations

import re

_TOP = "de|org|eu|com|net|info|at|ch|gov|edu|int|io|example"
_BEHIND = ".,;:!?…’"
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|mailto:|www\.)[^\s<>\"„“”‚‘«»‹›]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.@/-])[\w-]+(?:\.[\w-]+)*\.(?:{_TOP})(?![\w-]|\.\w)(?:/[^\s<>\"„“”‚‘«»‹›]*)?",
    re.IGNORECASE,
)


def find_web_addresses(text: str) -> list[tuple[int, int]]:
    """Give the begin and end of every address, without the mark of the sentence that follows it."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_BEHIND)
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(_BEHIND)
        if address.endswith("'") and address.count("'") % 2:  # it closes a quotation around the address
            address = address[:-1]
        if address:
            found.append((match.start(), match.start() + len(address)))
    return found
