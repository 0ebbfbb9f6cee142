"""Pages from the shelf draw as those that were laid out; and bytes of somebody else's make nothing and run nothing."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages import painted_pages
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.kept_pages import Outside, UnreadableError, read_pages, write_pages
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.painted_pages import Painting
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.tagging.drawing import draw_tagged
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

CSS = """
@page { size: 100mm 60mm; margin: 5mm; bleed: 3mm; @bottom-left { content: counter(page) } }
p, td { font: 10pt/13pt Spectral; text-align: justify; hyphens: auto }
table { border-collapse: collapse; border: 1px solid var(--text) }
.note { float: footnote } .mark { position: absolute; top: 0; left: 0 } u { text-decoration: underline }
.drawn { background: url(press:pictures/blatt.svg) }
"""
BODY = (
    '<h1 id="anfang">Überschrift</h1>'
    + '<p class="drawn">Auffahrt<span class="note">Eine Fußnote.</span> und <a href="#anfang">Zurück</a>, <u>unter</u>.</p>' * 4
    + "<table><thead><tr><th>Kopf</th></tr></thead>" + "<tr><td>Zeile</td></tr>" * 12 + "</table>"
    + '<p class="mark">Marke</p><p style="font-variant: small-caps">Wohnungsgeberbescheinigung ist ein langes Wort. </p>'
    + '<img src="press:pictures/blatt.svg" alt="Ein Blatt"><img src="press:pictures/foto.png" alt="Ein Foto">'
)  # fmt: skip
HTML = f'<html lang="de" data-galley><title>Probe</title><body>{BODY}</body></html>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="8" font-size="5">{words}</text></svg>'


def _pictures(words: str = "ab") -> dict[str, tuple[bytes, str]]:
    file = io.BytesIO()
    Image.new("RGBA", (2, 2), "red").save(file, "PNG")
    svg = SVG.format(words=words).encode()
    return {"press:pictures/blatt.svg": (svg, "image/svg+xml"), "press:pictures/foto.png": (file.getvalue(), "image/png")}


@pytest.fixture(scope="module")
def design(tmp_path_factory: pytest.TempPathFactory) -> Design:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))


def _set(design: Design, shelf: Cache, **changed: Any) -> Any:  # noqa: ANN401 - WeasyPrint's documents carry no types
    setter = Typesetter(design, changed.get("pictures", _pictures()), shelf, changed.get("hyphenation", Hyphenation()))
    return setter.set(changed.get("html", HTML), changed.get("css", CSS), "test")


class _Layouts:
    """Counts how often something is laid out."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        render = weasyprint.HTML.render

        def counted(*given: object, **named: object) -> object:
            self.count += 1
            return render(*given, **named)

        patch.setattr(weasyprint.HTML, "render", counted)


