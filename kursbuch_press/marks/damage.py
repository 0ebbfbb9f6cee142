"""What of a page cannot be unpacked or understood: every stream that it uses is read to its end, once for the whole file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from pikepdf import Array, Dictionary, Object, Stream
from PIL import Image

from kursbuch_press.limits import Budget
from kursbuch_press.marks import objects
from kursbuch_press.marks.coded import can_be_fax, can_be_jbig2, is_table_of_signs, is_whole_profile
from kursbuch_press.marks.glyphs import Glyphs
from kursbuch_press.marks.library import key_of
from kursbuch_press.marks.programs import embedded
from kursbuch_press.marks.spaces import read_space
from kursbuch_press.marks.streams import Fault, contents_of, unpack

_DEEPEST = 30
_CHANNELS = {"1": 1, "L": 1, "P": 1, "LA": 2, "RGB": 3, "YCbCr": 3, "LAB": 3, "RGBA": 4, "CMYK": 4}
_USUAL_BITS = 8
_INDEXED = 4  # parts of an indexed colour space (ISO 32000-1, 8.6.6.3)
_EXTERNAL = frozenset({"Image", "Form", "PS"})  # kinds of external objects (ISO 32000-1, 8.8)
_DECODED = frozenset({"/DCTDecode", "/JPXDecode"})
"""Codings that Pillow reads; of fax and JBIG2 it can be told only whether they can be whole."""


class What(StrEnum):
    """What is damaged."""

    CONTENT = "content"
    PICTURE = "picture"
    FONT = "font"
    OBJECT = "object"
    OTHER = "other"


class Why(StrEnum):
    """In which way."""

    FILTER = "filter"
    CUT = "cut"
    BROKEN = "broken"
    SHORT = "short"
    SIZE = "size"
    CHANNELS = "channels"
    NO_FONT = "no font"
    MISSING = "missing"
    TABLE = "table"
    PROFILE = "profile"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage: of what, in which way, its name, and what was found against what was declared."""

    what: What
    why: Why
    name: str = ""
    found: str = ""
    wanted: str = ""


