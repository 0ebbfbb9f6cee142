"""What a drawing in sources/pictures/ may not use, since a page would show something else than the screen."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

from PIL import Image

from kursbuch_press.pages.prepress.originals import has_other_colours
from kursbuch_press.pages.wording import drawings as words
from kursbuch_press.pages.wording.drawings import Words

_SVG = "http://www.w3.org/2000/svg "
_HREF = {"href", "http://www.w3.org/1999/xlink href"}
_DATA = re.compile(r"data:image/(?:png|jpeg);base64,(.*)", re.DOTALL)
_MAX_PIXELS = 100_000_000  # as for pictures of their own
_USUAL_RATIO = 2.0
_LENGTH = re.compile(r"(\d*\.?\d+(?:[eE][+-]?\d+)?)(px|pt|pc|mm|cm|in|)")
_UNITS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_DRAWABLE = {"1", "L", "LA", "P", "RGB", "RGBA"}

_AT_RULE = re.compile(r"@(?:media|supports|container|layer)\b", re.IGNORECASE)

# Elements that WeasyPrint 70 does not know: it leaves them out, or draws all that is in them.
_ELEMENTS = {
    "textPath": words.PATHS,
    "flowRoot": words.PATHS,
    "switch": words.SWITCH_HINT,
    "meshgradient": words.MESH_HINT,
    "hatch": words.HATCH_HINT,
    "solidcolor": words.SOLID_HINT,
}


Spot = tuple[int, int]
"""Line and column in the file of a drawing."""


class Lost(NamedTuple):
    """What a page would not show of a drawing, and where it first stands in the file."""

    message: str
    hint: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Rule:
    """Values of some properties that a page would show otherwise: where ``wrong`` finds something, ``said`` is told."""

    names: frozenset[str]
    wrong: re.Pattern[str]
    said: Words


def _rule(names: str, wrong: str, said: Words) -> _Rule:
    return _Rule(frozenset(names.split()), re.compile(wrong, re.IGNORECASE), said)


_ANY = "*"
# Names that ask for no typeface of their own.
_ANY_TYPEFACE = {"sans-serif", "serif", "inherit", "initial", "unset"}
_RULES = (
    _rule("mask", r"url\(", words.MASK),
    _rule("filter", r"^(?!none$)", words.FILTER),
    _rule("mix-blend-mode", r"^(?!normal$)", words.BLEND),
    # WeasyPrint 70 takes the numbers of hsl(240, 100%, 50%) for those of sRGB.
    _rule("stop-color", r"^(?:hsl|hwb|lab|lch|oklab|oklch)\w*\(", words.STOP_COLOUR),
    _rule("fill stroke color stop-color", r"\b(?:color|device-cmyk|icc-color|cmyk)\(", words.SPACE),
    _rule("stroke", r"url\(", words.PAINTED_LINE),
    _rule(_ANY, r"\b(?:var|calc|min|max|clamp)\(", words.COMPUTED),
    _rule("clip-path", r"^(?!url\(|none$|inherit$)", words.CSS_SHAPE),
    _rule("clip-path-units", r"^objectBoundingBox$", words.SHARE_CLIPS),
    _rule("font", r".", words.lost("font", words.FONT_HINT)),
    _rule("writing-mode", r"^(?!lr|horizontal)", words.UPRIGHT),
    _rule("text-decoration text-decoration-line", r"^(?!none)", words.UNDERLINED),
    _rule("baseline-shift", r"^(?!baseline$|0)", words.SHIFTED),
    _rule("word-spacing", r"^(?!normal$|0)", words.lost("word-spacing", words.PATHS)),
    _rule("paint-order", r"^(?:markers\s+)?stroke", words.PAINT_ORDER),
    _rule("transform-box", r"^(?!view-box$)", words.TRANSFORM_BOX),
    _rule("vector-effect", r"^(?!none$)", words.VECTOR),
    _rule("pathlength", r".", words.lost("pathLength", words.DASHES_HINT)),
    _rule("color-interpolation", r"^linearRGB$", words.LINEAR),
)


def limits(content: bytes) -> tuple[Lost, ...]:
    """Tell what in a drawing would be lost or look different, each once; one that cannot be read tells nothing here."""
    watcher = _watch(content)
    return tuple(Lost(*said, *spot) for said, spot in watcher.found.items()) if watcher else ()


def foreign_typefaces(content: bytes, known: Collection[str]) -> dict[str, Spot]:
    """Name the typefaces that the texts of a drawing ask for and the book does not have, and where it asks first.

    The book sets them in its own.
    """
    watcher = _watch(content)
    if watcher is None or not watcher.has_text:
        return {}
    asked = [(names, spot) for names, spot in watcher.typefaces.items() if not any(each in known for each in names)]
    return {names[0]: spot for names, spot in reversed(asked)}


def _watch(content: bytes) -> _Watcher | None:
    parser = expat.ParserCreate(namespace_separator=" ")
    watcher = _Watcher(parser)
    parser.buffer_text = True
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    parser.CharacterDataHandler = watcher.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
    except expat.ExpatError:
        return None
    return watcher


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
    box = [_LENGTH.fullmatch(each) for each in root.get("viewBox", "").replace(",", " ").split()[2:]]
    width, height = (box[0], box[1]) if len(box) > 1 else (None, None)
    return _quotient(float(width[1]), float(height[1])) if width and height else _USUAL_RATIO


def _quotient(width: float, height: float) -> float:
    return width / height if width > 0 and height > 0 else _USUAL_RATIO


class _Watcher:
    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._spot: Spot = (1, 1)
        """Where the last element begins that had a beginning."""
        self.found: dict[Words, Spot] = {}
        self.typefaces: dict[tuple[str, ...], Spot] = {}
        self.has_text = False
        self._open: list[str] = []
        self._even_odd = [False]
        self._shapes: list[bool] = []
        """For the clipPath that is open: whether each shape in it is moved."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.removeprefix(_SVG)
        self._spot = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self._open.append(local)
        said = {**attributes, **dict(_declarations(attributes.get("style", "")))}
        if said.get("stroke") == "none":
            said.pop("paint-order", None)  # Inkscape writes it to shapes without a line, too
        for attribute, value in said.items():
            self._judge("clip-path-units" if attribute == "clipPathUnits" else attribute.lower(), value.strip())
            if local == "image" and attribute in _HREF and not _is_readable(value):
                self._tell((words.PICTURE, words.PICTURE_HINT))
        self.has_text = self.has_text or local == "text"
        if local in {"text", "tspan"} and "stroke-opacity" in said:
            self._tell(words.lost("stroke-opacity", words.PATHS))
        if local in _ELEMENTS:
            self._tell(words.lost(local, _ELEMENTS[local]))
        self._even_odd.append(said.get("clip-rule", "evenodd" if self._even_odd[-1] else "").strip() == "evenodd")
        if local == "clipPath":
            self._shapes = []
        elif "clipPath" in self._open:
            self._clips(local, said)

    def _clips(self, local: str, said: dict[str, str]) -> None:
        """Judge a shape in a clipPath: WeasyPrint makes one path of all, whose parts cannot move by themselves."""
        if local in {"text", "tspan"}:
            self._tell((words.TEXT_CLIPS, words.PATHS))
        if self._even_odd[-1] and local == "path" and len(re.findall("[Mm]", said.get("d", ""))) > 1:
            self._tell((words.EVEN_ODD, words.FLAT))
        self._shapes.append("transform" in said or (local == "use" and bool(said.keys() & {"x", "y"})))
        if len(self._shapes) > 1 and any(self._shapes):
            self._tell((words.MOVED, words.FLAT))

    def _tell(self, said: Words) -> None:
        self.found.setdefault(said, self._spot)

    def end(self, _: str) -> None:
        self._open.pop()
        self._even_odd.pop()

    def text(self, style: str) -> None:
        if self._open[-1:] == ["style"]:
            style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
            if _AT_RULE.search(style):
                self._tell((words.CONDITION, words.CONDITION_HINT))
            for name, value in _declarations(style):
                self._judge(name, value)
                self._even_odd = [one or (name == "clip-rule" and value == "evenodd") for one in self._even_odd]

    def _judge(self, name: str, value: str) -> None:
        value = value.removesuffix("!important").strip()
        if name == "font-family":
            self._ask_for(value)
        for rule in _RULES:
            if (name in rule.names or _ANY in rule.names) and value != "inherit" and rule.wrong.search(value):
                self._tell(rule.said)

    def _ask_for(self, families: str) -> None:
        """Remember some typefaces, unless none is named."""
        names = [each.strip().strip("'\"") for each in families.split(",")]
        named = [each for each in names if each.lower() not in _ANY_TYPEFACE]
        if named:
            self.typefaces.setdefault(tuple(named), self._spot)


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
            drawable = picture.mode in _DRAWABLE and picture.width * picture.height <= _MAX_PIXELS
            # Nobody converts what stands inside a drawing: its colours are taken for sRGB.
            return drawable and not ("RGB" in picture.mode and has_other_colours(picture.info.get("icc_profile", b"")))
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError):
        return False
