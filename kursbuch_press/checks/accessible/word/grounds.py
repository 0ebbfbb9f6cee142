"""What a text of a Word file stands on: shades of runs, paragraphs, cells and table styles, fills of shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from PIL import ImageColor

from kursbuch_press.checks.accessible.colours import WHITE, Light
from kursbuch_press.checks.accessible.word.theme import colour_of, drawn_colour, is_invisible, stops
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import VML, WPS, A, Element, W, is_on, value

_PARTS = (
    ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100), ("noHBand", 0x200), ("noVBand", 0x400),
)  # fmt: skip
"""Which parts of a table style a table uses (ECMA-376, 17.4.56)."""
_OFF = frozenset({"f", "false", "0"})
_DOTS = re.compile(r"pct(\d+)")
_FILLS = frozenset(f"{A}{kind}Fill" for kind in ("no", "solid", "grad", "blip", "patt", "grp"))
_HOLDERS = (f"{W}tc", f"{WPS}wsp", f"{VML}shape", f"{VML}rect", f"{VML}roundrect", f"{VML}oval", f"{VML}textbox")


def conditions(file: WordFile, cell: Element) -> list[Element]:
    """Give the parts of the table styles that hold for a cell, the strongest first (ECMA-376, 17.7.6)."""
    row, table = next(cell.iterancestors(f"{W}tr"), None), next(cell.iterancestors(f"{W}tbl"), None)
    if row is None or table is None:
        return []
    chain = list(file.styles.chain(value(table, "tblPr", "tblStyle"), "table"))
    wanted = _parts(table, row, cell, chain)
    return [part for kind in wanted for style in chain for part in style.iterchildren(f"{W}tblStylePr") if _is(part, kind)]


def _is(part: Element, kind: str) -> bool:
    return part.get(f"{W}type") == kind


def _parts(table: Element, row: Element, cell: Element, chain: Sequence[Element]) -> list[str]:
    look = _look(table)
    rows, cells = _places(table, "tr", "tbl"), _places(row, "tc", "tr")
    at, across = rows[row], cells[cell]
    first_row, last_row = look["firstRow"] and not at, look["lastRow"] and at == len(rows) - 1
    first, last = look["firstColumn"] and not across, look["lastColumn"] and across == len(cells) - 1
    found = []
    corners = {"nw": (first_row, first), "ne": (first_row, last), "sw": (last_row, first), "se": (last_row, last)}
    found += [f"{name}Cell" for name, (vertical, horizontal) in corners.items() if vertical and horizontal]
    found += [name for holds, name in ((first_row, "firstRow"), (last_row, "lastRow")) if holds]
    found += [name for holds, name in ((first, "firstCol"), (last, "lastCol")) if holds]
    if not look["noHBand"] and not first_row and not last_row:
        found.append(f"band{(at - look['firstRow']) // _band(chain, 'Row') % 2 + 1}Horz")
    if not look["noVBand"] and not first and not last:
        found.append(f"band{(across - look['firstColumn']) // _band(chain, 'Col') % 2 + 1}Vert")
    return [*found, "wholeTable"]


def _band(chain: Sequence[Element], kind: str) -> int:
    """Give of how many rows or columns a band is (17.7.6.7 and 17.7.6.5)."""
    written = next((size for style in chain if (size := value(style, "tblPr", f"tblStyle{kind}BandSize"))), "1")
    return max(int(written), 1) if written.isdecimal() else 1


@lru_cache(maxsize=4)
def _places(of: Element, kind: str, holder: str) -> Mapping[Element, int]:
    """Number the rows of a table or the cells of a row, once for all cells in them, also those within controls of content."""
    own = (each for each in of.iter(f"{W}{kind}") if next(each.iterancestors(f"{W}{holder}"), None) is of)
    return {each: at for at, each in enumerate(own)}


def _look(table: Element) -> dict[str, bool]:
    """Read which parts are used: as names, or as bits in older files."""
    written = table.find(f"{W}tblPr/{W}tblLook")
    if written is None:
        return {name: name in {"firstRow", "firstColumn", "noVBand"} for name, _ in _PARTS}
    bits = written.get(f"{W}val", "0")
    number = int(bits, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,8}", bits) else 0
    return {name: written.get(f"{W}{name}", "1" if number & bit else "0") in {"1", "true", "on"} for name, bit in _PARTS}


Grounds = tuple[Light, ...]
"""The colours of a ground: one, or those between which a gradient runs; none where nobody can know."""


def ground_around(file: WordFile, paragraph: Element) -> Grounds:
    """Give the nearest ground of a paragraph that is not its own: cell, table, shape, paper."""
    for holder in paragraph.iterancestors(*_HOLDERS):
        if holder.tag == f"{W}tc":
            found = next(_shades_of_cell(file, holder), None)
            if found is not None:
                return (found,)
            continue
        fill = _fill(file, holder)
        if fill is not False:
            return fill if isinstance(fill, tuple) else ()
    return (_paper(file),)


def _paper(file: WordFile) -> Light:
    """Give the colour of the page, where the file asks Word to show it (17.2.1 and 17.15.1.25)."""
    shown = is_on(file.settings, "displayBackgroundShape")
    return (shown and colour_of(file, file.document.find(f"{W}background"), "color")) or WHITE


def _shades_of_cell(file: WordFile, cell: Element) -> Iterator[Light]:
    table = next(cell.iterancestors(f"{W}tbl"), None)
    styles = [] if table is None else list(file.styles.chain(value(table, "tblPr", "tblStyle"), "table"))
    shades = [cell.find(f"{W}tcPr/{W}shd")]
    shades += [each.find(f"{W}tcPr/{W}shd") for each in conditions(file, cell)]
    row = next(cell.iterancestors(f"{W}tr"), None)
    shades += [row.find(f"{W}tblPrEx/{W}shd")] if row is not None else []
    shades += [table.find(f"{W}tblPr/{W}shd")] if table is not None else []
    shades += [each.find(f"{W}{where}/{W}shd") for each in styles for where in ("tcPr", "tblPr")]
    return (light for each in shades if (light := shade(file, each)) is not None)


def shade(file: WordFile, written: Element | None) -> Light | None:
    """Read a shading: its fill, for „solid“ its colour, or how fine dots of it look on the fill (17.18.78)."""
    if written is None:
        return None
    pattern = written.get(f"{W}val", "")
    fill = colour_of(file, written, "color" if pattern == "solid" else "fill")
    share = _DOTS.fullmatch(pattern)
    if share is None:
        return fill
    dots, below = colour_of(file, written, "color") or Light(0, 0, 0), fill or WHITE
    return Light(*(part + (dot - part) * int(share[1]) / 100 for part, dot in zip(below, dots, strict=True)))


def _fill(file: WordFile, shape: Element) -> Grounds | bool:
    """Give the fill of a shape; False for none, no colour for one that is a picture or a pattern."""
    if shape.tag != f"{WPS}wsp":
        return _fill_of_vml(shape)
    properties = shape.find(f"{WPS}spPr")
    for each in properties if properties is not None else ():
        if each.tag in _FILLS:
            return _written_fill(file, each)
    reference = shape.find(f"{WPS}style/{A}fillRef")
    if reference is None or reference.get("idx", "0") == "0":
        return False
    return _one(_fill_of_style(file, reference))


def _one(light: Light | None) -> Grounds:
    return () if light is None else (light,)


def _written_fill(file: WordFile, fill: Element) -> Grounds | bool:
    if fill.tag == f"{A}noFill" or is_invisible(fill):
        return False
    if fill.tag == f"{A}solidFill":
        return _one(drawn_colour(file, fill))
    return stops(file, fill) if fill.tag == f"{A}gradFill" else ()


def _fill_of_style(file: WordFile, reference: Element) -> Light | None:
    """Give what a fill of the theme makes of the colour that a shape hands to it (20.1.4.1.13); a gradient is unknown."""
    given = drawn_colour(file, reference)
    number = reference.get("idx", "")
    fills = file.theme.findall(f".//{A}fillStyleLst/*") if file.theme is not None else []
    if not number.isdecimal() or not 1 <= int(number) <= len(fills):
        return given
    fill = fills[int(number) - 1]
    return drawn_colour(file, fill, given) if fill.tag == f"{A}solidFill" else None


def _fill_of_vml(shape: Element) -> Grounds | bool:
    if shape.tag == f"{VML}textbox" or shape.get("filled") in _OFF:
        return False
    fill = shape.find(f"{VML}fill")
    more = {} if fill is None else {str(key): str(said) for key, said in fill.attrib.items()}
    if more.get("on") in _OFF or more.get("opacity") == "0":
        return False
    if more.get("type", "solid") != "solid":
        return ()
    written = more.get("color") or shape.get("fillcolor") or "white"
    try:
        parts = ImageColor.getrgb(written.split(" ")[0])  # the same names and forms as in HTML (ECMA-376, part 4, 22.1)
    except ValueError:
        return ()
    return (Light(*(part / 255 for part in parts[:3])),)


def colour_of_shape(file: WordFile, paragraph: Element) -> Light | None:
    """Give the colour that the style of a shape gives to its text (20.1.4.1.17), where the text itself says none."""
    shape = next(paragraph.iterancestors(f"{WPS}wsp"), None)
    reference = None if shape is None else shape.find(f"{WPS}style/{A}fontRef")
    return None if reference is None else drawn_colour(file, reference)
