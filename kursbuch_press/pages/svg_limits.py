"""What a drawing in sources/pictures/ may not use, since a page would show something else than the screen."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from PIL import Image

_SVG = "http://www.w3.org/2000/svg "
_HREF = {"href", "http://www.w3.org/1999/xlink href"}
_DATA = re.compile(r"data:image/(?:png|jpeg);base64,(.*)", re.DOTALL)
_MAX_PIXELS = 100_000_000  # as for pictures of their own
_USUAL_RATIO = 2.0
_BOX = 4  # numbers of a viewBox
_LENGTH = re.compile(r"(\d*\.?\d+(?:[eE][+-]?\d+)?)(px|pt|pc|mm|cm|in|)")
_UNITS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_DRAWABLE = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"}

Words = tuple[str, str]
"""What is wrong, and what to do."""

_MASK = "Die Zeichnung verwendet eine Maske (mask); sie käme ohne die Maske ins Buch."
_MASK_HINT = "die Maske im Zeichenprogramm in einen Beschneidungspfad (clip-path) oder in Deckkraft umwandeln"
_FILTER = "Die Zeichnung verwendet einen Filter (Unschärfe, Schatten); er käme nicht ins Buch."
_FILTER_HINT = "den Effekt im Zeichenprogramm in ein Bild mit 300 dpi umwandeln oder entfernen"
_BLEND = "Die Zeichnung mischt Farben mit mix-blend-mode; im Vierfarbdruck sähe das anders aus."
_BLEND_HINT = "die gemischte Farbe im Zeichenprogramm als Fläche anlegen"
_STROKE = "Eine Linie der Zeichnung hat einen Verlauf oder ein Muster; nicht jedes Programm zeigt das."
_STROKE_HINT = "die Linie im Zeichenprogramm in einen Pfad umwandeln (Kontur in Pfad) und diesen füllen"
# WeasyPrint 70 takes the numbers of hsl(240, 100%, 50%) for those of sRGB.
_STOP = "Ein Verlauf der Zeichnung nennt seine Farben anders als mit #rrggbb; er käme falsch ins Buch."
_STOP_HINT = "die Farben des Verlaufs als #rrggbb schreiben"
_OTHER_COLOUR = re.compile(r"\s*(?:hsl|hwb|lab|lch|oklab|oklch|color|device-cmyk)\w*\(")
_PICTURE = "Ein Bild in der Zeichnung kann nicht gelesen werden: gebraucht werden PNG oder JPEG mit 8 Bit."
_PICTURE_HINT = "das Bild als PNG mit 8 Bit je Farbe speichern und neu einbetten"


def limits(content: bytes) -> tuple[Words, ...]:
    """Tell what in a drawing would be lost or look different; one that cannot be read tells nothing here."""
    watcher = _Watcher()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    parser.CharacterDataHandler = watcher.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError:
        return ()
    return tuple(dict.fromkeys(watcher.found))


def drawing_ratio(content: bytes) -> float:
    """Give width by height as a drawing says it, by its size or else its viewBox; 2 where it says neither (CSS 2.2, 10.3.2)."""
    root: dict[str, str] = {}
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: root.update(attributes) if not root else None
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError:
        return _USUAL_RATIO
    size = [_LENGTH.fullmatch(root.get(name, "").strip()) for name in ("width", "height")]
    if size[0] and size[1]:
        return _quotient(*(float(each[1]) * _UNITS[each[2]] for each in size if each))
    box = root.get("viewBox", "").replace(",", " ").split()
    return _quotient(float(box[2]), float(box[3])) if len(box) == _BOX else _USUAL_RATIO


def _quotient(width: float, height: float) -> float:
    return width / height if width > 0 and height > 0 else _USUAL_RATIO


class _Watcher:
    def __init__(self) -> None:
        self.found: list[Words] = []
        self._in_style = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.removeprefix(_SVG)
        self._in_style = local == "style"
        for attribute, value in (*attributes.items(), *_declarations(attributes.get("style", ""))):
            self._judge(attribute, value)
            if local == "image" and attribute in _HREF and not _is_readable(value):
                self.found.append((_PICTURE, _PICTURE_HINT))

    def end(self, _: str) -> None:
        self._in_style = False

    def text(self, words: str) -> None:
        if self._in_style:
            for declaration in _declarations(re.sub(r"/\*.*?\*/", "", words, flags=re.DOTALL)):
                self._judge(*declaration)

    def _judge(self, name: str, value: str) -> None:
        used = "url(" in value
        if name == "mask" and used:
            self.found.append((_MASK, _MASK_HINT))
        elif name == "filter" and value.strip() != "none":
            self.found.append((_FILTER, _FILTER_HINT))
        elif name == "mix-blend-mode" and value.strip() != "normal":
            self.found.append((_BLEND, _BLEND_HINT))
        elif name == "stop-color" and _OTHER_COLOUR.match(value):
            self.found.append((_STOP, _STOP_HINT))
        elif name == "stroke" and used:
            self.found.append((_STROKE, _STROKE_HINT))


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    """Give the declarations of a style attribute or style sheet; selectors do not matter here."""
    for part in re.split(r"[;{}]", style):
        name, colon, value = part.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _is_readable(address: str) -> bool:
    data = _DATA.fullmatch(address.strip())
    if data is None:
        return not address.startswith("data:")
    try:
        with Image.open(BytesIO(base64.b64decode(data[1])), formats=("PNG", "JPEG")) as picture:
            return picture.mode in _DRAWABLE and picture.width * picture.height <= _MAX_PIXELS
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError):
        return False
