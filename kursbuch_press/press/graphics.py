"""Whether what figures draw can be told from its ground: they are painted alone, and measured as finished files are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kursbuch_press.checks.accessible.graphics import ENOUGH, ROUNDING, Standing, drawings_in
from kursbuch_press.pages.colour_pairs import Pair, Pairs, without_aids
from kursbuch_press.pages.cover import back_alone
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.trial import drawn_alone
from kursbuch_press.press import wording
from kursbuch_press.press.composing import figures, manuscript
from kursbuch_press.press.contrasts import faint_pairs
from kursbuch_press.press.designs import design
from kursbuch_press.press.pictures import named_at, prepared
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Problem, Severity


def faint_graphics(project: Project) -> Iterator[Problem]:
    """Name colours of drawings that are too faint for what has to be seen, and pictures that are too faint as a whole."""
    own = {each.address: design(project, "layouts/page").drawing(each) for each in figures(manuscript(project)) if each.drawing}
    if own:
        parts = drawings_in(drawn_alone([without_aids(svg) for svg in own.values()], design(project, "layouts/drawings")))
        pairs: Pairs = {}
        for address, found in zip(own, parts, strict=True):
            pairs = _weak(found, address) | pairs
        yield from faint_pairs(project, pairs, "layouts/drawings", wording.IN_A_DRAWING)
    cover = drawings_in(draw_plain(back_alone(manuscript(project), design(project, "layouts/cover"))))
    yield from faint_pairs(project, _weak(cover[0], ""), "layouts/cover", wording.ON_THE_COVER)
    yield from _faint_pictures(project)


def _weak(found: tuple[Standing, ...], address: str) -> Pairs:
    return {
        Pair(each.colour.hex.lower(), each.ground.hex.lower(), 0.0, sign=True): (address, "")
        for each in found
        if each.is_weak and each.colour and each.ground
    }


def _faint_pictures(project: Project) -> Iterator[Problem]:
    """Judge drawings of editors as a finished file is judged: by the strongest part, since nobody knows what the rest means."""
    shown = {each.picture: each.address for each in figures(manuscript(project)) if each.picture and not each.decorative}
    svgs = {name: svg for name, svg in prepared(project).drawings().items() if name in shown}
    if not svgs:
        return
    for name, found in zip(
        svgs, drawings_in(drawn_alone(list(svgs.values()), design(project, "layouts/drawings"))), strict=True
    ):
        best = max((each.ratio for each in found if each.ratio is not None), default=ENOUGH)
        if best < ENOUGH - ROUNDING:
            message = wording.FAINT_PICTURE.format(name=PurePosixPath(name).name, ratio=f"{best:.1f}".replace(".", ","))
            place = named_at(project, shown[name])
            yield Problem(place, message, wording.FAINT_PICTURE_HINT, shown[name], Severity.WARNING, "contrast")
