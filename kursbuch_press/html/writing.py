"""Inlines as HTML: what the templates call ``{{ inline(node.content) }}``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup

from kursbuch_press.book.languages import direction_of
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.html.addresses import words_html
from kursbuch_press.html.references import References

# Its own direction: § and number of a German law would change places inside Arabic.
_FOREIGN = Markup('<i lang="{}" dir="{}">{}</i>')


@dataclass(frozen=True, slots=True)
class HtmlWriter:
    """Writes inlines for one output.

    ``references`` decides what leads where. ``signs`` replaces signs that the typeface of the output lacks (keys are code
    points, as of ``str.translate``).
    """

    references: References
    signs: Mapping[int, str] = field(default_factory=dict)

    def html(self, content: Content) -> Markup:
        """Write inlines in reading order."""
        return Markup("").join(self._inline(inline) for inline in content)

    def _inline(self, inline: inlines.Inline) -> Markup:  # noqa: PLR0911, C901 - one line for each kind
        match inline:
            case inlines.Words():
                return words_html(inline.text.translate(self.signs))
            case inlines.Strong():
                return Markup("<strong>{}</strong>").format(self.html(inline.content))
            case inlines.Emphasis():
                return Markup("<em>{}</em>").format(self.html(inline.content))
            case inlines.Foreign():
                return _FOREIGN.format(inline.language, direction_of(inline.language), self.html(inline.content))
            case inlines.WebLink():
                return Markup('<a class="web" href="{}">{}</a>').format(inline.href, self.html(inline.content))
            case inlines.Jump():
                return self.references.jump(inline, self.html(inline.content))
            case inlines.PageNumber():
                return self.references.number(inline)
            case inlines.Short():
                return self.references.short(inline, self.html(inline.content))
            case inlines.Aloud():
                return Markup('<span aria-label="{}">{}</span>').format(inline.spoken, self.html(inline.content))
            case inlines.Spot():
                return self.references.spot(inline, self.html(inline.content))
            case inlines.Footnote():
                return self.references.note(inline, self.html)
            case _:
                assert_never(inline)
