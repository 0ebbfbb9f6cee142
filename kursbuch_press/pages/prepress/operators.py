"""Content streams: every operator that sets a colour is rewritten for its target, tags go, all else stays.

A line holds one operator, as WeasyPrint writes them. So what is not looked at need not be taken apart: with every operand read
as an object, rewriting the shipped book took three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import ContentStreamInlineImage, Dictionary, Name, Object

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.plates import Target, Values
from kursbuch_press.pages.prepress.spaces import Family, family
from kursbuch_press.problems import PressError

OVERPRINT, KNOCKOUT = "/KursbuchOverprint", "/KursbuchKnockout"
"""The graphics states that make black text print over its background, and end it."""

_TAGS = {b"BMC", b"BDC", b"EMC", b"MP", b"DP", b"BX", b"EX"}
_DEVICE = {
    b"g": (Family.GREY, False),
    b"G": (Family.GREY, True),
    b"rg": (Family.RGB, False),
    b"RG": (Family.RGB, True),
    b"k": (Family.CMYK, False),
    b"K": (Family.CMYK, True),
}
_SPECIAL = {b"sc": False, b"scn": False, b"SC": True, b"SCN": True}
_NAMING = {b"Do", b"gs", b"sh", b"scn", b"SCN", b"Tf"}
_BLACK = (0.0, 0.0, 0.0, 1.0)

_PATH = {b"m", b"l", b"c", b"v", b"y", b"h", b"re"}
_CLIPS = {b"W", b"W*"}
# Fill and stroke in one: whether it closes first, and how it fills. What shows through such a line is what lies below both, not
# the fill (ISO 32000-1, 11.7.4.4); MuPDF and PDFium do so, poppler and browsers do not, and SVG means the fill.
_BOTH = {b"B": (False, b"f"), b"B*": (False, b"f*"), b"b": (True, b"f"), b"b*": (True, b"f*")}
_SWITCHING = {b"BT", b"ET", b"Q", *_DEVICE, *_SPECIAL}
_LOOKED_AT = _TAGS | _NAMING | {*_DEVICE, *_SPECIAL, *_BOTH} | {b"cs", b"CS", b"q", b"Q", b"BT", b"ET"}
"""All other operators stay as they are and change nothing that is followed here, but for paths."""

# Numbers, names, hexadecimal strings and flat arrays of them before one operator, and nothing else in the line.
_PLAIN = re.compile(
    rb"(?>(?>(?:[-+]?[\d.]++|/[^\s<>\[\]()/%{}#]++|<[0-9A-Fa-f]*+>|\[[^\[\]()%]*+\])\ )*+"
    rb"(?!BI|ID|EI)[A-Za-z'\"][A-Za-z*01]*+\n)*+\Z"
)


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves: the families of fill and stroke, the fill itself, and whether overprint is on."""

    fill: Family = Family.GREY
    stroke: Family = Family.GREY
    ink: Values = _BLACK
    overprint: bool = False
    line_opacity: float = 1


