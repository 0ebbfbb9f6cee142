"""What all products cost, against one plain WeasyPrint run over the same book; prints both from one run.

    .venv/bin/python benchmarks/cost.py [ROUNDS]

Plain is what one would do without the press: the whole book as one HTML file with the same stylesheets, all page references
(in the text, the contents, the glossary and the index) by CSS ``target-counter``, written once as a tagged PDF. Both are
measured as the CPU time (user and system) of a process of their own with all its children. Separations by Ghostscript, which a
preflight adds where that program is installed, are left out.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run both in turn, as often as wanted, and print the CPU seconds of each and their ratio."""
    if sys.argv[1:] == ["plain"]:
        _plain()
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for number in range(1, rounds + 1):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("sources", "layouts"):
                shutil.copytree(PROJECT / name, Path(folder, name))
            press = _cpu("-m", "kursbuch_press.cli", "build", "--quiet", "--project", folder)
        plain = _cpu(__file__, "plain")
        print(f"{number}: all products {press:.1f} s, plain WeasyPrint {plain:.1f} s, ratio {press / plain:.2f}")


def _cpu(*arguments: str) -> float:
    """Give the CPU seconds of a Python process and its children; programs of the machine are out of its reach."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PATH": ""}
    subprocess.run([sys.executable, *arguments], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _plain() -> None:
    from kursbuch_press.press import composing, designs, engine, pictures
    from kursbuch_press.press.project import Project

    project = Project(Path(os.environ.get("KURSBUCH_PROJECT", PROJECT)))
    hyphenation = engine.load(project, "kursbuch_press.press.setters").hyphenation(project)
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from kursbuch_press.pages.chapter_html import write_chapter
    from kursbuch_press.pages.layout import OwnFilesOnly

    design = designs.design(project, "layouts/page")
    manuscript = composing.manuscript(project)
    folios = _EveryPlace()
    chapters = [write_chapter(each, manuscript, design, folio=1, folios=folios) for each in manuscript.chapters]
    bodies = [re.sub(r"(?s)^.*<body[^>]*>|</body>.*$", "", chapter.html) for chapter in chapters]
    html = "\n".join(f'<div style="break-before: right">{body}</div>' for body in bodies)
    html = re.sub(r'data-folio="([^"]+)">0+<', r'data-folio="#\1"><', html)
    html = re.sub(r'<a class="page" href="([^"]+)">\d+<', r'<a class="page folio" href="\1" data-folio="\1"><', html)
    fetcher = OwnFilesOnly(pictures.pictures(project, "layouts/page"), design.art)
    fonts = FontConfiguration()
    trim, bleed = manuscript.edition.trim, manuscript.edition.bleed
    own = f"@page {{ size: {trim.width}mm {trim.height}mm; bleed: {bleed}mm }}"
    own += ".folio::after { content: target-counter(attr(data-folio), page) }"
    sheets = [
        CSS(string=text, font_config=fonts, url_fetcher=fetcher, base_url="press:")
        for text in (*(text for _, text in design.stylesheets()), own)
    ]
    document = HTML(string=f"<html lang=de><title>Kursbuch</title><body>{html}", url_fetcher=fetcher, base_url="press:")
    with hyphenation.used():
        written = document.write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)
    assert written


class _EveryPlace(dict[str, str]):
    """Knows each place by a number of its own, and none that follows another: so every one is referred to by itself."""

    def __contains__(self, place: object) -> bool:
        return True

    def __missing__(self, place: str) -> str:
        return self.setdefault(place, str(2 * len(self) + 1))


if __name__ == "__main__":
    main()
