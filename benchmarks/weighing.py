"""What it costs to weigh paragraphs as wholes and to compose pages: the same chapters laid out with it and without, in turn.

    .venv/bin/python -m benchmarks.weighing [ROUNDS] [PROJECT]

Prints the processor time of one process on one core, without drawing; of each chapter the lowest of all rounds counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kursbuch_press.press import composing, designs, engine, pictures
from kursbuch_press.press.project import Project

PROJECT = Path(__file__).resolve().parents[1]

# Loaded after the engine is told where its fonts are.
Setter = Any
_WAYS = ("lines and pages one by one", "paragraphs weighed, pages one by one", "paragraphs weighed, pages composed")


def main() -> None:
    """Lay out every chapter in each of the ways, one after the other, and print what each took."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    project = Project(Path(sys.argv[2]) if len(sys.argv) > 2 else PROJECT)  # noqa: PLR2004 - its place
    setter, chapters = _loaded(project)
    least: dict[tuple[str, str], float] = {}
    for _ in range(rounds):
        for name, html, css in chapters:
            for way in _WAYS:
                took = _seconds(setter, way, html, css)
                least[way, name] = min(took, least.get((way, name), took))
    sums = {way: sum(seconds for (each, _), seconds in least.items() if each == way) for way in _WAYS}
    for way, seconds in sums.items():
        print(f"{way:40} {seconds:6.2f} s  {seconds / sums[_WAYS[0]]:.2f}")


def _loaded(project: Project) -> tuple[Setter, list[tuple[str, str, str]]]:
    hyphenation = engine.load(project, "kursbuch_press.press.setters").hyphenation(project)
    from kursbuch_press.pages.chapter_html import write_chapter
    from kursbuch_press.pages.layout import Typesetter

    design = designs.design(project, "layouts/page")
    manuscript = composing.manuscript(project)
    setter = Typesetter(design, pictures.pictures(project, "layouts/page"), None, hyphenation)
    written = []
    for chapter in manuscript.chapters:
        folio = 1002 if chapter.starts == "left" else 1001
        source = write_chapter(chapter, manuscript, design, folio=folio, folios=_EveryPlace())
        written.append((chapter.id, source.html, source.css))
    return setter, written


def _seconds(setter: Setter, way: str, html: str, css: str) -> float:
    from weasyprint.layout import inline

    from kursbuch_press.pages.line_breaks import next_line_without_ladder

    weighed: Callable[..., Any] = inline.get_next_linebox
    if way == _WAYS[0]:
        inline.get_next_linebox = next_line_without_ladder
    if way != _WAYS[2]:
        html = html.replace(' data-galley="yes"', "")
    try:
        begun = time.process_time()
        setter.set(html, css, "weighing")
        return time.process_time() - begun
    finally:
        inline.get_next_linebox = weighed


class _EveryPlace(dict[str, str]):
    """Knows each place, on a page of three figures."""

    def __contains__(self, place: object) -> bool:
        return True

    def __missing__(self, place: str) -> str:
        return "100"


if __name__ == "__main__":
    main()
