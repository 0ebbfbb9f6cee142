"""Figures as pictures in the line, with an alternative text, at the width that they have in the book."""

from __future__ import annotations

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.word import wording
from kursbuch_press.word.captions import caption_text, write_caption
from kursbuch_press.word.links import Picture
from kursbuch_press.word.ooxml import NAMESPACES, Xml, emu, w, x
from kursbuch_press.word.runs import run, words
from kursbuch_press.word.writing import Form, Writing

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_ROOM_FOR_CAPTION = 35.0


def write_figure(node: Figure, writing: Writing) -> None:
    """Write a figure, its caption and its credit, each kept with the next."""
    if node.drawing is not None:
        writing.generated(Form("Erzeugt"), join(node.address, "generated"), words(wording.GENERATED_FIGURE))
    captioned = bool(node.label or node.caption)
    form = Form("Abbildung", keep_next=captioned or bool(node.credit or node.source))
    marks = () if captioned else (node.address,)
    writing.add(writing.paragraph(form, join(node.address, "picture"), [run(_drawing(node, writing))], *marks))
    if captioned:
        write_caption(node, writing, keep_next=bool(node.credit or node.source))
    if node.credit:
        credit = words(wording.CREDIT + node.credit)
        writing.add(writing.paragraph(Form("Quelle"), join(node.address, "credit"), credit))
    if node.source:
        writing.add(writing.paragraph(Form("Quelle"), join(node.address, "source"), writing.inlines.runs(node.source)))


def _drawing(node: Figure, writing: Writing) -> Xml:
    """Give ``w:drawing`` around the picture."""
    picture, width, vectors = _source(node, writing)
    height = width * picture.height / picture.width
    highest = writing.looks.sheet.text_height(landscape=writing.landscape) - _ROOM_FOR_CAPTION
    if height > highest:
        width, height = width * highest / height, highest
    size = (emu(width), emu(height))
    number = next(writing.drawing_ids)
    return w("drawing", _inline(node, number, size, _graphic(picture, vectors, size)))


def _source(node: Figure, writing: Writing) -> tuple[Picture, float, str]:
    """Give the picture, its width in mm, and the relationship to its vectors if there are any."""
    full = writing.width
    if node.drawing is None:
        picture = writing.links.picture(writing.draft.pictures[node.picture])
        return picture, full * node.width / 100, ""
    drawn = writing.draft.drawings[node.address]
    vectors = writing.links.vectors(drawn.svg) if drawn.svg else ""
    return writing.links.picture(drawn.png), min(drawn.width, full), vectors


def _inline(node: Figure, number: int, size: tuple[int, int], graphic: Xml) -> Xml:
    """Give ``wp:inline``: the size, the name and the alternative text (order: CT_Inline)."""
    width, height = size
    return x(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        x("wp:extent", {"cx": str(width), "cy": str(height)}),
        x("wp:effectExtent", {"l": "0", "t": "0", "r": "0", "b": "0"}),
        _document_properties(node, number),
        x("wp:cNvGraphicFramePr", {}, x("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        graphic,
    )


def _document_properties(node: Figure, number: int) -> Xml:
    """Give ``wp:docPr``; a picture that only adorns says so.

    Without that, programs report its empty alternative text as forgotten.
    """
    title = caption_text(node.label, ()) or f"{wording.DRAWN_FIGURE} {number}"
    if not node.decorative:
        return x("wp:docPr", {"id": str(number), "name": title, "descr": node.alt})
    mark = x("adec:decorative", {"val": "1"})
    extension = x("a:extLst", {}, x("a:ext", {"uri": _DECORATIVE_EXTENSION}, mark))
    return x("wp:docPr", {"id": str(number), "name": title, "descr": ""}, extension)


def _graphic(picture: Picture, vectors: str, size: tuple[int, int]) -> Xml:
    """Give ``a:graphic`` with the picture in it."""
    width, height = size
    blip = x("a:blip", {"r:embed": picture.rid}, *_vectors(vectors))
    frame = x("a:xfrm", {}, x("a:off", {"x": "0", "y": "0"}), x("a:ext", {"cx": str(width), "cy": str(height)}))
    content = x(
        "pic:pic",
        {},
        x("pic:nvPicPr", {}, x("pic:cNvPr", {"id": "0", "name": ""}), x("pic:cNvPicPr")),
        x("pic:blipFill", {}, blip, x("a:stretch", {}, x("a:fillRect"))),
        x("pic:spPr", {}, frame, x("a:prstGeom", {"prst": "rect"}, x("a:avLst"))),
    )
    return x("a:graphic", {}, x("a:graphicData", {"uri": NAMESPACES["pic"]}, content))


def _vectors(relationship: str) -> list[Xml]:
    """Give the extension by which Word shows an SVG file instead of the PNG."""
    if not relationship:
        return []
    svg = x("asvg:svgBlip", {"r:embed": relationship})
    return [x("a:extLst", {}, x("a:ext", {"uri": _SVG_EXTENSION}, svg))]
