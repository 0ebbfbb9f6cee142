"""Inlines as HTML: what the templates call ``{{ node.content | inline }}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup, escape

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.pages import wording

# Stands for a page number that is not known yet; has as many figures as the folios of most pages.
UNKNOWN_FOLIO = "00"

# A label with its number: Tabelle 3, Maßnahme V.2. No line ends between the two.
_COUNTED = re.compile(r"\w+ [\dV.]+")


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inlines for one output; ``folios`` gives the printed folio of an address.

    ``targets`` are the addresses that exist in the output, or None for all of them: a link to another one becomes plain
    words (a handout holds a part of the book only).
    """

    folios: Mapping[str, str]
    targets: frozenset[str] | None = None

    def html(self, content: Content) -> Markup:
        """Write inlines in reading order."""
        return Markup("").join(self._inline(inline) for inline in content)

    def folio(self, target: str) -> Markup:
        """Write a page number as zeros, as many as it has figures.

        Folios are set in figures of one width, so the layout does not depend on which they are; ``put_folios`` puts the
        true ones into the laid-out lines. A chapter is laid out again only if a number has more or fewer figures.
        """
        zeros = "0" * len(self.folios.get(target, UNKNOWN_FOLIO))
        return Markup('<span class="folio" data-folio="{}">{}</span>').format(anchor(target), zeros)

    def pages(self, targets: tuple[str, ...]) -> Markup:
        """List the pages of several places, each once and in order, with runs joined: 12, 15, 27–29."""
        found: dict[int, str] = {}
        for target in targets:
            if target in self.folios:
                found.setdefault(int(self.folios[target]), target)
        return Markup(", ").join(self._run(run, found) for run in _runs(sorted(found)))

    def _run(self, run: list[int], found: Mapping[int, str]) -> Markup:
        ends = run if len(run) == 1 else [run[0], run[-1]]
        return Markup("–").join(self._link(found[page], "page", escape(page)) for page in ends)

    def _inline(self, inline: inlines.Inline) -> Markup:  # noqa: PLR0911, C901 - one line for each kind
        match inline:
            case inlines.Words():
                return escape(inline.text)
            case inlines.Strong():
                return Markup("<strong>{}</strong>").format(self.html(inline.content))
            case inlines.Emphasis():
                return Markup("<em>{}</em>").format(self.html(inline.content))
            case inlines.Foreign():
                return Markup('<i lang="{}">{}</i>').format(inline.language, self.html(inline.content))
            case inlines.WebLink():
                return Markup('<a class="web" href="{}">{}</a>').format(inline.href, self.html(inline.content))
            case inlines.Jump():
                return self._jump(inline)
            case inlines.PageNumber():
                return self._link(inline.target, "page", self.folio(inline.target))
            case inlines.Short():
                return Markup('<abbr title="{}">{}</abbr>').format(inline.expansion, self.html(inline.content))
            case inlines.Spot():
                return Markup('<span id="{}">{}</span>').format(anchor(inline.address), self.html(inline.content))
            case inlines.Footnote():
                return self._footnote(inline)
            case _:
                assert_never(inline)

    def _link(self, target: str, role: str, words: Markup) -> Markup:
        if self.targets is not None and target not in self.targets:
            return words
        return Markup('<a class="{}" href="#{}">{}</a>').format(role, anchor(target), words)

    def _jump(self, jump: inlines.Jump) -> Markup:
        words = self.html(jump.content)
        if jump.label and _COUNTED.fullmatch(inlines.plain(jump.content)):
            words = Markup('<span class="keep">{}</span>').format(words)
        if not jump.page:
            return self._link(jump.target, jump.role, words)
        shape = wording.PAGE_AFTER_LABEL if jump.label and words else wording.PAGE_AFTER_WORDS
        shape = wording.PAGE_ALONE if not words else shape
        page = Markup(shape).format(self.folio(jump.target))  # noqa: S704 - the wording is ours
        return self._link(jump.target, jump.role, words + page)

    def _footnote(self, note: inlines.Footnote) -> Markup:
        if note.again:
            return Markup('<a class="note-again" href="#{}">{}</a>').format(anchor(note.address), note.number)
        return Markup('<span class="footnote" id="{}">{}</span>').format(anchor(note.address), self.html(note.content))


def _runs(pages: list[int]) -> list[list[int]]:
    """Join pages that follow each other, from three on: two neighbours are two pages."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [part for run in runs for part in ([run] if len(run) > 2 else [[page] for page in run])]  # noqa: PLR2004
