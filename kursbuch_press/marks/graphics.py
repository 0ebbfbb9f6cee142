"""The graphics state: what the next mark will look like (ISO 32000-1, 8.4)."""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.marks.geometry import IDENTITY, Area, Matrix
from kursbuch_press.marks.spaces import BLACK, Colour
from kursbuch_press.marks.typefaces import UNKNOWN_FACE, Face


@dataclass(slots=True)
class Graphics:
    """Copied by ``q`` and taken back by ``Q``."""

    ctm: Matrix = IDENTITY
    clip: Area | None = None
    fill: Colour = BLACK
    stroke: Colour = BLACK
    line_width: float = 1.0
    face: Face = UNKNOWN_FACE
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    masked: bool = False
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0

    def copy(self) -> Graphics:
        """Give a state that may change on its own."""
        return Graphics(
            self.ctm,
            self.clip,
            self.fill,
            self.stroke,
            self.line_width,
            self.face,
            self.size,
            self.letter_space,
            self.word_space,
            self.stretch,
            self.leading,
            self.rise,
            self.mode,
            self.fill_opacity,
            self.stroke_opacity,
            self.masked,
            self.fill_overprint,
            self.stroke_overprint,
            self.overprint_mode,
        )
