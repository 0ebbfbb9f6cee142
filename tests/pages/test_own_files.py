"""What the layout may load: pictures that it was given, bitmaps inside drawings, and nothing else."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kursbuch_press.compose.nodes import Figure
from kursbuch_press.pages.fonts import close_fontconfig
from tests.pages.prepress import PROJECT

PNG = base64.b64encode(b"\x89PNG").decode()


@pytest.fixture(scope="module", autouse=True)
def fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_bitmap_that_an_address_holds_itself_is_given(kind: str) -> None:
    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415 - it loads Pango, which looks for fonts

    found = OwnFilesOnly({}).fetch(f"data:image/{kind};base64,{PNG}")
    assert (found.read(), found.content_type) == (b"\x89PNG", f"image/{kind}")


@pytest.mark.parametrize("name", ["Größe 1.png", "50 %.png", "a%20b.png", "'echt' #1?.png"])
def test_a_picture_is_found_whatever_its_name(name: str) -> None:
    from weasyprint import HTML  # noqa: PLC0415 - as above

    from kursbuch_press.html.templates import Templates  # noqa: PLC0415
    from kursbuch_press.pages.chapter_html import picture_address  # noqa: PLC0415
    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415

    file = BytesIO()
    Image.new("RGB", (2, 2)).save(file, "PNG")
    figure = Figure("a/b", "", (), "Ein Bild", picture=name)
    values = {"node": figure, "inline": str, "picture": picture_address}
    html = Templates(PROJECT, "layouts/html").render("nodes/figure.html.j2", values)
    document = HTML(string=html, url_fetcher=OwnFilesOnly({f"press:pictures/{name}": (file.getvalue(), "image/png")}))
    with pikepdf.open(BytesIO(document.write_pdf())) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


@pytest.mark.parametrize(
    "address",
    [
        f"data:image/svg+xml;base64,{PNG}", "data:text/css,a{}", "data:image/png,abc", "data:image/png;base64,a",
        "https://kursbuch.example/a.png", "file:///etc/hostname", "press:pictures/../../a.png",
    ],
)  # fmt: skip
def test_everything_else_is_refused(address: str) -> None:
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - as above

    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415

    with pytest.raises(FatalURLFetchingError, match="wird nicht geladen"):
        OwnFilesOnly({"press:pictures/a.png": (b"", "image/png")}).fetch(address)


def test_a_folder_of_the_project_is_no_address(tmp_path: Path) -> None:
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - as above

    from kursbuch_press.pages.layout import OwnFilesOnly  # noqa: PLC0415

    (tmp_path / "a.png").write_bytes(b"")
    with pytest.raises(FatalURLFetchingError):
        OwnFilesOnly({}).fetch((tmp_path / "a.png").as_uri())
