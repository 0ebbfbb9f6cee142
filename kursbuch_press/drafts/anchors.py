"""The names under which a program finds the texts of a draft again: hidden bookmarks and ids of paragraphs."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

PREFIX = "_y_"


@lru_cache(maxsize=8192)
def digest_of(address: str) -> str:
    """Give the digest from which the names of an address are made."""
    return sha256(address.encode()).hexdigest()


def anchor_name(address: str) -> str:
    """Give the bookmark of the text at an address.

    Word hides names that begin with an underscore (limit 40 characters).
    """
    return PREFIX + digest_of(address)[:16]


def call_name(note: str) -> str:
    """Give the bookmark of the call of a note.

    LibreOffice renames the bookmarks inside of notes (``…_Copy_1``), but keeps those in the text.
    """
    return anchor_name(f"{note}/call")


def paragraph_id(address: str) -> str:
    """Give the ``w14:paraId`` of the text at an address.

    Eight hexadecimal digits, below 80000000 as Word demands.
    """
    return f"{int(digest_of(address)[16:24], 16) & 0x7FFFFFFF or 1:08X}"
