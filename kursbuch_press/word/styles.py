"""word/styles.xml: the names of style_names.py with the looks of layouts/word/styles.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.word.looks import Look, Looks, TableLook
from kursbuch_press.word.metrics import line_height
from kursbuch_press.word.ooxml import STORY, Xml, half_points, part, twips, twips_of_mm, w
from kursbuch_press.word.runs import word_language
from kursbuch_press.word.style_names import (
    BASED_ON,
    CHARACTER_STYLES,
    OWN,
    PARAGRAPH_STYLES,
    TABLE_STYLES,
    Style,
    own_box_styles,
)

_EIGHTH_POINTS = {"thin": "4", "strong": "8", "bar": "36"}
_DEFAULTS = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_FURTHEST = 31
_WITH_PAGE = ("TOC1", "TOC2", "TOC3", "TableofFigures", "Kurzinhalt")


def styles_part(looks: Looks, language: str) -> bytes:
    """Give word/styles.xml."""
    return part(
        "w:styles",
        STORY,
        _defaults(looks, language),
        _latent(),
        *(_paragraph_style(style, looks) for style in PARAGRAPH_STYLES),
        *(_paragraph_style(style, looks) for kind in sorted(looks.boxes) for style in own_box_styles(kind)),
        *(_character_style(style, looks) for style in CHARACTER_STYLES),
        *(_table_style(style, looks) for style in TABLE_STYLES),
        _style(Style("NoList", "No List", shown=False), "numbering"),
    )


def _defaults(looks: Looks, language: str) -> Xml:
    """Give ``w:docDefaults`` with the language of the book, and with no spaces.

    They are those of "Normal".
    """
    spoken = word_language(language)
    fonts = _fonts(looks.font("text"))
    lang = w("lang", val=spoken, eastAsia=spoken, bidi="ar-SA")
    runs = w("rPrDefault", w("rPr", fonts, w("sz", val="22"), w("szCs", val="22"), lang))
    return w("docDefaults", runs, w("pPrDefault", w("pPr", w("widowControl"))))


def _latent() -> Xml:
    """Hide the styles of Word that the file does not use, so that its list of styles is short."""
    return w(
        "latentStyles",
        defLockedState="0",
        defUIPriority="99",
        defSemiHidden="1",
        defUnhideWhenUsed="1",
        defQFormat="0",
        count="376",
    )


def _fonts(font: str) -> Xml:
    return w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _style(style: Style, kind: str, *looks: Xml) -> Xml:
    """Give ``w:style`` around its looks; order: CT_Style."""
    marks = {"default": "1"} if style.id in _DEFAULTS else {}
    if not style.built_in:
        marks["customStyle"] = "1"
    shown = (w("qFormat"),) if style.shown else (w("semiHidden"), w("unhideWhenUsed"))
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based_on) if style.based_on else None,
        w("next", val=style.next) if style.next else None,
        w("uiPriority", val=str(style.priority)),
        *shown,
        *looks,
        type=kind,
        styleId=style.id,
        **marks,
    )


def _paragraph_style(style: Style, looks: Looks) -> Xml:
    look = looks.look(style.id)
    return _style(
        style,
        "paragraph",
        *_filled("pPr", _of_paragraph(style, look, looks)),
        *_filled("rPr", _of_runs(look, looks)),
    )


def _filled(tag: str, children: Iterator[Xml]) -> list[Xml]:
    found = list(children)
    return [w(tag, *found)] if found else []


def _character_style(style: Style, looks: Looks) -> Xml:
    return _style(style, "character", *_filled("rPr", _of_runs(looks.look(style.id), looks)))


def _of_paragraph(style: Style, look: Look, looks: Looks) -> Iterator[Xml]:
    """Give the children of ``w:pPr``; order: CT_PPr."""
    yield from _switches(look)
    if style.numbering is not None:
        number, level = style.numbering
        yield w("numPr", w("ilvl", val=str(level)), w("numId", val=str(number)))
    yield from _lines(style, look, looks)
    if style.id in _WITH_PAGE:
        yield _tabs(look, looks)
    if look.hyphenate is not None:
        yield w("suppressAutoHyphens", val=_on(not look.hyphenate))
    yield from _spacing(look, looks.resolved(style.id))
    yield from _indent(look)
    if look.close_up is not None:
        yield w("contextualSpacing", val=_on(look.close_up))
    if look.align is not None:
        yield w("jc", val=look.align)
    if style.outline is not None:
        yield w("outlineLvl", val=str(style.outline))


def _switches(look: Look) -> Iterator[Xml]:
    for tag, value in (("keepNext", look.keep_next), ("keepLines", look.keep_together)):
        if value is not None:
            yield w(tag, val=_on(value))


def _on(value: bool) -> str:  # noqa: FBT001 - it only spells it
    return "1" if value else "0"


def _lines(style: Style, look: Look, looks: Looks) -> Iterator[Xml]:
    """Give the lines around a paragraph and its ground.

    Word has no padding. Where there is to be some, the sides without a line get one in the colour of the ground.
    A style that changes one of them says all of them, as programs differ in what they take from the style below.
    """
    whole = looks.resolved(style.id)
    changed = ("over", "under", "bar", "shade", "padding", *(("left", "first") if whole.bar else ()))
    if all(getattr(look, each) is None for each in changed):
        return
    ground = whole.shade if whole.padding else None
    borders = []
    for side, line, width in (
        ("top", whole.over, "strong"),
        ("left", whole.bar, "bar"),
        ("bottom", whole.under, "strong"),
        ("right", None, "thin"),
    ):
        colour = line or (None if side == "top" else ground)
        if colour:
            space = _beside_bar(style, looks) if width == "bar" and line else whole.padding
            borders.append(_border(side, looks.rgb(colour), width if line else "thin", 4 if space is None else space))
    if borders:
        yield w("pBdr", *borders)
    if whole.shade:
        yield w("shd", val="clear", color="auto", fill=looks.rgb(whole.shade))


def _beside_bar(style: Style, looks: Looks) -> float:
    """Give the distance between a bar and its text in pt.

    The bars of a box stand in one line, that of an indented list below that of the text: Word puts them beside the
    text of each paragraph, at most 31 pt away (ECMA-376, 17.3.1.7).
    """
    based_on = BASED_ON.get(style.id.partition(OWN)[0], "")
    further = _start(style.id, looks) - _start(based_on, looks) if based_on and looks.resolved(based_on).bar else 0.0
    return min(_FURTHEST, 8 + further * 72 / 25.4)


def _start(style: str, looks: Looks) -> float:
    """Give where the text of a style begins, in mm from the margin."""
    look = looks.resolved(style)
    return (look.left or 0) + min(look.first or 0, 0)


def _border(side: str, colour: str, width: str, space: float) -> Xml:
    return w(side, val="single", sz=_EIGHTH_POINTS[width], space=str(round(space)), color=colour)


def _tabs(look: Look, looks: Looks) -> Xml:
    """Give the tabs of a line with a page number.

    One after the chapter's number, one at the right edge with dots.
    """
    right = twips_of_mm(looks.sheet.text_width())
    number = w("tab", val="left", pos=twips_of_mm(look.left or 0)) if look.first else None
    return w("tabs", number, w("tab", val="right", leader="dot", pos=right))


def _spacing(look: Look, resolved: Look) -> Iterator[Xml]:
    """Give ``w:spacing``; another typeface or size has another distance of lines, too."""
    values = {}
    if look.before is not None:
        values["before"] = twips(look.before)
    if look.after is not None:
        values["after"] = twips(look.after)
    if look.line is not None or look.size is not None or look.font is not None:
        values |= {"line": twips(line_height(resolved)), "lineRule": "atLeast"}
    if values:
        yield w("spacing", **values)


def _indent(look: Look) -> Iterator[Xml]:
    values = {}
    if look.left is not None:
        values["left"] = twips_of_mm(look.left)
    if look.right is not None:
        values["right"] = twips_of_mm(look.right)
    if look.first is not None:
        values["hanging" if look.first < 0 else "firstLine"] = twips_of_mm(abs(look.first))
    if values:
        yield w("ind", **values)


def _of_runs(look: Look, looks: Looks) -> Iterator[Xml]:
    """Give the children of ``w:rPr``.

    Order: CT_RPr. Complex scripts (Arabic) get the same weight and size.
    """
    if look.font is not None:
        yield _fonts(looks.font(look.font))
    for tag, value in (("b", look.bold), ("i", look.italic)):
        if value is not None:
            yield from (w(tag, val=_on(value)), w(f"{tag}Cs", val=_on(value)))
    if look.colour is not None:
        yield w("color", val=looks.rgb(look.colour))
    if look.size is not None:
        yield from (w("sz", val=half_points(look.size)), w("szCs", val=half_points(look.size)))
    if look.underline is not None:
        yield w("u", val="single" if look.underline else "none")
    if look.raised:
        yield w("vertAlign", val="superscript")


def _table_style(style: Style, looks: Looks) -> Xml:
    if style.id == "TableNormal":
        margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _PLAIN_MARGINS))
        return _style(style, "table", w("tblPr", w("tblInd", w="0", type="dxa"), margins))
    look = looks.set.tables[style.id]
    return _style(style, "table", _table_properties(look, looks), *_table_parts(look, looks))


_PLAIN_MARGINS = (("top", "0"), ("left", "108"), ("bottom", "0"), ("right", "108"))


def _table_properties(look: TableLook, looks: Looks) -> Xml:
    """Give lines between the rows and none beside them; the padding is in the cells."""
    borders = w(
        "tblBorders",
        _rule("top", look.strong_rule, looks, "strong"),
        _rule("bottom", look.strong_rule, looks, "strong"),
        _rule("insideH", look.rule, looks, "thin"),
    )
    up, aside = twips(look.padding), twips_of_mm(look.gap)
    sides = (("top", up), ("left", aside), ("bottom", up), ("right", aside))
    margins = w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sides))
    return w("tblPr", w("tblInd", w="0", type="dxa"), borders, margins)


def _rule(side: str, colour: str, looks: Looks, width: str) -> Xml:
    return w(side, val="single", sz=_EIGHTH_POINTS[width], space="0", color=looks.rgb(colour))


def _table_parts(look: TableLook, looks: Looks) -> Iterator[Xml]:
    """Give the looks of the header row and of a first column that names the rows."""
    under = w("tcBorders", _rule("bottom", look.strong_rule, looks, "strong"))
    head = w("tcPr", under, _shade(look.head, looks), w("vAlign", val="bottom"))
    yield w("tblStylePr", w("tblPr"), head, type="firstRow")
    if look.labels:
        yield w("tblStylePr", w("tblPr"), w("tcPr", _shade(look.labels, looks)), type="firstCol")


def _shade(colour: str | None, looks: Looks) -> Xml | None:
    return w("shd", val="clear", color="auto", fill=looks.rgb(colour)) if colour else None