def test_what_comes_from_the_shelf_draws_the_same_and_is_not_laid_out(
    design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, layouts = Cache(tmp_path), _Layouts(monkeypatch)
    new, kept = _set(design, shelf), _set(design, shelf)
    assert layouts.count == 1
    assert len(new.pages) == len(kept.pages) > 1
    assert facts_of_pages(new.pages, "test") == facts_of_pages(kept.pages, "test")
    assert draw_plain(new) == draw_plain(kept)
    labels = [str(number) for number, _ in enumerate(new.pages)]
    assert draw_tagged(new, labels) == draw_tagged(kept, labels)


STYLES = (
    "transform: rotate(20deg)",
    "display: flex",
    "display: grid; grid-template-columns: 1fr 1fr",
    "columns: 2",
    "background: linear-gradient(black, white)",
    "background: radial-gradient(black, white)",
    "border-radius: 3mm; border: 1pt dashed",
    "display: inline-block",
    "position: fixed; top: 0",
    "border-image: url(press:pictures/foto.png) 1",
)
"""What a designer may write though the shipped design does not."""


@pytest.mark.parametrize("style", STYLES)
def test_whatever_a_designer_writes_can_be_kept(style: str, design: Design) -> None:
    words = f'<div style="{style}"><p>Wort <i>eins</i></p><p>Wort</p></div><p style="{style}">Wort</p>'
    setter = Typesetter(design, _pictures())
    new = setter.set(f'<html lang="de"><title>Probe</title><body>{words}</body></html>', CSS, "test")
    kept = read_pages(write_pages(new), Outside(setter._fonts, setter._fetcher))  # noqa: SLF001 - as the setter reads them
    assert draw_plain(new) == draw_plain(kept)


def test_whatever_the_pages_are_made_from_is_looked_at(design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layouts, little = _Layouts(monkeypatch), '<p class="drawn">Wort</p>'
    cache = Cache(tmp_path)
    _set(design, cache, html=little)
    _set(design, cache, html=little.replace("Wort", "Ort"))
    _set(design, cache, html=little, css=CSS.replace("13pt", "14pt"))
    _set(design, cache, html=little, pictures=_pictures("cd"))
    _set(design, cache, html=little, hyphenation=Hyphenation("de", ("Flücht-ling",)))
    _set(design, Cache(tmp_path, "another press"), html=little)
    assert layouts.count == 6
    _set(design, cache, html=little)
    assert layouts.count == 6


class _Evil:
    def __init__(self, call: Any, *given: object) -> None:  # noqa: ANN401 - anything that can be called
        self.call = call, given

    def __reduce__(self) -> Any:  # noqa: ANN401 - as the standard library has it
        return self.call


@pytest.mark.parametrize("call", [os.system, eval, getattr, open, Path, io.open_code, __import__, pickle.loads])
def test_bytes_of_somebody_else_call_nothing(call: Any) -> None:  # noqa: ANN401 - as above
    outside: Any = Outside(None, None)  # nobody gets so far
    with pytest.raises(UnreadableError):
        read_pages(pickle.dumps(_Evil(call, "touch evil")), outside)


def test_bytes_of_somebody_else_start_no_program(tmp_path: Path) -> None:
    outside: Any = Outside(None, None)
    evil = tmp_path / "evil"
    with pytest.raises(UnreadableError):
        read_pages(pickle.dumps(_Evil(subprocess.Popen, ["touch", str(evil)])), outside)
    time.sleep(0.05)
    assert not evil.exists()


def test_what_is_kept_but_is_no_pages_is_laid_out_again(
    design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts, shelf = _Layouts(monkeypatch), Cache(tmp_path)
    _set(design, shelf, html="<p>Wort</p>")
    (entry,) = tmp_path.iterdir()
    for foreign in (b"", pickle.dumps(_Evil(os.system, "touch evil")), pickle.dumps(([], {}))[:-1]):
        entry.write_bytes(sha256(entry.name.encode() + foreign).hexdigest().encode() + foreign)
        assert len(_set(design, shelf, html="<p>Wort</p>").pages) == 1
    assert layouts.count == 4


def test_bytes_that_are_damaged_are_no_pages(design: Design, tmp_path: Path) -> None:
    whole = write_pages(_set(design, Cache(tmp_path)))
    setter = Typesetter(design, _pictures())
    outside = Outside(setter._fonts, setter._fetcher)  # noqa: SLF001 - nobody else needs them

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, len(whole) - 1), st.binary(max_size=4))
    def damaged(at: int, instead: bytes) -> None:
        try:
            read_pages(whole[:at] + instead, outside)
        except UnreadableError:
            return
        assert whole.startswith(whole[:at] + instead), "half the bytes were read as pages"

    damaged()


class _Paintings:
    """Counts how often a page is painted."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        paint = weasyprint.document.Page.paint

        def counted(*given: object, **named: object) -> object:
            self.count += 1
            return paint(*given, **named)

        patch.setattr(weasyprint.document.Page, "paint", counted)


def _drawn(document: Any, shelf: Cache | None, name: str = "chapter") -> bytes:  # noqa: ANN401 - WeasyPrint's documents carry no types
    count = len(document.pages)
    painting = Painting([f"{name}/{number}" for number in range(count)], shelf)
    drawn = draw_tagged(document, [str(number) for number in range(count)], painting=painting)
    painting.painter.keep()
    return drawn


def test_a_page_that_was_painted_is_put_in_as_it_was(design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, shelf, paintings = _set(design, Cache(tmp_path / "pages")), Cache(tmp_path / "painted"), _Paintings(monkeypatch)
    without = _drawn(document, None)
    assert paintings.count == len(document.pages)
    assert _drawn(document, shelf) == without
    paintings.count = 0
    assert _drawn(document, shelf) == without
    assert 0 < paintings.count < len(document.pages), "a face comes from the first page that has it"
    paintings.count = 0
    assert _drawn(document, shelf, "another") == without
    assert paintings.count == len(document.pages)


def test_glyphs_that_were_measured_otherwise_are_painted_with_what_is_known(
    design: Design, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = _set(design, Cache(tmp_path / "pages"))
    monkeypatch.setattr(painted_pages, "_agrees", lambda *_: False)
    together = _drawn(document, None)
    shelf = Cache(tmp_path / "painted")
    assert [_drawn(document, shelf) for _ in range(2)] == [together, together]


def test_a_page_whose_glyphs_were_as_wide_as_nowhere_else_is_painted_with_what_is_known(design: Design, tmp_path: Path) -> None:
    document, shelf = _set(design, Cache(tmp_path / "pages")), Cache(tmp_path / "painted")
    drawn = _drawn(document, shelf)
    for entry in (tmp_path / "painted").iterdir():
        _, resources, images, fonts, boxes = pickle.loads(entry.read_bytes()[64:])  # noqa: S301 - written a line above
        wider = {
            key: ({glyph: width + 1 for glyph, width in widths.items()}, letters) for key, (widths, letters) in fonts.items()
        }
        content = pickle.dumps(([], resources, images, wider, boxes))
        entry.write_bytes(sha256(entry.name.encode() + content).hexdigest().encode() + content)
    assert _drawn(document, shelf) == drawn, "operators are kept with the widths that they were made for"


def test_what_is_kept_but_was_never_painted_is_painted_again(design: Design, tmp_path: Path) -> None:
    document, shelf = _set(design, Cache(tmp_path / "pages")), Cache(tmp_path / "painted")
    drawn = _drawn(document, shelf)
    entries = sorted((tmp_path / "painted").iterdir())
    others = [_Evil(os.system, f"touch {tmp_path}/evil"), ([],), ([], {}, {}, {}, ()), (1, 2, 3, 4, 5), None]
    evil = [b"", *map(pickle.dumps, others)]
    for entry, foreign in zip(entries, evil, strict=False):
        entry.write_bytes(sha256(entry.name.encode() + foreign).hexdigest().encode() + foreign)
    assert _drawn(document, shelf) == drawn
    assert not (tmp_path / "evil").exists()
