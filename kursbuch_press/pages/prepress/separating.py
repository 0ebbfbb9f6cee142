"""Colour separation of a whole PDF: everything that pages show is converted once."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream

from kursbuch_press.pages.prepress.gradients import convert_shading
from kursbuch_press.pages.prepress.images import PictureInks, as_luminosity
from kursbuch_press.pages.prepress.operators import KNOCKOUT, OVERPRINT, Rewriter
from kursbuch_press.pages.prepress.plates import Mask, Plates, Target

# ISO 32000-1, table 136 and 137; a reader ignores any other name, a preflight refuses it.
_BLEND_MODES = {
    "/Normal", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip
_FORM_KEYS = (
    "/Type",
    "/Subtype",
    "/BBox",
    "/Matrix",
    "/FormType",
    "/PatternType",
    "/PaintType",
    "/TilingType",
    "/XStep",
    "/YStep",
)


class Separation:
    """Converts one PDF. What is shown and also used as a mask is converted twice."""

    def __init__(self, pdf: Pdf, plates: Plates, pictures: PictureInks, *, black_overprint: bool) -> None:
        """Nothing is converted yet."""
        self._pdf = pdf
        self._plates = plates
        self._mask = Mask()
        self._pictures = pictures
        self._black_overprint = black_overprint
        self._done: dict[tuple[int, int, bool], Object] = {}

    def separate(self, page: Page) -> None:
        """Convert a page in its place; its /Group tells blending to work in ink."""
        content, resources = self._painted(page, page.obj.get("/Resources", Dictionary()), self._plates)
        page.obj.Contents = Stream(self._pdf, content)
        page.obj.Resources = resources
        page.obj.Group = _group(self._plates)

    def _painted(self, stream: Object | Page, resources: Object, target: Target) -> tuple[bytes, Dictionary]:
        """Convert a content stream, and of its resources those it uses: WeasyPrint names more."""
        overprint = self._black_overprint and isinstance(target, Plates)
        rewriter = Rewriter(target, resources, overprint=overprint)
        content = rewriter.rewrite(stream)
        return content, self._resources(resources, target, rewriter.used)

    def _once(self, thing: Object, target: Target, convert: Callable[[Object, Target], Object]) -> Object:
        """Convert what several pages share only once; what is not shared has no number of its own."""
        key = (*thing.objgen, isinstance(target, Mask))
        if not thing.is_indirect:
            return convert(thing, target)
        if key not in self._done:
            self._done[key] = self._pdf.make_indirect(convert(thing, target))
        return self._done[key]

    def _resources(self, resources: Object, target: Target, used: set[str]) -> Dictionary:
        ways = {
            "/XObject": self._x_object,
            "/Pattern": self._pattern,
            "/Shading": self._shading,
            "/ExtGState": self._state,
            "/Font": self._font,
        }
        copied = Dictionary()
        for kind, convert in ways.items():
            found = resources.get(kind, Dictionary())
            kept = {name: self._once(found[name], target, convert) for name in sorted(used & set(found.keys()))}
            if kept:
                copied[kind] = Dictionary(kept)
        if self._black_overprint and isinstance(target, Plates):
            _add_overprint(copied)
        return copied

    def _x_object(self, thing: Object, target: Target) -> Object:
        if thing.get("/Subtype") == Name.Image:
            if isinstance(target, Mask):
                return as_luminosity(self._pdf, thing)
            return self._pictures.convert(self._pdf, thing)
        form = self._stream(thing, target)
        if "/Group" in thing:
            form.Group = _group(target, thing.Group)
        return form

    def _pattern(self, pattern: Object, target: Target) -> Object:
        if isinstance(pattern, Stream):
            return self._stream(pattern, target)
        copied = Dictionary(dict(pattern.items()))
        copied.Shading = self._once(pattern.Shading, target, self._shading)
        return copied

    def _stream(self, stream: Object, target: Target) -> Stream:
        content, resources = self._painted(stream, stream.get("/Resources", Dictionary()), target)
        made = Stream(self._pdf, content)
        for key in _FORM_KEYS:
            if key in stream:
                made[key] = stream[key]
        made.Resources = resources
        return made

    def _shading(self, shading: Object, target: Target) -> Object:
        return convert_shading(self._pdf, shading, target)

    def _state(self, state: Object, target: Target) -> Object:
        copied = Dictionary({key: value for key, value in state.items() if key not in {"/TR", "/TR2", "/HTP"}})
        if "/BM" in copied and str(copied.BM) not in _BLEND_MODES:
            copied.BM = Name.Normal
        if isinstance(copied.get("/SMask"), Dictionary):
            copied.SMask = self._soft_mask(copied.SMask, target)
        return copied

    def _soft_mask(self, soft: Object, target: Target) -> Object:
        """A mask by luminosity is grey; one by alpha hides by shape alone, so its colours become ink."""
        by_light = Name.Luminosity == soft.S
        inside: Target = self._mask if by_light else target
        copied = Dictionary({key: value for key, value in soft.items() if key != "/BC"})
        copied.G = self._once(soft.G, inside, self._x_object)
        return copied

    def _font(self, font: Object, target: Target) -> Object:
        """The glyphs of a Type 3 font are content streams; all other fonts have no colour."""
        if Name.Type3 != font.get("/Subtype"):
            return font
        own = font.get("/Resources", Dictionary())
        painted = {name: self._painted(glyph, own, target) for name, glyph in font.CharProcs.items()}
        copied = Dictionary(dict(font.items()))
        copied.CharProcs = Dictionary(
            {name: self._pdf.make_indirect(Stream(self._pdf, content)) for name, (content, _) in painted.items()},
        )
        copied.Resources = Dictionary()
        for _, resources in painted.values():
            for kind, things in resources.items():
                copied.Resources[kind] = Dictionary({**dict(copied.Resources.get(kind, {}).items()), **dict(things.items())})
        return copied


def _group(target: Target, old: Object | None = None) -> Dictionary:
    group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name(target.space))
    for key in ("/I", "/K"):
        if old is not None and key in old:
            group[key] = old[key]
    return group


def _add_overprint(resources: Dictionary) -> None:
    states = resources.get("/ExtGState", Dictionary())
    # OPM 1: inks that a colour leaves at nought do not knock out what is below (ISO 32000-1, 8.6.7).
    states[OVERPRINT] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    states[KNOCKOUT] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=1)
    resources.ExtGState = states
