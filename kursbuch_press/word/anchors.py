"""The names under which Word finds things again.

Hidden bookmarks for texts, targets of jumps, ids of paragraphs.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

PREFIX = "_y_"
FIELDS = frozenset({"text", "title", "caption", "term"})
"""The fields that stand for the thing they belong to: a jump to a table lands at its caption."""


@lru_cache(maxsize=8192)
def _digest(address: str) -> str:
    return sha256(address.encode()).hexdigest()


def anchor_name(address: str) -> str:
    """Give the bookmark of the text at an address.

    Word hides names that begin with an underscore (limit 40 characters).
    """
    return PREFIX + _digest(address)[:16]


def paragraph_id(address: str) -> str:
    """Give the ``w14:paraId`` of the text at an address.

    Eight hexadecimal digits, below 80000000 as Word demands.
    """
    return f"{int(_digest(address)[16:24], 16) & 0x7FFFFFFF or 1:08X}"


def thing(address: str) -> str:
    """Give the address of what a text stands for.

    The heading ``chapter/block/text`` for ``chapter/block``.
    """
    stem, _, last = address.rpartition("/")
    return stem if last in FIELDS else address


def nine_digits(address: str) -> int:
    """Give the number by which Word names the targets of references (``_Ref`` and nine digits)."""
    return int(_digest(address)[:12], 16) % 10**9
