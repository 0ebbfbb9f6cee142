"""The colours of a gradient in a drawing run straight (ISO 32000-1, 7.10.3: an exponent of 1): WeasyPrint bends their line.

Gradients of stylesheets are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from weasyprint.pdf.stream import Stream

from kursbuch_press.pages.engine import originals
from kursbuch_press.pages.engine.replacing import Replacement


@dataclass(slots=True)
class _Lines:
    """Whether a gradient of a drawing is being written."""

    straight: bool = False


_lines = _Lines()


@contextmanager
def straight_lines() -> Iterator[None]:
    """Let colours run straight while the block runs."""
    _lines.straight = True
    try:
        yield
    finally:
        _lines.straight = False


def _interpolation(domain: object, c0: object, c1: object, exponent: object) -> object:
    return originals.create_interpolation_function(domain, c0, c1, 1 if _lines.straight else exponent)


REPLACEMENT = Replacement(
    Stream, "create_interpolation_function", originals.create_interpolation_function, _interpolation, "1f863e6f67f19559"
)
