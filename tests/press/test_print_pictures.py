"""Pictures from sources/pictures/ in a book that is really built: on the plates, on the screen, in Word and in the report."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests import judges
from tests.pages.prepress import colour_spaces
from tests.press.photographs import DRAWING, embedded, photograph, write_all
from tests.press.renderers import disagreements
from tests.press.small_book import Picture, build, small_book
from tests.shipped import press

INTERIOR = "print/kursbuch-innenteil.pdf"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small book with one picture of each kind."""
    drawn = tmp_path_factory.mktemp("pictures")
    names = write_all(drawn)
    wide = {"klein.jpg": 33}
    shown = [Picture(name, wide.get(name, 100), decorative=name == "strich.png") for name in names]
    project = small_book(tmp_path_factory.mktemp("book"), shown)
    for name in names:
        (drawn / name).rename(project / "sources/pictures" / name)
    done = build(project, "print", "screen", "word", "--quiet")
    assert done.returncode == 0, done.stderr
    return project / "dist"


def _images(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Image.Image]]:
    for page in pdf.pages:
        image: Any
        for image in page.get_images().values():
            if "/SMask" in image:
                del image["/SMask"]
            yield image, pikepdf.PdfImage(image).as_pil_image()


def test_every_kind_of_picture_prints(dist: Path) -> None:
    assert (dist / INTERIOR).is_file(), (dist / "print/preflight.json").read_text("utf-8")
    assert colour_spaces((dist / INTERIOR).read_bytes()) <= {"/DeviceCMYK", "/DeviceGray"}


def test_a_picture_that_is_decoration_is_printed_too(dist: Path) -> None:
    with pikepdf.open(dist / INTERIOR) as pdf:
        black_and_white = [
            image for image, picture in _images(pdf) if set(picture.convert("L").get_flattened_data()) == {0, 255}
        ]
    assert len(black_and_white) == 1


def test_a_profile_in_a_picture_is_applied_and_inks_of_a_picture_are_kept(dist: Path) -> None:
    with pikepdf.open(dist / INTERIOR) as pdf:
        pixels = {picture.getpixel((100, 90)) for _, picture in _images(pdf) if picture.mode == "CMYK"}
    assert (255, 140, 38, 38) in {tuple(round(ink) for ink in _near(pixel)) for pixel in pixels}
    # Red by its numbers, green by its profile.
    assert any(pixel[0] > 150 and pixel[1] < 60 and pixel[2] > 200 for pixel in pixels)  # type: ignore[index]


def _near(pixel: Any) -> tuple[int, ...]:  # noqa: ANN401 - Pillow gives numbers or tuples of them
    """Give the inks of the shipped blue for what JPEG has moved by two steps."""
    wanted = (255, 140, 38, 38)
    return wanted if all(abs(a - b) <= 2 for a, b in zip(pixel, wanted, strict=True)) else tuple(pixel)


def test_the_report_lists_each_picture_with_its_resolution_and_what_was_done(dist: Path) -> None:
    report = json.loads((dist / "print/preflight.json").read_text("utf-8"))
    lines = {note["id"]: note["lines"] for note in report["notes"]}
    inked = "druckfarben.tif: 1260 × 400 Pixel, 302 dpi an der größten Stelle; für den Bildschirm von CMYK nach sRGB"
    assert inked in lines["pictures"]
    assert any(line.startswith("sechzehn-bit.png") and "von 16 auf 8 Bit" in line for line in lines["pictures"])
    assert any("Bilder wurden in Druckfarben umgewandelt" in line for line in lines["pictures"])
    assert "warnings" not in lines
    html = (dist / "print/preflight.html").read_text("utf-8")
    assert "<h2>Angaben der Presse</h2>" in html
    assert "302 dpi" in html


def test_word_gets_bitmaps_that_it_can_show(dist: Path) -> None:
    with zipfile.ZipFile(dist / "word/kursbuch.docx") as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        pictures = [Image.open(BytesIO(package.read(name))) for name in media]
    assert len(pictures) == 8
    assert {picture.format for picture in pictures} == {"PNG", "JPEG"}
    assert {picture.mode for picture in pictures} <= {"RGB", "RGBA", "L", "P"}


@pytest.mark.judge
def test_verapdf_finds_nothing_in_print_and_screen(dist: Path) -> None:
    assert judges.verapdf("2b", dist / INTERIOR) == []
    assert judges.verapdf("2a", dist / "screen/kursbuch.pdf") == []


