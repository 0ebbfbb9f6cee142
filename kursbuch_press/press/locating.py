"""Where a finding on a page comes from: the line of the sources whose words stand at its place, or nearest to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kursbuch_press.checks import Verdict
from kursbuch_press.checks.findings import Finding, PagePlace
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LaidPage
from kursbuch_press.problems import Place

PlaceOf = Callable[[str], Place]
"""Says where in the sources a text stands, by its address."""


def located(verdict: Verdict, laid_out: LaidOut | None, place_of: PlaceOf | None) -> Verdict:
    """Give a verdict whose findings name file and line of the sources, as far as the layout knows them."""
    if laid_out is None or place_of is None:
        return verdict
    pages = {page.number: page for page in laid_out.pages}
    checks = []
    for check in verdict.checks:
        found = tuple(located_on(each, pages.get(each.page), place_of) for each in check.findings)
        checks.append(replace(check, findings=found))
    return replace(verdict, checks=tuple(checks))


def located_on(finding: Finding, page: LaidPage | None, place_of: PlaceOf) -> Finding:
    """Give a finding that names what stands at its place on a page, where the page is known."""
    if page is None:
        return finding
    address = _address(page, finding.spot)
    return replace(finding, source=str(place_of(address)), address=address) if address else finding


def _address(page: LaidPage, spot: PagePlace | None) -> str:
    """Give what stands nearest to a spot, or first on the page where a finding has none."""
    lines = list(_lines(page))
    if not lines:
        return page.chapter
    line = lines[0] if spot is None else min(lines, key=lambda each: _distance(each, spot))
    return line.address or line.chapter


def _lines(page: LaidPage) -> Iterator[LaidLine]:
    return (line for line in page.lines if line.address or line.chapter)


def _distance(line: LaidLine, spot: PagePlace) -> tuple[float, float]:
    """Give how many mm lie between a line and a spot, none where they meet, and then how far their middles are apart."""
    across = max(spot.left - line.place.right, line.place.left - spot.left - spot.width, 0.0)
    down = max(spot.top - line.place.bottom, line.place.top - spot.top - spot.height, 0.0)
    middles = abs(spot.top + spot.height / 2 - line.place.top - line.place.height / 2)
    return across + down, middles
