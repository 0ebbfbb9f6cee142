"""A chapter of the manuscript as HTML for pages, with the stylesheet that holds for it alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from urllib.parse import quote

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.compose.nodes import Figure, Table, TableRole
from kursbuch_press.html.chapters import Output, values_of
from kursbuch_press.html.references import PageReferences
from kursbuch_press.pages.columns import shares
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.openings import fits, opening, step
from kursbuch_press.pages.short_words import bound_html


@dataclass(frozen=True, slots=True)
class ChapterHtml:
    """A chapter, ready for the layout: its document and the stylesheet that holds for it alone."""

    html: str
    css: str


def write_chapter(  # noqa: PLR0913 - two of them by name
    chapter: ManuscriptChapter,
    manuscript: Manuscript,
    design: Design,
    *,
    folio: int,
    folios: Mapping[str, str],
) -> ChapterHtml:
    """Write a chapter that starts on the page with number ``folio``; ``folios`` gives the pages of all addresses."""
    edition, words = manuscript.edition, manuscript.words
    output = Output(design.templates, PageReferences(folios, words.pages), words, picture_address)
    area = design.geometry.area(edition.trim)
    measures = {"area": area, "opening": opening(edition.trim)}
    face = design.display_face
    widths = partial(shares, face, area.width, _actors(manuscript))
    measured = {"step": partial(step, face), "fits": partial(fits, face), "shares": widths}
    common = values_of(chapter, edition, output, bound=bound_html, **measures, **measured)
    colours = {"colours": design.palette.swatches, "boxes": design.palette.boxes}
    values = {**common, **colours, "first_folio": folio, "ends": _ends(chapter, manuscript)}
    values["hyphen"] = design.hyphen
    return ChapterHtml(
        html=design.templates.render("chapter.html.j2", values),
        css=design.insert(design.templates.render("chapter.css.j2", values)),
    )


def _actors(manuscript: Manuscript) -> tuple[Table, ...]:
    """Give the tables of actors of all fields: they look alike, wherever they stand."""
    tables = (node for chapter in manuscript.chapters for node in chapter.nodes if isinstance(node, Table))
    return tuple(table for table in tables if table.role == TableRole.ACTORS)


def _ends(chapter: ManuscriptChapter, manuscript: Manuscript) -> str:
    """Say on which side a chapter ends best: opposite the one that begins on a fixed side; empty where the next runs on."""
    following = next((after for before, after in pairwise(manuscript.chapters) if before.id == chapter.id), None)
    return {"left": "right", "right": "left"}.get(following.starts if following else "", "")


class ChapterWriter:
    """Writes the chapters of one book, each again only if it would be another.

    A page number is written as zeros, so chapters that name pages mostly stay the same while pages become known.
    """

    def __init__(self, manuscript: Manuscript, design: Design) -> None:
        """Nothing is written yet."""
        self._manuscript, self._design = manuscript, design
        self._written: dict[tuple[str, int], list[tuple[_Asked, ChapterHtml]]] = {}

    def write(self, chapter: ManuscriptChapter, folio: int, folios: Mapping[str, str]) -> ChapterHtml:
        """Write a chapter as ``write_chapter`` does."""
        known = self._written.setdefault((chapter.id, folio), [])
        for asked, html in known:
            if asked.would_hear_the_same(folios):
                return html
        asked = _Asked(folios)
        html = write_chapter(chapter, self._manuscript, self._design, folio=folio, folios=asked)
        known.append((asked, html))
        return html


class _Asked(Mapping[str, str]):
    """Folios that remember what they were asked for: with ``get`` for the number of figures alone, else for what they are."""

    def __init__(self, folios: Mapping[str, str]) -> None:
        self._folios = folios
        self._figures: dict[tuple[str, str], int] = {}
        self._values: dict[str, str | None] = {}

    def get(self, target: str, unknown: str = "") -> str:  # type: ignore[override]  # a folio always has figures
        """Give zeros in the place of the figures: nobody can use more of it than is remembered."""
        count = self._figures[target, unknown] = len(self._folios.get(target, unknown))
        return "0" * count

    def __getitem__(self, target: str) -> str:
        self._values[target] = self._value(self._folios, target)
        return self._folios[target]

    def __contains__(self, target: object) -> bool:
        found = self._values[str(target)] = self._value(self._folios, str(target))
        return found is not None

    def __iter__(self) -> Iterator[str]:
        raise TypeError("folios are asked for by address")

    def __len__(self) -> int:
        raise TypeError("folios are asked for by address")

    def would_hear_the_same(self, folios: Mapping[str, str]) -> bool:
        """Whether other folios give the same answers."""
        return all(len(folios.get(*asked)) == count for asked, count in self._figures.items()) and all(
            self._value(folios, target) == value for target, value in self._values.items()
        )

    @staticmethod
    def _value(folios: Mapping[str, str], target: str) -> str | None:
        return folios[target] if target in folios else None  # noqa: SIM401 - who asks with get wants figures alone


def picture_address(figure: Figure) -> str:
    """Give the address under which the layout knows the picture of a figure."""
    return f"press:drawings/{figure.address}" if figure.drawing else f"press:pictures/{quote(figure.picture)}"
