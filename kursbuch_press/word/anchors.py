"""What a text stands for, and the numbers by which Word names the targets of references."""

from __future__ import annotations

from kursbuch_press.drafts.anchors import digest_of

FIELDS = frozenset({"text", "title", "caption", "term"})
"""The fields that stand for the thing they belong to: a jump to a table lands at its caption."""


def thing(address: str) -> str:
    """Give the address of what a text stands for.

    The heading ``chapter/block/text`` for ``chapter/block``.
    """
    stem, _, last = address.rpartition("/")
    return stem if last in FIELDS else address


def nine_digits(address: str) -> int:
    """Give the number by which Word names the targets of references (``_Ref`` and nine digits)."""
    return int(digest_of(address)[:12], 16) % 10**9
