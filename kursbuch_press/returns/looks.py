"""How runs look beside their paragraph: bold and italic are what our Markdown can say, all else is left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from kursbuch_press.packages.elements import Element, W, is_on
from kursbuch_press.packages.styles import Styles
from kursbuch_press.returns.paragraphs import Paragraph

_GENERATED = ("toc", "index", "contents", "inhaltsverzeichnis", "tableoffigures", "table of figures", "abbildungsverzeichnis")
"""How the styles of lines begin that a program computes: in Word, in LibreOffice, and in their German forms."""


@dataclass(slots=True)
class Looks:
    """Knows the styles of a file. A bold heading is not stressed; bold words in plain text are."""

    styles: Styles
    _of_style: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    _characters: dict[str, tuple[bool | None, bool | None]] = field(default_factory=dict)
    _levels: dict[str, int] = field(default_factory=dict)
    _generated: dict[str, bool] = field(default_factory=dict)

    def of_style(self, style: str) -> tuple[bool, bool]:
        """Say whether the style of a paragraph is bold, and whether italic."""
        if style not in self._of_style:
            self._of_style[style] = self._chained(style, "paragraph", "b"), self._chained(style, "paragraph", "i")
        return self._of_style[style]

    def level(self, style: str) -> int:
        """Give the level of a heading, 0 for any other paragraph."""
        if style not in self._levels:
            self._levels[style] = self.styles.level(style) if style else 0
        return self._levels[style]

    def generated(self, style: str) -> bool:
        """Say whether paragraphs of a style are lines of a contents or an index."""
        if style not in self._generated:
            names = (style.casefold(), self.styles.name(style).casefold())
            self._generated[style] = any(name.startswith(_GENERATED) for name in names)
        return self._generated[style]

    def of_run(self, properties: Element, paragraph: Paragraph) -> tuple[bool, bool]:
        """Say whether a run is stressed strongly, and whether it is stressed."""
        bold, italic = is_on(properties, "b"), is_on(properties, "i")
        style = properties.find(f"{W}rStyle")
        if style is not None and (bold is None or italic is None):
            own_bold, own_italic = self._character(style.get(f"{W}val", ""))
            bold, italic = own_bold if bold is None else bold, own_italic if italic is None else italic
        return bool(bold) and not paragraph.bold, bool(italic) and not paragraph.italic

    def _character(self, style: str) -> tuple[bool | None, bool | None]:
        if style not in self._characters:
            self._characters[style] = self._chained(style, "character", "b"), self._chained(style, "character", "i")
        return self._characters[style]

    def _chained(self, style: str, kind: str, switch: str) -> bool:
        if not style and kind == "character":
            return False
        for each in self.styles.chain(style or None, kind):
            if (found := is_on(each.find(f"{W}rPr"), switch)) is not None:
                return found
        return False
