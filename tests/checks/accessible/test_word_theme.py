"""Colours of the theme in Word files: what Word shows, not what was once written beside it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree

from kursbuch_press.checks.accessible.word.theme import colour_of, drawn_colour
from kursbuch_press.packages import WordFile, open_word
from tests.checks.accessible import W, judged, numbers, p, word_file

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
COLOURS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "4F81BD", "accent2": "4472C4"}
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def themed(body: str, settings: str = "", fills: str = "") -> bytes:
    """A Word file with a theme and settings."""
    entries = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    parts = {
        "word/theme/theme1.xml": f"<a:theme {A}><a:themeElements><a:clrScheme>{entries}</a:clrScheme>"
        f"<a:fmtScheme><a:fillStyleLst>{fills}</a:fillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        "word/settings.xml": f"<w:settings {W}>{settings}</w:settings>",
    }
    related = "".join(
        f'<Relationship Id="t{number}" Type="{KIND}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate({"theme": "theme/theme1.xml", "settings": "settings.xml"}.items())
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(p("Titel", "H1") + body))) as packed, zipfile.ZipFile(target, "w") as written:
        for name in packed.namelist():
            part = packed.read(name).decode()
            end = "</Relationships>" if "document.xml.rels" in name else "\0"
            written.writestr(name, part.replace(end, related + end))
        for name, part in parts.items():
            written.writestr(name, part)
    return target.getvalue()


@pytest.fixture(scope="module")
def file() -> WordFile:
    return open_word(themed(""))


def _near(light: object, wanted: str) -> bool:
    parts = bytes.fromhex(wanted)
    return all(abs(round(255 * one) - other) <= 2 for one, other in zip(light, parts, strict=True))  # type: ignore[call-overload]  # a Light, or the test fails


@pytest.mark.parametrize(
    ("attributes", "shown"),  # as Word itself writes the colours beside the names of the theme
    [
        ('w:themeColor="accent1"', "4F81BD"),
        ('w:themeColor="accent1" w:themeTint="99"', "95B3D7"),
        ('w:themeColor="accent1" w:themeShade="BF"', "365F91"),
        ('w:themeColor="accent2" w:themeTint="33"', "D9E2F3"),
        ('w:themeColor="accent2" w:themeShade="BF"', "2F5496"),
        ('w:themeColor="text2" w:themeTint="99"', "548DD4"),
        ('w:themeColor="background2" w:themeShade="BF"', "C4BC96"),
        ('w:themeColor="background1" w:themeShade="A6"', "A6A6A6"),
        ('w:themeColor="text1" w:themeTint="80"', "7F7F7F"),
        ('w:themeColor="nobody"', "123456"),
        ('w:themeColor="accent1" w:themeTint="zz"', "4F81BD"),
    ],
)
def test_theme_colours_are_tinted_and_shaded_as_word_does(file: WordFile, attributes: str, shown: str) -> None:
    assert _near(colour_of(file, etree.fromstring(f'<w:color {W} w:val="123456" {attributes}/>'), "val"), shown)
    filled = re.sub("theme(?:Color)?(?=Tint|Shade|=)", "themeFill", attributes)
    assert _near(colour_of(file, etree.fromstring(f'<w:shd {W} w:fill="123456" {filled}/>'), "fill"), shown)


@pytest.mark.parametrize(
    ("changes", "shown"),  # the shades that PowerPoint and Word offer below each colour of the theme
    [
        ("", "4472C4"),
        ('<a:lumMod val="75000"/>', "2F5597"),
        ('<a:lumMod val="50000"/>', "203864"),
        ('<a:lumMod val="20000"/><a:lumOff val="80000"/>', "DAE3F3"),
        ('<a:lumMod val="40%"/><a:lumOff val="60%"/>', "B4C7E7"),
        ('<a:shade val="100000"/><a:alpha val="100000"/>', "4472C4"),
        ('<a:tint val="0"/>', "FFFFFF"),
        ('<a:shade val="0"/>', "000000"),
        ('<a:satMod val="0"/>', "848484"),
        ("<a:inv/>", ""),
        ('<a:alpha val="50000"/>', ""),
        ('<a:hueOff val="50000"/>', ""),
        ('<a:lumMod val="viel"/>', ""),
    ],
)
def test_colours_of_drawings_are_changed_one_step_after_the_other(file: WordFile, changes: str, shown: str) -> None:
    holder = etree.fromstring(f'<a:solidFill {A}><a:schemeClr val="accent2">{changes}</a:schemeClr></a:solidFill>')
    found = drawn_colour(file, holder)
    assert found is None if not shown else _near(found, shown)


WHITE = '<w:color w:val="FFFFFF"/>'


def _run(attributes: str) -> str:
    return p("Text", run=f'<w:color w:val="000000" {attributes}/>')


def _shape(fill: str, style: str = "") -> str:
    box = f"<w:txbxContent>{p('Weiß', run=WHITE)}</w:txbxContent>"
    inner = f"<wps:spPr>{fill}</wps:spPr>{style}<wps:txbx>{box}</wps:txbx>"
    return f"<w:p><w:r><wps:wsp {WPS} {A}>{inner}</wps:wsp></w:r></w:p>"


LIGHTER = '<a:lumMod val="20000"/><a:lumOff val="80000"/>'
STYLED = '<wps:style><a:fillRef idx="{}"><a:schemeClr val="accent2"/></a:fillRef></wps:style>'
FILLS = (
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:gradFill/>'
    f'<a:solidFill><a:schemeClr val="phClr">{LIGHTER}</a:schemeClr></a:solidFill>'
)


@pytest.mark.parametrize(
    ("content", "fails"),
    [
        (themed(_run('w:themeColor="accent1" w:themeTint="66"')), True),
        (themed(_run('w:themeColor="accent1" w:themeShade="80"')), False),
        (themed(_run('w:themeColor="background1"')), True),
        (themed(_run('w:themeColor="background1"'), '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>'), False),
        (themed(_shape('<a:solidFill><a:schemeClr val="accent2"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>')), False),
        (themed(_shape(f'<a:solidFill><a:schemeClr val="accent2">{LIGHTER}</a:schemeClr></a:solidFill>')), True),
        (themed(_shape("", STYLED.format(1)), fills=FILLS), False),
        (themed(_shape("", STYLED.format(2)), fills=FILLS), False),
        (themed(_shape("", STYLED.format(3)), fills=FILLS), True),
    ],
)
def test_contrast_is_that_of_the_colours_that_are_shown(content: bytes, fails: bool) -> None:  # noqa: FBT001 - a column of a table
    assert ("1.4.3" in numbers(judged(content))) is fails


def test_the_colour_of_the_page_is_a_ground_where_word_shows_it() -> None:
    def on_the_page(settings: str) -> set[str]:
        content = themed(p("Dunkel", run='<w:color w:val="222222"/>'), settings)
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(target, "w") as written:
            for name in packed.namelist():
                page = '<w:background w:color="FFFFFF" w:themeColor="text2"/><w:body>'
                written.writestr(name, packed.read(name).decode().replace("<w:body>", page))
        return numbers(judged(target.getvalue()))

    assert "1.4.3" in on_the_page("<w:displayBackgroundShape/>")
    assert "1.4.3" not in on_the_page("")
