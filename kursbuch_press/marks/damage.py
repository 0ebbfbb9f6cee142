"""What of a page cannot be unpacked or understood: every stream that it uses is read to its end, once for the whole file."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream, StreamDecodeLevel
from PIL import Image, ImageFile

from kursbuch_press.limits import Budget
from kursbuch_press.marks import needed, objects
from kursbuch_press.marks.coded import can_be_fax, can_be_jbig2, is_table_of_signs
from kursbuch_press.marks.damaged_paint import WHY, PaintInspector, Thing
from kursbuch_press.marks.damages import Damage, What, Why
from kursbuch_press.marks.fax import fault_of_fax, read_fax
from kursbuch_press.marks.glyphs import Glyphs
from kursbuch_press.marks.library import key_of
from kursbuch_press.marks.programs import embedded
from kursbuch_press.marks.spaces import read_space
from kursbuch_press.marks.streams import Unpacked, contents_of, unpack

_DEEPEST = 30
_CHANNELS = {"1": 1, "L": 1, "P": 1, "LA": 2, "RGB": 3, "YCbCr": 3, "LAB": 3, "RGBA": 4, "CMYK": 4}
_COLOURS = {**_CHANNELS, "P": 0, "LA": 1, "RGBA": 3}  # a JPEG 2000 may have opacity as a channel of its own (7.4.9)
_USUAL_BITS = 8
_EXTERNAL = frozenset({"Image", "Form", "PS"})  # kinds of external objects (ISO 32000-1, 8.8)
_MARKS = ("/Font", "/XObject", "/Pattern", "/Shading")
_BEGINNING_OF_GLYPH = re.compile(rb"\bd[01]\b")
_DECODED = frozenset({"/DCTDecode", "/JPXDecode"})
"""Codings that Pillow reads; of JBIG2 it can be told only whether it can be whole."""


@dataclass(slots=True)
class Inspector:
    """Reads all that pages use, each object once; a damage is told of the first page that has it."""

    budget: Budget
    met: set[str] = field(default_factory=set)

    def inspect(self, page: Object, inline: Sequence[Object] = ()) -> Iterator[Damage]:
        """Give the damages of a page, and of the pictures that stand within its content."""
        for content in contents_of(page):
            yield from self._stream(content, What.CONTENT, "")
        written = page.get("/Contents")
        if written is not None and not contents_of(page) and not (isinstance(written, Array) and not len(written)):
            yield Damage(What.CONTENT, Why.MISSING)
        yield from self._resources(objects.inherited(page, "/Resources"), 0)
        for picture in inline:  # they have numbers of their own
            yield from Inspector(self.budget).picture(picture, "")
        yield from self._paint.space(objects.entry(page, "/Group", "/CS"), Thing(What.CONTENT))
        for annotation in objects.members(page.get("/Annots")):
            yield from Thing(What.NOTE).lacks(needed.lacking(annotation, needed.NOTE))
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
        for name, each in objects.pairs(written.get("/ColorSpace")):
            yield from self._paint.space(each, Thing(What.SPACE, name))
        for _, each in objects.pairs(written.get("/Shading")):
            yield from self._paint.shading(each)
        for name, each in objects.pairs(written.get("/Pattern")):
            yield from self._pattern(each, name, depth)
        for name, each in objects.pairs(written.get("/ExtGState")):
            yield from self._state(each, name, depth)

    @property
    def _paint(self) -> PaintInspector:
        return PaintInspector(self.budget, self._is_new)

    def _pattern(self, pattern: Object, name: str, depth: int) -> Iterator[Damage]:
        if isinstance(pattern, Stream):
            if not pattern.is_indirect or key_of(pattern) not in self.met:
                yield from self._paint.pattern(pattern, name)
                if not unpack(pattern, self.budget).content.strip():
                    yield Damage(What.PATTERN, Why.EMPTY, name)
            yield from self._form(pattern, depth)
        elif self._is_new(pattern):
            yield from self._paint.pattern(pattern, name)

    def _state(self, state: Object, name: str, depth: int) -> Iterator[Damage]:
        """Give the damages of a graphics state: its mask, its functions of transfer."""
        mask = objects.entry(state, "/SMask")
        thing = Thing(What.STATE, name)
        if isinstance(mask, Dictionary) and self._is_new(mask):
            yield from thing.lacks(needed.lacking(mask, needed.MASK))
            yield from self._paint.function(mask.get("/TR"), thing)
            group = mask.get("/G")
            if isinstance(group, Stream):
                yield from self._form(group, depth, name)
        yield from self._paint.function(objects.entry(state, "/TR"), thing)

    def _external(self, each: Object, name: str, depth: int) -> Iterator[Damage]:
        kind = objects.name(each.get("/Subtype"))
        if kind == "Image":
            yield from self.picture(each, name)
            return
        if kind not in _EXTERNAL and key_of(each) not in self.met:
            yield Damage(What.OBJECT, Why.KIND, name)
        yield from self._form(each, depth, name)

    def _form(self, form: Object, depth: int, name: str = "") -> Iterator[Damage]:
        if not self._is_new(form):
            return
        yield from self._stream(form, What.CONTENT, "")
        thing = Thing(What.FORM, name)
        if objects.name(form.get("/Subtype")) == "Form":
            yield from thing.lacks(needed.lacking(form, needed.FORM))
            yield from self._paint.space(objects.entry(form, "/Group", "/CS"), thing)
        resources = form.get("/Resources")
        if name and _names_marks(resources) and not unpack(form, self.budget).content.strip():
            yield thing.is_damaged(Why.EMPTY)
        yield from self._resources(resources, depth + 1)

    def _stream(self, stream: Object, what: What, name: str) -> Iterator[Damage]:
        fault = unpack(stream, self.budget).fault
        if fault is not None:
            yield Damage(what, WHY[fault], name)

    def _font(self, font: object, name: str, depth: int) -> Iterator[Damage]:
        if not isinstance(font, Dictionary) or not self._is_new(font):
            return
        shown = objects.name(font.get("/BaseFont")) or name
        thing = Thing(What.FONT, shown)
        glyphs = Glyphs(font, self.budget)
        descriptor = objects.entry(glyphs.descendant, "/FontDescriptor")
        program = embedded(descriptor)
        yield from thing.lacks(
            (*needed.of_font(font, embedded=program is not None), *needed.lacking(descriptor, needed.DESCRIPTOR))
        )
        if objects.name(font.get("/Subtype")) == "Type3":
            yield from self._drawn(font, thing, depth)
            return
        if program is not None and self._is_new(program):
            fault = unpack(program, self.budget).fault
            if fault is not None:
                yield thing.is_damaged(WHY[fault])
            elif glyphs.broken:
                yield thing.is_damaged(Why.NO_FONT)
        yield from self._tables(font, shown)
        yield from self._numbers(objects.entry(glyphs.descendant, "/CIDToGIDMap"), thing)

    def _numbers(self, written: object, thing: Thing) -> Iterator[Damage]:
        """Give the damage of the table that gives each sign its glyph: two bytes for each (9.7.4.2)."""
        if isinstance(written, Stream) and self._is_new(written):
            table = unpack(written, self.budget)
            if table.fault is not None:
                yield thing.is_damaged(WHY[table.fault])
            elif not table.content or len(table.content) % 2:
                yield thing.is_damaged(Why.BROKEN)

    def _drawn(self, font: Dictionary, thing: Thing, depth: int) -> Iterator[Damage]:
        """Give the damages of a font whose glyphs are contents: each begins with its width (ISO 32000-1, 9.6.5)."""
        for _, glyph in objects.pairs(font.get("/CharProcs")):
            if isinstance(glyph, Stream) and (not glyph.is_indirect or key_of(glyph) not in self.met):
                content = unpack(glyph, self.budget).content
                if not _BEGINNING_OF_GLYPH.search(content):
                    yield thing.is_damaged(Why.BROKEN)
                yield from self._form(glyph, depth)
        yield from self._resources(font.get("/Resources"), depth + 1)

    def _tables(self, font: Dictionary, shown: str) -> Iterator[Damage]:
        """Give the damages of the tables that say which sign a code is."""
        for key in ("/ToUnicode", "/Encoding"):
            each = font.get(key)
            if isinstance(each, Stream) and self._is_new(each):
                table = unpack(each, self.budget)
                why = WHY[table.fault] if table.fault else None if is_table_of_signs(table.content) else Why.BROKEN
                if why is not None:
                    yield Damage(What.FONT, why, shown)

    def picture(self, picture: Object, name: str) -> Iterator[Damage]:
        """Give the damages of a picture and of its masks: its data, their length, and what a JPEG says of itself."""
        if not self._is_new(picture):
            return
        found, thing = unpack(picture, self.budget), Thing(What.PICTURE, name)
        size = objects.whole(picture.get("/Width")) or 0, objects.whole(picture.get("/Height")) or 0
        if found.fault is not None:
            yield Damage(What.PICTURE, WHY[found.fault], name)
        elif found.coding in _DECODED:
            yield from self._decoded(picture, found.content, found.coding, name)
        elif not found.coding:
            yield from self._length(picture, len(found.content), size, name)
        elif (why := self._wrong_code(picture, found)) is not None:
            yield Damage(What.PICTURE, why, name)
        yield from thing.lacks(needed.of_picture(picture, found.coding))
        if wrong := needed.wrong_in_picture(picture, found.coding, self._channels(picture)):
            yield thing.is_damaged(Why.VALUES, ", ".join(wrong))
        yield from self._paint.space(picture.get("/ColorSpace"), thing)
        for key in ("/SMask", "/Mask"):
            mask = picture.get(key)
            if isinstance(mask, Stream):
                yield from self.picture(mask, name)

    def _wrong_code(self, picture: Object, found: Unpacked) -> Why | None:
        """Tell what is wrong with a fax or a JBIG2; of a fax in two dimensions by T.4 only whether it can be whole."""
        if found.coding == "/JBIG2Decode":
            return None if can_be_jbig2(found.content) else Why.BROKEN
        fax = read_fax(picture)
        if fax is None:
            return None if can_be_fax(found.content, objects.whole(picture.get("/Height")) or 0) else Why.BROKEN
        fault = fault_of_fax(found.content, fax, self.budget)
        return WHY[fault] if fault is not None else None

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
            with warnings.catch_warnings(), _to_the_end():
                warnings.simplefilter("ignore")
                image = Image.open(io.BytesIO(content), formats=["JPEG", "JPEG2000"])
                self.budget.hold(image.width * image.height * 4)
                self.budget.unpack(image.width * image.height)
                image.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, EOFError):
            yield Damage(What.PICTURE, Why.CUT if content[:2] == b"\xff\xd8" else Why.BROKEN, name)
            return
        if coding == "/DCTDecode" and _is_repaired(picture):
            yield Damage(What.PICTURE, Why.REPAIRED, name)
        if image.size != declared:
            found, wanted = ("{} × {}".format(*size) for size in (image.size, declared))
            yield Damage(What.PICTURE, Why.SIZE, name, found, wanted)
        channels = (_CHANNELS if coding == "/DCTDecode" else _COLOURS).get(image.mode, 0)
        wanted_channels = self._channels(picture)
        if channels and wanted_channels and channels != wanted_channels:
            yield Damage(What.PICTURE, Why.CHANNELS, name, str(channels), str(wanted_channels))


@contextmanager
def _to_the_end() -> Iterator[None]:
    """Let Pillow refuse what is cut off: WeasyPrint tells it, for the whole process, to let it pass."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _is_repaired(picture: Object) -> bool:
    """Whether the decoder had to guess at parts of a JPEG, so that a part of it looks other than it did."""
    try:
        picture.read_bytes(StreamDecodeLevel.all)
    except (pikepdf.PdfError, RuntimeError) as error:
        return "corrupt" in str(error)
    return False


def _names_marks(resources: object) -> bool:
    """Whether resources name what somebody wanted to show."""
    return any(objects.pairs(objects.entry(resources, key)) for key in _MARKS)


def _depth(picture: Object) -> int:
    if objects.true(picture.get("/ImageMask")):
        return 1
    return objects.whole(picture.get("/BitsPerComponent")) or _USUAL_BITS