@pytest.mark.judge
@pytest.mark.parametrize("path", [INTERIOR, "screen/kursbuch.pdf"])
def test_three_renderers_show_every_picture(dist: Path, path: str, tmp_path: Path) -> None:
    assert disagreements(dist / path, tmp_path / "drawn") == {}


def _animated(file: Path) -> None:
    frames = [Image.new("RGB", (1300, 20), colour) for colour in ("red", "blue")]
    frames[0].save(file, save_all=True, append_images=frames[1:])


def _svg(file: Path, inside: str) -> None:
    file.write_text(DRAWING.format(inside=inside), "utf-8")


def test_pictures_that_cannot_be_printed_are_named_before_anything_is_built(tmp_path: Path) -> None:
    deep = embedded(Image.new("I;16", (20, 20)), "PNG")
    names = ["bewegt.png", "filter.svg", "tief.svg", "klein.png", "zeichen.svg"]
    project = small_book(tmp_path, [Picture(name) for name in names])
    folder = project / "sources/pictures"
    _animated(folder / "bewegt.png")
    _svg(folder / "filter.svg", '<filter id="f"/><rect width="9" height="9" filter="url(#f)"/>')
    _svg(folder / "tief.svg", f'<image width="9" height="9" href="{deep}"/>')
    photograph().resize((417, 132)).save(folder / "klein.png")
    _svg(folder / "zeichen.svg", '<text x="9" y="9">\u4e2d\u6587 und Text</text>')
    done = press("check", "--json", project=project)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    said = {name: each for name in names for each in told if name in each["file"] + each["message"]}
    assert said["bewegt.png"]["message"] == "Die Datei „bewegt.png“ enthält 2 Bilder (Animation oder mehrere Seiten)."
    assert (said["bewegt.png"]["file"], said["bewegt.png"]["line"] > 0) == ("sources/chapters/bilder.yaml", True)
    assert "Filter" in said["filter.svg"]["message"]
    assert "in keiner Schrift des Buches: \u4e2d \u6587" in said["zeichen.svg"]["message"]
    assert "PNG oder JPEG mit 8 Bit" in said["tief.svg"]["message"]
    assert said["klein.png"]["severity"] == "warning"
    assert "bei 106 mm Breite nur 100 dpi" in said["klein.png"]["message"]
    built = build(project, "screen")
    assert built.returncode == 1
    assert "„bewegt.png“ enthält" in built.stderr
    assert not (project / "dist").exists()


def test_an_animated_gif_is_refused_with_the_kinds_that_print(tmp_path: Path) -> None:
    project = small_book(tmp_path, [Picture("bewegt.gif")])
    _animated(project / "sources/pictures/bewegt.gif")
    done = press("check", project=project)
    assert done.returncode == 1
    assert "Bilder der Art .gif lassen sich nicht drucken." in done.stderr
    assert "als PNG exportieren; erlaubt sind" in done.stderr


def test_a_drawing_may_hold_bitmaps_and_nothing_else(tmp_path: Path) -> None:
    project = small_book(tmp_path, [Picture("fremd.svg")])
    _svg(project / "sources/pictures/fremd.svg", '<image width="9" height="9" href="data:image/svg+xml;base64,AAAA"/>')
    (problem,) = (each for each in json.loads(press("check", "--json", project=project).stdout) if each["severity"] == "error")
    assert problem["address"] == "bilder/abb-1/picture"


def test_quiet_says_nothing_of_the_work_and_all_that_is_worth_a_look(tmp_path: Path) -> None:
    project = small_book(tmp_path, [Picture("klein.jpg", 100)])
    (project / "sources/pictures").mkdir(exist_ok=True)
    Image.new("RGB", (90, 60), "navy").save(project / "sources/pictures/klein.jpg")
    loud, quiet = (build(project, "word", *options) for options in ((), ("--quiet",)))
    assert (loud.returncode, quiet.returncode) == (0, 0), loud.stderr + quiet.stderr
    hints = [[line for line in done.stderr.splitlines() if "Hinweis:" in line] for done in (loud, quiet)]
    assert hints[0]
    assert hints[1] == hints[0]
    assert len(quiet.stderr + quiet.stdout) < len(loud.stderr + loud.stdout)
