"""Contrast of text against what it really stands on: 4.5 to 1, 3 to 1 where it is large."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kursbuch_press.checks.accessible.clauses import TEXT_CONTRAST
from kursbuch_press.checks.accessible.colours import Light, contrast, light_of, luminance
from kursbuch_press.checks.accessible.grounds import Ground, GroundMark, as_ground, ground_at
from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, number, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.marks import TextMark, Where
from kursbuch_press.marks.spaces import Family
from kursbuch_press.marks.tagged import Point, within
from kursbuch_press.problems import Severity

ENOUGH, ENOUGH_WHEN_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0
_BOLD = re.compile(r"(?<!emi)(?<!demi)bold|black|heavy|-Bd|,Bold", re.IGNORECASE)
_ROUNDING = 0.005
_SURE = 0.75
"""Of the limit: an estimated contrast below this is a fault with any profile."""
_INKS = {Family.CMYK, Family.SPOT}
_STEP = 6.0
"""Points between two places of a text at which the ground is looked at."""
_MOST_STEPS = 24
_HEIGHTS = (0.25, 0.5, 0.75)
"""Of the height of the ink, from below."""


@dataclass(slots=True)
class _Found:
    """Texts of one page that look alike and fail alike."""

    texts: list[str] = field(default_factory=list)
    area: Area | None = None

    def add(self, mark: TextMark) -> None:
        self.texts.append(mark.text)
        self.area = mark.area if self.area is None else self.area.join(mark.area)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands out: the lowest contrast (None where it cannot be known), both colours, the limit.

    ``estimated`` says that printing inks are among the colours: how they look depends on paper and profile.
    """

    ratio: float | None
    text: str
    ground: str
    limit: float
    estimated: bool = False


def _judge(file: PdfFile) -> Result:
    seen: list[Seen] = []
    lowest = 21.0
    total = 0
    for page in file.pages:
        found: dict[tuple[Standing, bool], _Found] = {}
        for mark, standing in standings(page):
            total += 1
            if standing.ratio is not None:
                lowest = min(lowest, standing.ratio)
            if standing.ratio is None or standing.ratio < standing.limit - _ROUNDING:
                artifact = within(mark).artifact
                decoration = artifact is not None and artifact != "Pagination"
                found.setdefault((standing, decoration), _Found()).add(mark)
        for (standing, decoration), texts in found.items():
            seen.extend(_told(page, standing, texts, decoration=decoration))
    measured = words.LOWEST.format(ratio=number(lowest, 2), count=count(total, "Textstück", "Textstücke"))
    return Result(seen=tuple(seen), measured=measured if total else words.NONE)


def _told(page: ReadPage, standing: Standing, found: _Found, *, decoration: bool) -> Iterator[Seen]:
    text = shortened(" ".join(found.texts), 50)
    if standing.ratio is None:
        if not decoration:
            message = words.GROUND_UNKNOWN.format(text=text)
            yield Seen(message, page.number, severity=Severity.NOTE, area=found.area, clause=TEXT_CONTRAST)
        return
    message = words.LOW_CONTRAST.format(
        text=text,
        ratio=number(standing.ratio, 2),
        limit=number(standing.limit),
        colour=standing.text,
        ground=standing.ground,
    )
    how = Severity.NOTE if decoration else Severity.WARNING if _may_be_well(standing) else Severity.ERROR
    yield Seen(message, page.number, severity=how, area=found.area, clause=TEXT_CONTRAST)


def _may_be_well(standing: Standing) -> bool:
    return standing.estimated and standing.ratio is not None and standing.ratio > standing.limit * _SURE


def standings(page: ReadPage) -> Iterator[tuple[TextMark, Standing]]:
    """Give each text of a page with how it stands out."""
    below: list[GroundMark] = []
    for mark in page.shown:
        ground = as_ground(mark)
        if ground is not None:
            below.append(ground)
        elif isinstance(mark, TextMark) and mark.text.strip() and mark.paint.where is not Where.PATTERN:
            yield mark, _standing(mark, mark.ink, below)


def _standing(mark: TextMark, ink: Area, painted: Sequence[GroundMark]) -> Standing:
    below = [each for each in painted if each.area.meets(ink)]
    colour = mark.paint.fill if mark.paint.fill is not None else mark.paint.stroke
    light = light_of(colour) if colour is not None else None
    limit = limit_for(mark.size, bold=bool(_BOLD.search(mark.face.name)))
    if light is None:
        return Standing(None, words.PATTERN, words.NONE, limit)
    worst: Standing | None = None
    for ground in {ground_at(point, below) for point in _points(ink)} if below else {ground_at((0, 0), ())}:
        standing = _against(light, ground, mark.paint.opacity, limit)
        if worst is None or worst.ratio is None or (standing.ratio is not None and standing.ratio < worst.ratio):
            worst = standing
    assert worst is not None, "a text has at least one point"
    colours = (*mark.paint.colours, *(each for ground in below for each in ground.paint.colours))
    return replace(worst, estimated=True) if any(each.space.family in _INKS for each in colours) else worst


@lru_cache(maxsize=4096)
def _against(light: Light, ground: Ground, opacity: float, limit: float) -> Standing:
    if not ground.lights:
        return Standing(None, light.hex, words.NONE, limit)
    seen = [(light.over(each, opacity), each) for each in ground.lights]
    ratios = [(contrast(top, under), top, under) for top, under in seen]
    ratio, top, under = min(ratios, key=lambda each: each[0])
    levels = [luminance(each) for each in ground.lights]
    if len(levels) > 1 and min(levels) < luminance(top) < max(levels):
        ratio = 1.0  # somewhere on its way, the gradient is as light as the text
    return Standing(round(ratio, 2), top.hex, under.hex, limit)


def limit_for(size: float, *, bold: bool) -> float:
    """Give the contrast that a text needs: large is from 18 pt, or from 14 pt when it is bold (WCAG 1.4.3)."""
    large = size >= (_LARGE_BOLD if bold else _LARGE) - 0.05
    return ENOUGH_WHEN_LARGE if large else ENOUGH


def _points(area: Area) -> Iterator[Point]:
    steps = min(max(int(area.width / _STEP), 1), _MOST_STEPS)
    for at in range(steps + 1):
        x = area.left + area.width * (0.04 + 0.92 * at / steps)
        for height in _HEIGHTS:
            yield x, area.bottom + height * area.height


CHECK = Check("text-contrast", _judge, (TEXT_CONTRAST,))
