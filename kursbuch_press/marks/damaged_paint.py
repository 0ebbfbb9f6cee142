"""What is damaged in that with which pages are painted: colour spaces, functions, gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod

from pikepdf import Array, Dictionary, Name, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks import needed, objects
from kursbuch_press.marks.calculators import is_calculator
from kursbuch_press.marks.coded import channels_of_profile, is_usable_profile
from kursbuch_press.marks.damages import Damage, What, Why
from kursbuch_press.marks.functions import outputs
from kursbuch_press.marks.meshes import is_whole_mesh
from kursbuch_press.marks.spaces import read_space
from kursbuch_press.marks.streams import Fault, unpack

_DEEPEST = 30
_INDEXED = 4  # parts of an indexed colour space (ISO 32000-1, 8.6.6.3)
_TINTED = 4  # parts of a Separation or DeviceN space (8.6.6.4, 8.6.6.5)
_FIRST_MESH = 4  # the first kind of shading whose data is a mesh (table 78)
_NAMED = frozenset({"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "CalCMYK", "G", "RGB", "CMYK", "Pattern"})
"""Spaces that need no more than their name; the short names are those of pictures within a content (table 93)."""
_SAMPLED, _STITCHED, _CALCULATOR = 0, 3, 4

WHY = {Fault.FILTER: Why.FILTER, Fault.CUT: Why.CUT, Fault.BROKEN: Why.BROKEN}


@dataclass(frozen=True, slots=True)
class Thing:
    """To what a damage is laid: the picture, gradient or colour space that needs what is damaged."""

    what: What
    name: str = ""

    def is_damaged(self, why: Why, found: str = "", wanted: str = "") -> Damage:
        """Give a damage of this thing."""
        return Damage(self.what, why, self.name, found, wanted)

    def lacks(self, keys: tuple[str, ...]) -> Iterator[Damage]:
        """Give a damage if entries are missing."""
        if keys:
            yield self.is_damaged(Why.ENTRIES, ", ".join(keys))


@dataclass(frozen=True, slots=True)
class PaintInspector:
    """Reads colour spaces, functions and gradients; ``is_new`` says whether an object was not met before."""

    budget: Budget
    is_new: Callable[[object], bool]

    def space(self, written: object, thing: Thing, depth: int = 0) -> Iterator[Damage]:
        """Give the damages of a colour space: its profile, its table, how its inks become others."""
        if written is None or depth > _DEEPEST or not self.is_new(written):
            return
        if isinstance(written, Name):
            if objects.name(written) not in _NAMED:
                yield thing.is_damaged(Why.VALUES, f"ColorSpace {objects.name(written)}")
            return
        if not isinstance(written, Array) or not len(written):
            yield thing.is_damaged(Why.BROKEN)
            return
        kind = objects.name(written[0])
        if kind == "ICCBased":
            yield from self._profile(written, thing)
        elif kind in {"Indexed", "I"}:
            yield from self._indexed(written, thing, depth)
        elif kind in {"Separation", "DeviceN"}:
            yield from self._tinted(written, thing, depth)
        elif kind == "Pattern" and len(written) > 1:
            yield from self.space(written[1], thing, depth + 1)

    def _profile(self, space: Array, thing: Thing) -> Iterator[Damage]:
        stream = space[1] if len(space) > 1 else None
        if not isinstance(stream, Stream):
            yield thing.is_damaged(Why.PROFILE)
        elif self.is_new(stream):
            profile = unpack(stream, self.budget)
            channels, named = channels_of_profile(profile.content), objects.whole(stream.get("/N"))
            if profile.fault is not None or not is_usable_profile(profile.content):
                yield thing.is_damaged(Why.PROFILE)
            elif channels is not None and channels != named:
                yield thing.is_damaged(Why.OTHER_PROFILE, str(channels), str(named))

    def _indexed(self, space: Array, thing: Thing, depth: int) -> Iterator[Damage]:
        if len(space) < _INDEXED:
            yield thing.is_damaged(Why.BROKEN)
            return
        base, highest, table = space[1], objects.whole(space[2]) or 0, space[3]
        given = unpack(table, self.budget).content if isinstance(table, Stream) else bytes(table)
        wanted = (highest + 1) * read_space(base, self.budget).components
        if len(given) < wanted:
            yield thing.is_damaged(Why.TABLE, str(len(given)), str(wanted))
        yield from self.space(base, thing, depth + 1)

    def _tinted(self, space: Array, thing: Thing, depth: int) -> Iterator[Damage]:
        if len(space) < _TINTED:
            yield thing.is_damaged(Why.BROKEN)
            return
        yield from self.space(space[2], thing, depth + 1)
        yield from self.function(space[3], thing, depth + 1)

    def function(self, written: object, thing: Thing, depth: int = 0) -> Iterator[Damage]:
        """Give the damages of a function, or of several."""
        if isinstance(written, Name) or written is None or depth > _DEEPEST or not self.is_new(written):
            return
        if isinstance(written, Array):
            for each in written:
                yield from self.function(each, thing, depth + 1)
            return
        yield from thing.lacks(needed.of_function(written))
        kind = objects.whole(objects.entry(written, "/FunctionType"))
        if kind == _STITCHED:
            yield from self.function(objects.entry(written, "/Functions"), thing, depth + 1)
        elif kind in {_SAMPLED, _CALCULATOR}:
            yield from self._program(written, kind, thing)

    def _program(self, function: object, kind: int, thing: Thing) -> Iterator[Damage]:
        """Give the damages of what a function holds as data: its samples, or how it calculates."""
        if not isinstance(function, Stream):
            yield thing.is_damaged(Why.BROKEN)
            return
        data = unpack(function, self.budget)
        if data.fault is not None:
            yield thing.is_damaged(WHY[data.fault])
        elif kind == _CALCULATOR:
            if not is_calculator(data.content):
                yield thing.is_damaged(Why.BROKEN)
        elif len(data.content) < (wanted := _samples(function)):
            yield thing.is_damaged(Why.SHORT, str(len(data.content)), str(wanted))

    def shading(self, written: object) -> Iterator[Damage]:
        """Give the damages of a gradient."""
        if not self.is_new(written):
            return
        thing = Thing(What.GRADIENT)
        yield from thing.lacks(needed.of_shading(written))
        space = objects.entry(written, "/ColorSpace")
        yield from self.space(space, thing)
        yield from self.function(objects.entry(written, "/Function"), thing)
        if isinstance(written, Stream):
            data = unpack(written, self.budget)
            channels = read_space(space, self.budget).components
            if data.fault is not None:
                yield thing.is_damaged(WHY[data.fault])
            elif (objects.whole(written.get("/ShadingType")) or 0) >= _FIRST_MESH and not is_whole_mesh(
                written, data.content, channels
            ):
                yield thing.is_damaged(Why.CUT)

    def pattern(self, written: object, name: str) -> Iterator[Damage]:
        """Give the damages of a pattern, without what a tile of it shows."""
        yield from Thing(What.PATTERN, name).lacks(needed.of_pattern(written))
        if isinstance(written, Dictionary) and (shading := objects.entry(written, "/Shading")) is not None:
            yield from self.shading(shading)


def _samples(function: Object) -> int:
    """Count the bytes that the samples of a function take (7.10.2)."""
    sizes = [objects.whole(each) or 0 for each in objects.members(function.get("/Size"))]
    bits = objects.whole(function.get("/BitsPerSample")) or 0
    return (prod(sizes) * outputs(function) * bits + 7) // 8
