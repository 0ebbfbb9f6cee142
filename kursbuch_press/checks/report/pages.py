"""The pictures in the report: pages with findings, each finding in a frame, and all pages small."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from markupsafe import Markup

from kursbuch_press.checks.findings import Finding, PageFacts, PagePlace, Verdict
from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.report.findings import page_name
from kursbuch_press.checks.report.pictures import Pictures
from kursbuch_press.checks.wording import report as words
from kursbuch_press.marks.geometry import MM
from kursbuch_press.problems import Severity

MOST_SPOTS = 12
"""Frames on one picture; more would hide the page."""


def pages_section(verdict: Verdict, pictures: Pictures) -> Iterator[Markup]:
    """Show the pages with findings, each finding in a frame with its number."""
    told = verdict.pages_with_findings()
    if not told:
        return
    yield Markup("<h2>{}</h2>").format(words.PICTURES)
    if not pictures.large:
        yield Markup("<p>{}</p>").format(words.NO_RENDERER)
        return
    yield Markup('<p>{}</p>\n<div class="pages">').format(words.PICTURE_NOTE)
    by_page: dict[int, list[Finding]] = {}
    for finding in verdict.findings:
        if finding.severity is not Severity.NOTE:
            by_page.setdefault(finding.page, []).append(finding)
    for page in verdict.pages:
        if page.number in pictures.large:
            yield _picture(page, by_page.get(page.number, []), pictures.large[page.number])
    yield Markup("</div>")
    if rest := [page for page in told if page not in pictures.large]:
        yield Markup("<p>{}</p>").format(words.MORE_PICTURES.format(pages=runs(rest)))


def _picture(page: PageFacts, findings: list[Finding], png: bytes) -> Markup:
    shown = findings[:MOST_SPOTS]
    frames = [_frame(page, finding.spot, at) for at, finding in enumerate(shown, start=1) if finding.spot]
    trim = _percent(page, (page.trim.left, page.trim.top, page.trim.width, page.trim.height))
    sheet = Markup('<div class="sheet"><img src="{}" alt="{}"><span class="trim" style="{}"></span>{}</div>').format(
        _address(png),
        words.PICTURE_ALT.format(page=page.number),
        trim,
        Markup("").join(frames),
    )
    items = Markup("").join(Markup("<li>{}: {}</li>").format(each.title, each.message) for each in shown)
    caption = Markup("<figcaption><strong>{} {}</strong><ol>{}</ol></figcaption>").format(
        words.PAGE,
        page_name(page.number, page.folio),
        items,
    )
    return Markup('<figure id="seite-{}">{}{}</figure>').format(page.number, sheet, caption)


def _frame(page: PageFacts, spot: PagePlace, at: int) -> Markup:
    left, top = page.trim.left + spot.left * MM, page.trim.top - spot.top * MM
    style = _percent(page, (left, top, spot.width * MM, spot.height * MM))
    low = " low" if page.media.top - top < page.media.height / 12 else ""
    return Markup('<span class="spot{}" style="{}"><b>{}</b></span>').format(low, style, at)


def _percent(page: PageFacts, place: tuple[float, float, float, float]) -> str:
    """Write a place (left, top, width, height in points) in percent of the media box."""
    media = page.media
    left, top, width, height = place
    shares = {
        "left": (left - media.left) / media.width,
        "top": (media.top - top) / media.height,
        "width": width / media.width,
        "height": height / media.height,
    }
    return ";".join(f"{side}:{100 * share:.2f}%" for side, share in shares.items())


def contact_section(verdict: Verdict, pictures: Pictures) -> Iterator[Markup]:
    """Show all pages small."""
    yield Markup("<h2>{}</h2>").format(words.CONTACT)
    if not pictures.small:
        yield Markup("<p>{}</p>").format(words.NO_RENDERER)
        return
    yield Markup('<p>{}</p>\n<ul class="contact">').format(words.CONTACT_NOTE)
    told = set(verdict.pages_with_findings())
    for page in verdict.pages:
        if page.number in pictures.small:
            yield _small(page, pictures, found=page.number in told, amount=_amount(verdict, page.number))
    yield Markup("</ul>")


def _amount(verdict: Verdict, page: int) -> int:
    return sum(finding.page == page and finding.severity is not Severity.NOTE for finding in verdict.findings)


def _small(page: PageFacts, pictures: Pictures, *, found: bool, amount: int) -> Markup:
    alt = words.CONTACT_ALT.format(page=page.number)
    if found:
        alt = words.CONTACT_ALT_FOUND.format(page=page.number, count=count(amount, *words.FOUND))
    label: int | Markup = page.number
    if page.number in pictures.large:
        label = Markup('<a href="#seite-{}">{}</a>').format(page.number, page.number)
    return Markup('<li{}><img src="{}" alt="{}">{}</li>').format(
        Markup(' class="found"') if found else "",
        _address(pictures.small[page.number]),
        alt,
        label,
    )


def _address(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")
