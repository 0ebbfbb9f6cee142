"""Progress: who is working on what, told to whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Told(Protocol):
    """Hears how far a product is; ``page`` counts pages, 0 where a stage has none, and ``of`` is their number if known."""

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Hear one step."""


def silent(product: str, stage: str, page: int = 0, of: int = 0) -> None:
    """Hear nothing."""
    del product, stage, page, of


_listener: ContextVar[Told] = ContextVar("listener", default=silent)


def tell(product: str, stage: str, page: int = 0, of: int = 0) -> None:
    """Tell one step."""
    _listener.get()(product, stage, page, of)


@contextmanager
def heard_by(told: Told) -> Iterator[None]:
    """Let somebody hear of every step that is taken while the block runs."""
    token = _listener.set(told)
    try:
        yield
    finally:
        _listener.reset(token)
