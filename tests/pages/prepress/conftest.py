"""Small drawn pages, and the finish for the shipped printing condition."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.prepress import PrintFinish
from tests.pages.prepress import CSS, Draw, Pictures, shipped_finish


@pytest.fixture(scope="session")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Give what draws small pages."""
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    import weasyprint  # noqa: PLC0415 - it looks for fonts when it is imported

    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415 - and this imports it

    def drawn(body: str, pictures: Pictures | None = None) -> bytes:
        style = weasyprint.CSS(string=CSS)
        html = weasyprint.HTML(string=body, url_fetcher=OwnFilesOnly(pictures or {}), base_url="press:")
        raw: bytes = html.write_pdf(stylesheets=[style])
        return raw

    return drawn


@pytest.fixture(scope="session")
def finish() -> PrintFinish:
    """Give the finish of the shipped printing condition, for a page of A5."""
    return shipped_finish()
