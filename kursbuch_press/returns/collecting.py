"""A pause for the collector of circular garbage: a return is all live objects until its report is written."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_collecting() -> Iterator[None]:
    """Let nobody look for garbage that cannot be there; how much a return may hold is bounded by its budget."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
