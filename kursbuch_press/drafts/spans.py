"""Words as Word shows them, with the few looks that our Markdown can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words of one look.

    ``href`` is where a link out of the book leads. ``note`` is the address of the footnote that is called here; such a
    span has no text. A note that a co-author added is called by ``+`` and its place among the new notes of the return
    (``+1``). ``field`` is true for words that a program computes and may compute anew (a page, "Tabelle 3"): they are
    shown, but never compared.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    note: str = ""
    field: bool = False


Spans = tuple[Span, ...]


def span_text(spans: Spans) -> str:
    """Give the words alone."""
    return "".join([span.text for span in spans])