@dataclass(slots=True)
class Inspector:
    """Reads all that pages use, each object once; a damage is told of the first page that has it."""

    budget: Budget
    met: set[str] = field(default_factory=set)

    def inspect(self, page: Object) -> Iterator[Damage]:
        """Give the damages of a page."""
        for content in contents_of(page):
            yield from self._stream(content, What.CONTENT, "")
        written = page.get("/Contents")
        if written is not None and not contents_of(page) and not (isinstance(written, Array) and not len(written)):
            yield Damage(What.CONTENT, Why.MISSING)
        yield from self._resources(objects.inherited(page, "/Resources"), 0)
        for annotation in objects.members(page.get("/Annots")):
            yield from self._appearance(objects.entry(annotation, "/AP"), 0)

    def _is_new(self, written: object) -> bool:
        self.budget.spend()
        if not isinstance(written, Object) or not written.is_indirect:
            return True
        key = key_of(written)
        if key in self.met:
            return False
        self.met.add(key)
        return True

    def _appearance(self, written: object, depth: int) -> Iterator[Damage]:
        if isinstance(written, Stream):
            yield from self._form(written, depth)
        elif isinstance(written, Dictionary) and depth < _DEEPEST:
            for _, each in objects.pairs(written):
                yield from self._appearance(each, depth + 1)

    def _resources(self, written: object, depth: int) -> Iterator[Damage]:
        if not isinstance(written, Dictionary) or depth > _DEEPEST:
            return
        for name, each in objects.pairs(written.get("/XObject")):
            if isinstance(each, Stream):
                yield from self._external(each, name, depth)
        for name, each in objects.pairs(written.get("/Font")):
            yield from self._font(each, name, depth)
        for _, each in objects.pairs(written.get("/Shading")):
            yield from self._functions(each)
        patterns = [each for _, each in objects.pairs(written.get("/Pattern"))]
        masks = [objects.entry(each, "/SMask", "/G") for _, each in objects.pairs(written.get("/ExtGState"))]
        for form in (*patterns, *masks):
            if isinstance(form, Stream):
                yield from self._form(form, depth)
            else:
                yield from self._functions(objects.entry(form, "/Shading"))

    def _external(self, each: Object, name: str, depth: int) -> Iterator[Damage]:
        kind = objects.name(each.get("/Subtype"))
        if kind == "Image":
            yield from self.picture(each, name)
            return
        if kind not in _EXTERNAL and key_of(each) not in self.met:
            yield Damage(What.OBJECT, Why.KIND, name)
        yield from self._form(each, depth)

    def _form(self, form: Object, depth: int) -> Iterator[Damage]:
        if self._is_new(form):
            yield from self._stream(form, What.CONTENT, "")
            yield from self._resources(form.get("/Resources"), depth + 1)

    def _functions(self, shading: object) -> Iterator[Damage]:
        if isinstance(shading, Stream) and self._is_new(shading):
            yield from self._stream(shading, What.OTHER, "")
        for each in objects.members(objects.entry(shading, "/Function")):
            if isinstance(each, Stream) and self._is_new(each):
                yield from self._stream(each, What.OTHER, "")

    def _stream(self, stream: Object, what: What, name: str) -> Iterator[Damage]:
        fault = unpack(stream, self.budget).fault
        if fault is not None:
            yield Damage(what, _WHY[fault], name)

    def _font(self, font: object, name: str, depth: int) -> Iterator[Damage]:
        if not isinstance(font, Dictionary) or not self._is_new(font):
            return
        shown = objects.name(font.get("/BaseFont")) or name
        if objects.name(font.get("/Subtype")) == "Type3":
            for _, glyph in objects.pairs(font.get("/CharProcs")):
                if isinstance(glyph, Stream):
                    yield from self._form(glyph, depth)
            yield from self._resources(font.get("/Resources"), depth + 1)
            return
        glyphs = Glyphs(font, self.budget)
        program = embedded(objects.entry(glyphs.descendant, "/FontDescriptor"))
        if program is not None and self._is_new(program):
            fault = unpack(program, self.budget).fault
            if fault is not None:
                yield Damage(What.FONT, _WHY[fault], shown)
            elif glyphs.broken:
                yield Damage(What.FONT, Why.NO_FONT, shown)
        yield from self._tables(font, shown)

    def _tables(self, font: Dictionary, shown: str) -> Iterator[Damage]:
        """Give the damages of the tables that say which sign a code is."""
        for key in ("/ToUnicode", "/Encoding"):
            each = font.get(key)
            if isinstance(each, Stream) and self._is_new(each):
                table = unpack(each, self.budget)
                why = _WHY[table.fault] if table.fault else None if is_table_of_signs(table.content) else Why.BROKEN
                if why is not None:
                    yield Damage(What.FONT, why, shown)

    def picture(self, picture: Object, name: str) -> Iterator[Damage]:
        """Give the damages of a picture and of its masks: its data, their length, and what a JPEG says of itself."""
        if not self._is_new(picture):
            return
        found = unpack(picture, self.budget)
        size = objects.whole(picture.get("/Width")) or 0, objects.whole(picture.get("/Height")) or 0
        if found.fault is not None:
            yield Damage(What.PICTURE, _WHY[found.fault], name)
        elif found.coding in _DECODED:
            yield from self._decoded(picture, found.content, found.coding, name)
        elif not found.coding:
            yield from self._length(picture, len(found.content), size, name)
        elif not _can_be(found.coding, found.content, size[1]):
            yield Damage(What.PICTURE, Why.BROKEN, name)
        yield from self._colours(picture.get("/ColorSpace"), name)
        for key in ("/SMask", "/Mask"):
            mask = picture.get(key)
            if isinstance(mask, Stream):
                yield from self.picture(mask, name)

    def _colours(self, space: object, name: str) -> Iterator[Damage]:
        """Give the damages of a table of colours and of a profile: too short, or not whole."""
        kind = objects.name(space[0]) if isinstance(space, Array) and len(space) else ""
        if not isinstance(space, Array) or not self._is_new(space):
            return
        if kind == "ICCBased" and len(space) > 1 and isinstance(space[1], Stream) and self._is_new(space[1]):
            profile = unpack(space[1], self.budget)
            if profile.fault is not None or not is_whole_profile(profile.content):
                yield Damage(What.PICTURE, Why.PROFILE, name)
        elif kind == "Indexed" and len(space) == _INDEXED:
            base, highest, table = space[1], objects.whole(space[2]) or 0, space[3]
            given = len(unpack(table, self.budget).content) if isinstance(table, Stream) else len(bytes(table))
            channels = read_space(base, self.budget).components
            if given < (wanted := (highest + 1) * channels):
                yield Damage(What.PICTURE, Why.TABLE, name, str(given), str(wanted))
            yield from self._colours(base, name)

    def _length(self, picture: Object, given: int, size: tuple[int, int], name: str) -> Iterator[Damage]:
        bits, channels = _depth(picture), self._channels(picture)
        wanted = (size[0] * channels * bits + 7) // 8 * size[1]
        if channels and given < wanted:
            yield Damage(What.PICTURE, Why.SHORT, name, str(given), str(wanted))

    def _channels(self, picture: Object) -> int:
        if objects.true(picture.get("/ImageMask")):
            return 1
        space = picture.get("/ColorSpace")
        return read_space(space if isinstance(space, Object) else None, self.budget).components

    def _decoded(self, picture: Object, content: bytes, coding: str, name: str) -> Iterator[Damage]:
        declared = objects.whole(picture.get("/Width")) or 0, objects.whole(picture.get("/Height")) or 0
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                image = Image.open(io.BytesIO(content), formats=["JPEG", "JPEG2000"])
                self.budget.hold(image.width * image.height * 4)
                self.budget.unpack(image.width * image.height)
                image.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, EOFError):
            yield Damage(What.PICTURE, Why.CUT if content[:2] == b"\xff\xd8" else Why.BROKEN, name)
            return
        if image.size != declared:
            found, wanted = ("{} × {}".format(*size) for size in (image.size, declared))
            yield Damage(What.PICTURE, Why.SIZE, name, found, wanted)
        channels = _CHANNELS.get(image.mode, 0)
        wanted_channels = self._channels(picture)
        if coding == "/DCTDecode" and channels and wanted_channels and channels != wanted_channels:
            yield Damage(What.PICTURE, Why.CHANNELS, name, str(channels), str(wanted_channels))


def _can_be(coding: str, content: bytes, rows: int) -> bool:
    return can_be_jbig2(content) if coding == "/JBIG2Decode" else can_be_fax(content, rows)


def _depth(picture: Object) -> int:
    if objects.true(picture.get("/ImageMask")):
        return 1
    return objects.whole(picture.get("/BitsPerComponent")) or _USUAL_BITS


_WHY = {Fault.FILTER: Why.FILTER, Fault.CUT: Why.CUT, Fault.BROKEN: Why.BROKEN}
