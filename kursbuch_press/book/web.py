"""Addresses of the web and of mail in running text, whether or not somebody made links of them; which of them can be called."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

_TOP = "de|org|eu|com|net|info|at|ch|gov|edu|int|io|example"
_BEHIND = ".,;:!?…’"
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|mailto:|www\.)[^\s<>\"„“”‚‘«»‹›]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.@/-])[\w-]+(?:\.[\w-]+)*\.(?:{_TOP})(?![\w-]|\.\w)(?:/[^\s<>\"„“”‚‘«»‹›]*)?",
    re.IGNORECASE,
)
_HINT = re.compile(rf"://|mailto:|www\.|@|\.(?:{_TOP})(?![\w-])", re.IGNORECASE)
"""Stands in every text that holds an address: looking for it costs a tenth of looking for addresses."""


def find_web_addresses(text: str) -> list[tuple[int, int]]:
    """Give the begin and end of every address, without the mark of the sentence that follows it."""
    found: list[tuple[int, int]] = []
    if not _HINT.search(text):
        return found
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(_BEHIND)
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(_BEHIND)
        if address.endswith("'") and address.count("'") % 2:  # it closes a quotation around the address
            address = address[:-1]
        if address:
            found.append((match.start(), match.start() + len(address)))
    return found


LONGEST = 300
"""So many signs of an address make a code that a phone still reads from paper, 6 mm for ten of its squares."""


_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LONGEST_NAME = 253  # RFC 1035, 2.3.4, as written with dots


def is_address(value: str) -> bool:
    """Tell whether an address can be called: its host and port are such as every program understands (RFC 3986).

    One that tells a name and a password is none to be printed.
    """
    try:
        parts = urlsplit(value)
        is_named = bool(parts.hostname) and _is_host(parts.hostname or "") and parts.username is None
        return is_named and (parts.port is None or parts.port > 0) and not _BROKEN_PERCENT.search(value)
    except ValueError:
        return False


def _is_host(name: str) -> bool:
    """Whether a computer can have a name (RFC 1123, 2.1), or it is an address in numbers; raises ValueError for some others."""
    if ":" in name:
        return IPv6Address(name).scope_id is None
    if name.rstrip(".").rpartition(".")[2].isdecimal():
        return bool(IPv4Address(name))
    return len(name.encode("idna")) <= _LONGEST_NAME
