"""What a part leads to outside itself: addresses in the web and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Links(Protocol):
    """Gives the relationship of a part to an address in the web or to a picture."""

    hrefs: dict[str, str]
    """The addresses by the ids of their relationships."""

    def web(self, href: str) -> str:
        """Give the id of the relationship to an address."""

    def picture(self, content: bytes) -> Picture:
        """Give the id of the relationship to a picture, with its size in pixels."""

    def vectors(self, svg: bytes) -> str:
        """Give the id of the relationship to an SVG file."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that has become part of the file; width and height in pixels."""

    rid: str
    width: int
    height: int
