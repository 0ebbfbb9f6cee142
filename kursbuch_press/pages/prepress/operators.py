"""Content streams: every operator that sets a colour is rewritten for its target, tags go, all else stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.plates import Target, Values
from kursbuch_press.pages.prepress.spaces import Family, family
from kursbuch_press.problems import PressError

OVERPRINT, KNOCKOUT = "/KursbuchOverprint", "/KursbuchKnockout"
"""The graphics states that make black text print over its background, and end it."""

_TAGS = {"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"}
_DEVICE = {
    "g": (Family.GREY, False),
    "G": (Family.GREY, True),
    "rg": (Family.RGB, False),
    "RG": (Family.RGB, True),
    "k": (Family.CMYK, False),
    "K": (Family.CMYK, True),
}
_SPECIAL = {"sc": False, "scn": False, "SC": True, "SCN": True}
_NAMING = {"Do", "gs", "sh", "scn", "SCN", "Tf"}
_BLACK = (0.0, 0.0, 0.0, 1.0)

_PATH = {"m", "l", "c", "v", "y", "h", "re"}
# Fill and stroke in one: whether it closes first, and how it fills. What shows through such a line is what lies below both, not
# the fill (ISO 32000-1, 11.7.4.4); MuPDF and PDFium do so, poppler and browsers do not, and SVG means the fill.
_BOTH = {"B": (False, "f"), "B*": (False, "f*"), "b": (True, "f"), "b*": (True, "f*")}

Instruction = ContentStreamInstruction | ContentStreamInlineImage


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
        self._path: list[Instruction] = []
        self.used: set[str] = set()

    def rewrite(self, stream: Object | pikepdf.Page) -> bytes:
        """Give the new content; ``used`` then holds the names of all resources that it paints with."""
        written: list[Instruction] = []
        for instruction in pikepdf.parse_content_stream(stream):
            written.extend(self._rewritten(instruction))
        return pikepdf.unparse_content_stream(written)

    def _rewritten(self, instruction: Instruction) -> Iterable[Instruction]:
        name = str(instruction.operator)
        if name in _TAGS:
            return
        if name in _NAMING:
            self.used.update(str(operand) for operand in instruction.operands if isinstance(operand, Name))
        if isinstance(instruction, ContentStreamInlineImage):
            self._check_inline(instruction)
        if name in _DEVICE:
            yield self._colour(*_DEVICE[name], instruction)
        elif name in {"cs", "CS"}:
            yield from self._space(name == "CS", instruction)
        elif name in _SPECIAL:
            stroke = _SPECIAL[name]
            kind = self._state.stroke if stroke else self._state.fill
            yield instruction if kind is Family.PATTERN else self._colour(kind, stroke, instruction)
        elif name in _BOTH and self._state.line_opacity < 1:
            yield from self._one_after_the_other(*_BOTH[name])
        else:
            self._follow(name, instruction)
            yield instruction
        if self._overprint:
            yield from self._switch(name)

    def _colour(self, kind: Family, stroke: bool, instruction: Instruction) -> Instruction:  # noqa: FBT001 - private
        values = self._target.of(kind, [float(value) for value in instruction.operands])
        if stroke:
            self._state = replace(self._state, stroke=kind)
        else:
            self._state = replace(self._state, fill=kind, ink=values)
        return _instruction(values, self._target.stroke if stroke else self._target.fill)

    def _space(self, stroke: bool, instruction: Instruction) -> Iterable[Instruction]:  # noqa: FBT001 - private
        kind = family(instruction.operands[0], self._resources)
        if kind is Family.PATTERN:
            yield instruction
        else:
            # A new colour space sets its black; the next operator sets the colour itself.
            black = self._target.of(Family.GREY, (0.0,))
            yield _instruction(black, self._target.stroke if stroke else self._target.fill)
        if stroke:
            self._state = replace(self._state, stroke=kind)
        else:
            self._state = replace(self._state, fill=kind, ink=())

    def _one_after_the_other(self, close: bool, fill: str) -> Iterable[Instruction]:  # noqa: FBT001 - private
        """Fill a path whose segments are written already, then stroke the same path by itself."""
        closed = [ContentStreamInstruction([], Operator("h"))] if close else []
        yield from (*closed, ContentStreamInstruction([], Operator(fill)))
        yield from (*self._path, *closed, ContentStreamInstruction([], Operator("S")))
        self._path = []

    def _follow(self, name: str, instruction: Instruction) -> None:
        if name in _PATH:
            self._path.append(instruction)
        elif self._path and name not in {"W", "W*"}:
            self._path = []
        if name == "q":
            self._saved.append(self._state)
        elif name == "Q" and self._saved:
            self._state = self._saved.pop()
        elif name in {"BT", "ET"}:
            self._in_text = name == "BT"
        elif name == "gs":
            state = self._resources.get("/ExtGState", Dictionary()).get(str(instruction.operands[0]), Dictionary())
            self._state = replace(self._state, line_opacity=float(state.get("/CA", self._state.line_opacity)))

    def _switch(self, name: str) -> Iterable[Instruction]:
        """Turn overprint on for glyphs in black alone, and off for everything else, when that changes."""
        if name not in {"BT", "ET", "Q"} and name not in _DEVICE and name not in _SPECIAL:
            return
        wanted = self._in_text and self._state.ink == _BLACK
        if wanted != self._state.overprint:
            self._state = replace(self._state, overprint=wanted)
            yield ContentStreamInstruction([Name(OVERPRINT if wanted else KNOCKOUT)], Operator("gs"))

    @staticmethod
    def _check_inline(instruction: ContentStreamInlineImage) -> None:
        image = instruction.iimage
        if not image.image_mask and str(image.colorspace) not in {"/DeviceGray", "/G", "None"}:
            raise PressError(wording.NO_INLINE_IMAGE)


def _instruction(values: Values, operator: str) -> ContentStreamInstruction:
    return ContentStreamInstruction([round(value, 4) + 0.0 for value in values], Operator(operator))
