"""Progress: who is working on what, told to whoever listens."""

from __future__ import annotations

from typing import Protocol


class Told(Protocol):
    """Hears how far a product is; ``page`` counts pages, 0 where a stage has none, and ``of`` is their number if known."""

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Hear one step."""


def silent(product: str, stage: str, page: int = 0, of: int = 0) -> None:
    """Hear nothing."""
    del product, stage, page, of
