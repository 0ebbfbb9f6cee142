"""SVG drawings: read with expat alone, and refused if they could fetch, run or explode anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.parsers import expat

from kursbuch_press.sources.wording import files as of_files
from kursbuch_press.sources.wording import pictures as wording
from kursbuch_press.sources.wording.words import Words

MAX_BYTES = 5_000_000
MAX_ELEMENTS = 100_000
MAX_DEPTH = 100
MAX_DRAWN = 200_000  # elements after every <use> has been replaced by what it shows
_SVG = "http://www.w3.org/2000/svg "
_BASE = "http://www.w3.org/XML/1998/namespace base"
_HREF = {"href", "http://www.w3.org/1999/xlink href"}
_EMBEDDED = ("data:image/png;", "data:image/jpeg;")
_FORBIDDEN = {"script", "foreignObject", "iframe", "audio", "video", "handler", "set"}
_FORBIDDEN |= {"animate", "animateMotion", "animateTransform"}
_SEEN = {"circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "text", "use"}
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:image/(?:png|jpeg);)", re.IGNORECASE)


_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})(?:px|pt|pc|mm|cm|in|em|ex|rem|ch|vw|vh|q|%)?", re.IGNORECASE)
_LARGEST = 1e7  # no page is wider; beyond it, lengths become infinite on the way
_LENGTHS = {"width", "height", "x", "y", "cx", "cy", "r", "rx", "ry", "x1", "x2", "y1", "y2", "dx", "dy", "fx", "fy"}
_LENGTHS |= {"stroke-width", "stroke-miterlimit", "stroke-dashoffset", "opacity", "fill-opacity", "stroke-opacity", "offset"}
_WORDS = {"auto", "inherit", "initial", "none", "unset"}


def _is_drawable(name: str, value: str) -> bool:
    """Tell whether the numbers of an attribute are numbers; every room that draws may trust them."""
    if name == "viewBox":
        numbers = [re.fullmatch(_NUMBER, each) and float(each) for each in re.split(r"[\s,]+", value.strip())]
        left, top, width, height = numbers if len(numbers) == len("xywh") else [None] * 4
        return None not in {left, top, width, height} and all(0 < (each or 0) <= _LARGEST for each in (width, height))
    if name not in _LENGTHS or value.strip() in _WORDS or "(" in value:
        return True
    parts = [_LENGTH.fullmatch(part) for part in re.split(r"[\s,]+", value.strip())]
    return all(part is not None and _in_bounds(part[1]) for part in parts)


def _in_bounds(number: str) -> bool:
    return abs(float(number)) <= _LARGEST


class _RefusedError(Exception):
    """Carries the words for the editor."""

    def __init__(self, words: Words) -> None:
        super().__init__(words[0])
        self.words = words


class _WholeRefusedError(_RefusedError):
    """Carries words that are about no line of the file."""


def refusal(content: bytes) -> Words | None:
    """Tell why a drawing cannot be used, or None. Before that nothing but expat sees it, without entities."""
    if len(content) > MAX_BYTES:
        return of_files.too_large(len(content), MAX_BYTES)
    parser = expat.ParserCreate(namespace_separator=" ")
    drawing = _Drawing(parser)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = drawing.refuse(wording.svg_with_doctype())
    parser.ProcessingInstructionHandler = drawing.refuse(wording.svg_with_style_sheet())
    parser.StartElementHandler = drawing.start
    parser.EndElementHandler = drawing.end
    parser.CharacterDataHandler = drawing.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat takes it by place only
        drawing.check_uses()
        drawing.check_something_is_shown()
    except _WholeRefusedError as refused:
        return refused.words
    except _RefusedError as refused:
        return wording.at_place(refused.words, *drawing.spot)
    except expat.ExpatError as error:
        return wording.broken_svg(error.lineno, error.offset + 1)
    except (LookupError, ValueError):  # an encoding that Python does not know
        return wording.broken_svg(1, 1)
    return None


def _in_face(style: str, found: re.Match[str]) -> bool:
    """Tell whether what is asked for is the file of a typeface: it stands in a rule @font-face (CSS Fonts 4, 4.1)."""
    return style[: found.start()].rpartition("{")[0].rstrip().lower().endswith("@font-face")


class _Drawing:
    """Watches the elements go by; remembers how many each id holds, and which others it shows with <use>."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self.spot = (1, 1)
        self._count = 0
        self._open: list[tuple[str, str]] = []
        self._sizes: Counter[str] = Counter()
        self._shows: dict[str, Counter[str]] = {"": Counter()}
        self._style = ""
        self._shows_something = False

    def refuse(self, words: Words) -> Callable[..., None]:
        """Give what a parser calls where something stands that is never allowed."""

        def handler(*_: object) -> None:
            self._stand_here()
            raise _RefusedError(words)

        return handler

    def _stand_here(self) -> None:
        """Remember line and column of what begins: once an error goes through the parser, it has moved on."""
        self.spot = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._stand_here()
        local = name.removeprefix(_SVG)
        if not self._open and name != f"{_SVG}svg":
            raise _WholeRefusedError(wording.no_svg())
        self._shows_something = self._shows_something or local in _SEEN
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) > MAX_DEPTH:
            raise _WholeRefusedError(wording.svg_too_complex())
        if local in _FORBIDDEN:
            raise _RefusedError(wording.svg_with_element(local))
        owner = self._own(attributes.get("id", ""))
        self._open.append((local, owner))
        self._sizes[owner] += 1
        for attribute, value in attributes.items():
            self._attribute(local, attribute, value)

    def _own(self, identifier: str) -> str:
        """Give the id that an element counts for: its own, or the nearest around it."""
        around = self._open[-1][1] if self._open else ""
        if not identifier or identifier in self._shows:
            return around
        self._shows[around][identifier] += 1
        self._shows[identifier] = Counter()
        return identifier

    def _attribute(self, element: str, name: str, value: str) -> None:
        if name.lower().startswith("on"):
            raise _RefusedError(wording.svg_with_element(name))
        if name in _HREF and element == "use" and value.startswith("#"):
            self._shows[self._open[-1][1]][value[1:]] += 1
        elif name in _HREF and element != "a" and not value.startswith(("#", *_EMBEDDED)):
            raise _RefusedError(wording.svg_reaches_out(value))
        if not _is_drawable(name, value):
            raise _RefusedError(wording.svg_with_bad_number(name, value))
        if name == _BASE or _OUTSIDE.search(value):
            raise _RefusedError(wording.svg_reaches_out(value))

    def text(self, words: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self._style += words

    def end(self, _: str) -> None:
        self._open.pop()
        if found := _OUTSIDE.search(self._style):
            raise _RefusedError(wording.svg_reaches_out(self._style[found.start() :], in_face=_in_face(self._style, found)))
        self._style = ""

    def check_something_is_shown(self) -> None:
        """Refuse a drawing that would leave its place empty."""
        if not self._shows_something:
            raise _WholeRefusedError(wording.empty_svg())

    def check_uses(self) -> None:
        """Refuse circles of <use>, and ten that show ten that show ten: a picture of a billion elements."""
        drawn: dict[str, int] = {}
        self._drawn("", drawn, ())

    def _drawn(self, owner: str, drawn: dict[str, int], way: tuple[str, ...]) -> int:
        if owner in way or len(way) > MAX_DEPTH:
            raise _WholeRefusedError(wording.svg_too_complex())
        if owner not in drawn:
            shown = self._shows.get(owner, Counter())
            inside = sum(times * self._drawn(target, drawn, (*way, owner)) for target, times in shown.items())
            drawn[owner] = self._sizes[owner] + inside
            if drawn[owner] > MAX_DRAWN:
                raise _WholeRefusedError(wording.svg_too_complex())
        return drawn[owner]
