"""Whether text and signs can be seen on their ground: each pair of colours of the design, before any edition is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursbuch_press.checks.accessible.colours import contrast, read_hex
from kursbuch_press.checks.accessible.graphics import ENOUGH
from kursbuch_press.checks.accessible.pdf.text_contrast import limit_for
from kursbuch_press.pages.colour_pairs import Pair, Pairs, pairs_in, pairs_on
from kursbuch_press.pages.cover import screen_cover
from kursbuch_press.pages.layout import Page
from kursbuch_press.press import wording
from kursbuch_press.press.composing import figures, manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette
from kursbuch_press.press.setters import PAGE
from kursbuch_press.press.setting import whole_book
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources import place_in_layout

_PALETTE = "layouts/palette.yaml"
_ROUNDING = 0.005


def faint_text(project: Project) -> Iterator[Problem]:
    """Name each pair of colours of book and cover, drawings included, whose contrast is too low."""
    book = design(project, PAGE)
    numbered = ((str(folio), page) for folio, page in enumerate(whole_book(project).pages, start=1))
    yield from faint_on(project, numbered, PAGE)
    sides = zip(wording.COVER_SIDES, screen_cover(manuscript(project), design(project, "layouts/cover")), strict=True)
    yield from faint_on(project, sides, "layouts/cover")
    drawn: Pairs = {}
    for figure in figures(manuscript(project)):
        if figure.drawing is not None:
            drawn = pairs_in(book.drawing(figure), figure.address) | drawn
    yield from faint_pairs(project, drawn, "layouts/drawings", wording.IN_DRAWING)


def faint_on(project: Project, pages: Iterable[tuple[str, Page]], folder: str) -> Iterator[Problem]:
    """Name each pair of colours on laid-out pages whose contrast is too low; ``folder`` is that of their design."""
    swatches = {name: swatch.srgb for name, swatch in palette(project).swatches.items()}
    yield from faint_pairs(project, pairs_on(pages, swatches), folder, wording.ON_THE_PAGE)


@dataclass(frozen=True, slots=True)
class _Faint:
    """Two colours with the lowest contrast that fails, and where that is said."""

    pair: Pair
    ratio: float
    limit: float


def faint_pairs(project: Project, pairs: Pairs, folder: str, where: str) -> Iterator[Problem]:
    """Name the pairs whose contrast is too low, those of two colours once; ``where`` says where one stands."""
    worst: dict[tuple[str, str], _Faint] = {}
    for pair in pairs:
        text, ground = read_hex(pair.text), read_hex(pair.ground)
        assert text is not None, "colours are written by the press"
        assert ground is not None, "colours are written by the press"
        limit = ENOUGH if pair.sign else limit_for(pair.size, bold=pair.bold)
        found = _Faint(pair, contrast(text, ground), limit)
        known = worst.get((pair.text, pair.ground))
        if found.ratio < found.limit - _ROUNDING and (known is None or found.limit > known.limit):
            worst[pair.text, pair.ground] = found
    for each in worst.values():
        yield _problem(project, each, folder, where.format(*pairs[each.pair]))


def _problem(project: Project, faint: _Faint, folder: str, where: str) -> Problem:
    swatches = palette(project).swatches
    names = {swatch.srgb: name for name, swatch in reversed(swatches.items())}
    text, ground = (names.get(colour, colour) for colour in (faint.pair.text, faint.pair.ground))
    ratio, limit = (f"{value:.1f}".replace(".", ",") for value in (faint.ratio, faint.limit))
    sentence = wording.FAINT_SIGN if faint.pair.sign else wording.FAINT
    message = sentence.format(text=text, ground=ground, ratio=ratio, limit=limit, where=where)
    hint = wording.FAINT_HINT.format(text=text, ground=ground, folder=folder)
    place = place_in_layout(project.folder / _PALETTE, f"swatches/{text}") if text in swatches else Place(folder)
    return Problem(place, message, hint, severity=Severity.WARNING, rule="contrast")