class Rewriter:
    """Rewrites one content stream; ``overprint`` asks for black text to print over what is below it."""

    def __init__(self, target: Target, resources: Object, *, overprint: bool) -> None:
        """Start in the state in which every page starts (ISO 32000-1, 8.4.1: black)."""
        self._target = target
        self._resources = resources
        self._overprint = overprint
        self._state = _State()
        self._saved: list[_State] = []
        self._in_text = False
        self._path: list[bytes] = []
        self.used: set[str] = set()

    def rewrite(self, stream: Object | pikepdf.Page) -> bytes:
        """Give the new content; ``used`` then holds the names of all resources that it paints with."""
        written: list[bytes] = []
        for line in _lines(stream):
            operator = line[line.rfind(b" ") + 1 :]
            if operator in _LOOKED_AT:
                written.extend(self._rewritten(operator, line))
            else:
                if self._state.line_opacity < 1:
                    self._draw(operator, line)
                written.append(line)
        return b"\n".join(written)

    def _rewritten(self, operator: bytes, line: bytes) -> Iterable[bytes]:
        if operator in _TAGS:
            return
        operands = line.split()[:-1]
        if operator in _NAMING:
            self.used.update(_name(operand) for operand in operands if operand.startswith(b"/"))
        if operator in _DEVICE:
            yield self._colour(*_DEVICE[operator], operands)
        elif operator in {b"cs", b"CS"}:
            yield from self._space(operator == b"CS", line)
        elif operator in _SPECIAL:
            stroke = _SPECIAL[operator]
            kind = self._state.stroke if stroke else self._state.fill
            yield line if kind is Family.PATTERN else self._colour(kind, stroke, operands)
        elif operator in _BOTH and self._state.line_opacity < 1:
            yield from self._one_after_the_other(*_BOTH[operator])
        else:
            self._follow(operator, operands)
            yield line
        if self._overprint:
            yield from self._switch(operator)

    def _colour(self, kind: Family, stroke: bool, operands: list[bytes]) -> bytes:  # noqa: FBT001 - private
        values = self._target.of(kind, [float(value) for value in operands])
        if stroke:
            self._state = replace(self._state, stroke=kind)
        else:
            self._state = replace(self._state, fill=kind, ink=values)
        return _instruction(values, self._target.stroke if stroke else self._target.fill)

    def _space(self, stroke: bool, line: bytes) -> Iterable[bytes]:  # noqa: FBT001 - private
        kind = family(Name(_name(line.split()[0])), self._resources)
        if kind is Family.PATTERN:
            yield line
        else:
            # A new colour space sets its black; the next operator sets the colour itself.
            black = self._target.of(Family.GREY, (0.0,))
            yield _instruction(black, self._target.stroke if stroke else self._target.fill)
        if stroke:
            self._state = replace(self._state, stroke=kind)
        else:
            self._state = replace(self._state, fill=kind, ink=())

    def _draw(self, operator: bytes, line: bytes) -> None:
        """Keep a path that will be filled and stroked, each by itself."""
        if operator in _PATH:
            self._path.append(line)
        elif operator not in _CLIPS:
            self._path = []

    def _one_after_the_other(self, close: bool, fill: bytes) -> Iterable[bytes]:  # noqa: FBT001 - private
        """Fill a path whose segments are written already, then stroke the same path by itself."""
        closed = [b"h"] if close else []
        yield from (*closed, fill, *self._path, *closed, b"S")
        self._path = []

    def _follow(self, operator: bytes, operands: list[bytes]) -> None:
        self._path = []
        if operator == b"q":
            self._saved.append(self._state)
        elif operator == b"Q" and self._saved:
            self._state = self._saved.pop()
        elif operator in {b"BT", b"ET"}:
            self._in_text = operator == b"BT"
        elif operator == b"gs":
            state = self._resources.get("/ExtGState", Dictionary()).get(_name(operands[0]), Dictionary())
            self._state = replace(self._state, line_opacity=float(state.get("/CA", self._state.line_opacity)))

    def _switch(self, operator: bytes) -> Iterable[bytes]:
        """Turn overprint on for glyphs in black alone, and off for everything else, when that changes."""
        if operator not in _SWITCHING:
            return
        wanted = self._in_text and self._state.ink == _BLACK
        if wanted != self._state.overprint:
            self._state = replace(self._state, overprint=wanted)
            yield f"{OVERPRINT if wanted else KNOCKOUT} gs".encode()


def _lines(stream: Object | pikepdf.Page) -> Iterable[bytes]:
    """Give the operators of a stream, each as a line with what stands before it."""
    content = b"\n".join(part.read_bytes() for part in _parts(stream)) + b"\n"
    if _PLAIN.match(content):
        return content.split(b"\n")[:-1]
    return _taken_apart(stream)


def _parts(stream: Object | pikepdf.Page) -> Iterable[Object]:
    if not isinstance(stream, pikepdf.Page):
        return [stream]
    contents = stream.obj.get("/Contents", pikepdf.Array())
    return contents if isinstance(contents, pikepdf.Array) else [contents]


def _taken_apart(stream: Object | pikepdf.Page) -> Iterator[bytes]:
    """Write a line for each operator of a stream that is written otherwise."""
    for instruction in pikepdf.parse_content_stream(stream):
        if isinstance(instruction, ContentStreamInlineImage):
            _check_inline(instruction)
        yield pikepdf.unparse_content_stream([instruction])


def _check_inline(instruction: ContentStreamInlineImage) -> None:
    image = instruction.iimage
    if not image.image_mask and str(image.colorspace) not in {"/DeviceGray", "/G", "None"}:
        raise PressError(wording.NO_INLINE_IMAGE)


def _name(written: bytes) -> str:
    """Give a name as pikepdf does: without signs that are written as numbers."""
    return str(Object.parse(written)) if b"#" in written else written.decode()


def _instruction(values: Values, operator: str) -> bytes:
    numbers = (f"{round(value, 4) + 0.0:.4f}".rstrip("0").rstrip(".") for value in values)
    return f"{' '.join(numbers)} {operator}".encode()
