"""Contrast in Word as Word paints it: parts of table styles, and the fills of shapes, new and old."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import RGBColor

from tests.checks.accessible import STYLES, judged, numbers, p, word_file

_SHAPES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _styles(part: str, fill: str, colour: str = "") -> str:
    run = f'<w:rPr><w:color w:val="{colour}"/></w:rPr>' if colour else ""
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>'
    style = (
        f'<w:style w:type="table" w:styleId="T"><w:name w:val="Tabelle"/>'
        f'<w:tblStylePr w:type="{part}">{run}{shade}</w:tblStylePr></w:style>'
    )
    return STYLES.replace("</w:styles>", f"{style}</w:styles>").replace('<w:rPr><w:color w:val="222222"/></w:rPr>', "")


def _table(run: str = "", look: str = 'w:val="04A0"', rows: int = 3) -> str:
    row = "<w:tr>" + "".join(f"<w:tc>{p('Ort', run=run)}</w:tc>" for _ in range(3)) + "</w:tr>"
    head = row.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook {look}/></w:tblPr>{head}{row * (rows - 1)}</w:tbl>'


_GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="{}"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="{}"/></a:gs></a:gsLst></a:gradFill>'
)
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize("part", ["firstRow", "firstCol", "band1Horz", "nwCell", "wholeTable"])
def test_dark_text_on_the_dark_part_of_a_table_style_fails(part: str) -> None:
    verdict = judged(word_file(p("Titel", "H1") + _table(), _styles(part, "1F3864", "333333")))
    assert "1.4.3" in numbers(verdict)


def test_white_text_on_the_dark_head_of_a_table_style_passes() -> None:
    head = _table(WHITE, rows=1).replace("</w:tbl>", f"<w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>")
    verdict = judged(word_file(p("Titel", "H1") + head, _styles("firstRow", "1F3864")))
    assert "1.4.3" not in numbers(verdict)


def test_a_part_that_the_table_does_not_use_does_not_count() -> None:
    verdict = judged(word_file(p("Titel", "H1") + _table(look='w:val="0600"'), _styles("firstRow", "1F3864", "333333")))
    assert "1.4.3" not in numbers(verdict)


def _modern(fill: str) -> str:
    box = f"<w:txbxContent>{p('Weiß', run=WHITE)}</w:txbxContent>"
    return f"<w:p><w:r><wps:wsp {_SHAPES}><wps:spPr>{fill}</wps:spPr><wps:txbx>{box}</wps:txbx></wps:wsp></w:r></w:p>"


def _older(attributes: str) -> str:
    box = f"<v:textbox><w:txbxContent>{p('Weiß', run=WHITE)}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict><v:rect {_SHAPES} {attributes}>{box}</v:rect></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "fails"),
    [
        (_modern('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'), False),
        (_modern('<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill>'), True),
        (_modern("<a:noFill/>"), True),
        (_modern("<a:gradFill/>"), False),
        (_modern(_GRADIENT.format("EEEEEE", "DDDDDD")), True),
        (_modern(_GRADIENT.format("EEEEEE", "111111")), False),
        (_modern('<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>'), True),
        (_older('fillcolor="#1f3864 [3204]"'), False),
        (_older('fillcolor="navy"'), False),
        (_older('filled="f"'), True),
        (_older('filled="0" fillcolor="black"'), True),
        (_older('fillcolor="rgb(31,56,100)"'), False),
        (_older('fillcolor="#136"'), False),
        (_older('fillcolor="orange"'), True),
        (_older('fillcolor="black"').replace("<v:textbox>", '<v:fill on="f"/><v:textbox>'), True),
        (_older('fillcolor="black"').replace("<v:textbox>", '<v:fill opacity="0"/><v:textbox>'), True),
        (_older("").replace("<v:textbox>", '<v:fill color="black"/><v:textbox>'), False),
        (_older("").replace("<v:textbox>", '<v:fill type="tile"/><v:textbox>'), False),
        (_older(""), True),
    ],
)
def test_text_in_a_shape_stands_on_its_fill(body: str, fails: bool) -> None:  # noqa: FBT001 - a column of a table
    assert ("1.4.3" in numbers(judged(word_file(p("Titel", "H1") + body)))) is fails


def _parted(**parts: str) -> str:
    """A table style of several parts, each with the fill of its cells; ``rows`` and ``columns`` are the sizes of bands."""
    sizes = "".join(
        f'<w:tblStyle{kind}BandSize w:val="{parts.pop(key)}"/>'
        for key, kind in (("rows", "Row"), ("columns", "Col"))
        if key in parts
    )
    fills = "".join(
        f'<w:tblStylePr w:type="{kind}"><w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr></w:tblStylePr>'
        for kind, fill in parts.items()
    )
    style = f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr>{sizes}</w:tblPr>{fills}</w:style>'
    return STYLES.replace("</w:styles>", f"{style}</w:styles>").replace('<w:rPr><w:color w:val="222222"/></w:rPr>', "")


DARK, GREY = "1F3864", '<w:color w:val="333333"/>'


def _cell(run: str = "") -> str:
    return f"<w:tc>{p('Ort', run=run)}</w:tc>"


def _row(*cells: str, inside: str = "") -> str:
    return f"<w:tr>{inside}{''.join(cells or (_cell(),))}</w:tr>"


def _controlled(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _rows(*rows: str, look: str = "04A0") -> str:
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="{look}"/></w:tblPr>{"".join(rows)}</w:tbl>'


PLAIN = _row()
_EXCEPTION = f'<w:tblPrEx><w:shd w:val="clear" w:fill="{DARK}"/></w:tblPrEx>'


@pytest.mark.parametrize(
    ("table", "style", "fails"),
    [
        (_rows(PLAIN, _row(_cell(WHITE)), _row(_cell(WHITE)), PLAIN), _parted(rows="2", band1Horz=DARK), False),
        (_rows(PLAIN, _row(_cell(WHITE)), _row(_cell(GREY)), PLAIN), _parted(rows="2", band1Horz=DARK), True),
        (_rows(_row(_cell(WHITE), _cell(WHITE), _cell()), look="0200"), _parted(columns="2", band1Vert=DARK), False),
        (_rows(_row(_cell(WHITE), _cell(GREY), _cell()), look="0200"), _parted(columns="2", band1Vert=DARK), True),
        (_rows(_controlled(_row(_cell(GREY))), PLAIN), _parted(firstRow=DARK), True),
        (_rows(_row(_controlled(_cell(GREY)), _cell()), PLAIN), _parted(firstRow=DARK), True),
        (_rows(_controlled(_row(_cell(WHITE))), PLAIN), _parted(firstRow=DARK), False),
        (_rows(_controlled(PLAIN), _row(_cell(WHITE))), _parted(firstRow=DARK), True),
        (_rows(_row(_cell(GREY), inside=_EXCEPTION)), _parted(), True),
        (_rows(_row(_cell(WHITE), inside=_EXCEPTION)), _parted(), False),
    ],
)
def test_bands_and_rows_are_counted_as_word_counts_them(table: str, style: str, fails: bool) -> None:  # noqa: FBT001 - a column of a table
    assert ("1.4.3" in numbers(judged(word_file(p("Titel", "H1") + table, style)))) is fails


@pytest.mark.parametrize(
    ("fill", "colour", "run", "fails"),
    [
        ("EEEEEE", "FFFFFF", "", True),
        (DARK, "FFFFFF", "", False),
        (DARK, "111111", "", True),
        ("EEEEEE", "FFFFFF", GREY, False),
    ],
)
def test_the_style_of_a_shape_gives_its_text_a_colour(fill: str, colour: str, run: str, fails: bool) -> None:  # noqa: FBT001 - a column of a table
    shape = _modern(f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>').replace(WHITE, run)
    given = f'<wps:style><a:fontRef idx="minor"><a:srgbClr val="{colour}"/></a:fontRef></wps:style><wps:txbx>'
    styles = STYLES.replace('<w:rPr><w:color w:val="222222"/></w:rPr>', "")
    verdict = judged(word_file(p("Titel", "H1") + shape.replace("<wps:txbx>", given), styles))
    assert ("1.4.3" in numbers(verdict)) is fails


def test_a_table_style_takes_its_parts_from_the_one_below() -> None:
    below = '<w:style w:type="table" w:styleId="U"><w:name w:val="U"/><w:basedOn w:val="T"/></w:style></w:styles>'
    styles = _parted(firstRow=DARK).replace("</w:styles>", below)
    table = _rows(_row(_cell(GREY)), PLAIN).replace('<w:tblStyle w:val="T"/>', '<w:tblStyle w:val="U"/>')
    assert "1.4.3" in numbers(judged(word_file(p("Titel", "H1") + table, styles)))


def test_a_marker_of_a_style_is_a_ground() -> None:
    style = '<w:style w:type="character" w:styleId="M"><w:rPr><w:highlight w:val="black"/></w:rPr></w:style></w:styles>'
    for marker, fails in (("", True), ('<w:highlight w:val="none"/>', False)):
        run = f'<w:rStyle w:val="M"/>{marker}{GREY}'
        verdict = judged(word_file(p("Titel", "H1") + p("Wort", run=run), STYLES.replace("</w:styles>", style)))
        assert ("1.4.3" in numbers(verdict)) is fails


_WORD_2010 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def _effect(colour: str, alpha: str = "") -> str:
    inside = f'<w14:srgbClr w14:val="{colour}">{alpha}</w14:srgbClr>'
    return f'<w:color w:val="000000"/><w14:textFill {_WORD_2010}><w14:solidFill>{inside}</w14:solidFill></w14:textFill>'


@pytest.mark.parametrize(
    ("run", "fails"),
    [
        (_effect("DDDDDD"), True),
        (_effect("222222"), False),
        (_effect("222222", '<w14:alpha w14:val="0"/>'), False),
        (_effect("DDDDDD", '<w14:alpha w14:val="0"/>'), True),
        (f"<w14:textFill {_WORD_2010}><w14:gradFill/></w14:textFill>", False),
        ('<w:shd w:val="pct75" w:color="000000" w:fill="FFFFFF"/><w:color w:val="000000"/>', True),
        ('<w:shd w:val="pct75" w:color="000000" w:fill="FFFFFF"/><w:color w:val="FFFFFF"/>', False),
        ('<w:shd w:val="pct10" w:color="auto" w:fill="FFFFFF"/><w:color w:val="000000"/>', False),
    ],
)
def test_effects_and_dots_count_as_word_paints_them(run: str, fails: bool) -> None:  # noqa: FBT001 - a column of a table
    verdict = judged(word_file(p("Titel", "H1") + p("Wort", run=run)))
    assert ("1.4.3" in numbers(verdict)) is fails


@pytest.mark.parametrize("place", ["header", "footer"])
def test_what_stands_at_head_and_foot_of_the_pages_is_text_too(place: str) -> None:
    document = docx.Document()
    getattr(document.sections[0], place).paragraphs[0].add_run("blass").font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    target = io.BytesIO()
    document.save(target)
    assert "1.4.3" in numbers(judged(target.getvalue()))
