"""Pages made of a few lines of HTML, drawn and finished as the press does, and read by another library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen
from tests.pages.tagging.tagtree import TaggedPdf

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#123456"/></svg>'
STYLE = """
@page {
  size: 100mm 80mm; margin: 12mm; bleed: 3mm; counter-increment: page; font-family: Spectral;
  @top-left { content: "Kopf" } @bottom-right { content: counter(page) } @left-top { content: "R" }
}
html { font-family: Spectral; font-size: 11pt; line-height: 14pt; hyphens: auto; color: #111111 }
body { margin: 0 }
img { image-rendering: crisp-edges }
.footnote { float: footnote }
"""

Html = Callable[..., bytes]
ReadAloud = Callable[..., TaggedPdf]


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Html:
    """Draw and finish one page after the other of HTML; ``body`` may be several, one for each chapter."""
    close_fontconfig(tmp_path_factory.mktemp("fonts"))

    def draw(
        *bodies: str,
        style: str = "",
        labels: Mapping[int, str] | None = None,
        standard: ScreenStandard = ScreenStandard.UA_1,
    ) -> bytes:
        from weasyprint import CSS, HTML  # noqa: PLC0415 - reads the fonts, so not before they are closed
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

        fonts = FontConfiguration()
        documents = [
            HTML(string=f'<html lang="de"><title>Probe</title><body>{body}').render(
                stylesheets=[CSS(string=STYLE + style, font_config=fonts)], font_config=fonts
            )
            for body in bodies
        ]
        pages = [page for document in documents for page in document.pages]
        names = [(labels or {}).get(at, str(at + 1)) for at in range(len(pages))]
        raw = draw_tagged(documents[0].copy(pages), names, standard)
        return finish_screen(raw, ScreenFinish("Probe", "de", tuple(names), standard=standard))

    return draw


@pytest.fixture
def read_aloud(drawn: Html, tmp_path: Path) -> ReadAloud:
    """Draw HTML and give the tagged file as pypdf reads it."""

    def read(*bodies: str, style: str = "", labels: Mapping[int, str] | None = None) -> TaggedPdf:
        path = tmp_path / "probe.pdf"
        path.write_bytes(drawn(*bodies, style=style, labels=labels))
        return TaggedPdf(path)

    return read
