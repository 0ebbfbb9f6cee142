"""A file as it came."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as it came: its name, its bytes, and what the editor says of it (a draft, an author); either may be empty."""

    name: str
    content: bytes = field(repr=False)
    draft: str = ""
    author: str = ""
