"""Reading a page with its marked content: each mark knows its tag, its artifact, and its true outline.

The interpreter paints; here its run also follows the operators of marked content (ISO 32000-1,
14.6) and keeps outlines, since text may stand beside a round form and still inside the rectangle around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pikepdf import Dictionary, Object, Stream

from kursbuch_press.marks import objects
from kursbuch_press.marks.geometry import IDENTITY, Area, Matrix
from kursbuch_press.marks.graphics import Graphics
from kursbuch_press.marks.interpreter import OPERATORS as PAINTING
from kursbuch_press.marks.interpreter import painting_of
from kursbuch_press.marks.library import Library, Resources
from kursbuch_press.marks.marks import Mark, Paint, Painting, Where
from kursbuch_press.marks.objects import inherited
from kursbuch_press.marks.operators.objects import draw_form
from kursbuch_press.marks.operators.paths import Operands, Operator, floats, name_of
from kursbuch_press.marks.operators.patterns import matrix_of
from kursbuch_press.marks.run import Run
from kursbuch_press.marks.streams import content_of
from kursbuch_press.marks.tokens import Operand, operations, string

Point = tuple[float, float]
Outline = tuple[Point, ...]

_BENDS = 6
"""Straight pieces that a curve is cut into."""
_MOST_POINTS = 4000
"""Points of one path that are kept; beyond it, its rectangle must do."""


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """The marked content around a mark.

    ``mcid`` is -1 outside tagged content, ``owner`` names the stream that counts it. ``artifact`` is None for
    real content and else its type, which may be empty. ``fault`` is the Matterhorn number of a wrong nesting.
    """

    owner: str = ""
    mcid: int = -1
    artifact: str | None = None
    fault: str = ""
    language: str = ""
    actual: str | None = None
    expansion: str = ""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class TaggedPaint(Paint):
    """A paint that knows where it stands; ``outlines`` of a filled path, empty for an upright rectangle."""

    within: Within = field(default_factory=Within)
    outlines: tuple[Outline, ...] = ()
    even_odd: bool = False
    masked: bool = False


@dataclass(slots=True)
class TaggedRun(Run):
    """A run that follows marked content; ``faded`` is the opacity of the groups around."""

    owner: str = ""
    around: list[Within] = field(default_factory=lambda: [Within()])
    outlines: list[list[Point]] = field(default_factory=list)
    upright: bool = True
    even_odd: bool = False
    faded: float = 1.0
    forms: list[str] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    in_forms: set[tuple[str, int]] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    faults: set[str] = field(default_factory=set)
    hidden: dict[Within, str] = field(default_factory=dict)

    def hide(self, text: str) -> None:
        """Keep where a text that is not shown stands, with the first words there."""
        self.hidden.setdefault(self.around[-1], text)

    def paint(self, *, fill: bool, stroke: bool) -> Paint:
        """Give how the state paints, and where that stands."""
        paint = Run.paint(self, fill=fill, stroke=stroke)
        return TaggedPaint(
            paint.fill,
            paint.stroke,
            paint.opacity * self.faded,
            paint.overprints,
            paint.where,
            self.around[-1],
            () if self.upright else tuple(tuple(each) for each in self.outlines),
            self.even_odd,
            self.state.masked,
        )

    def add(self, x: float, y: float) -> None:
        """Go on with the outline to a point of user space."""
        if not self.outlines:
            self.outlines.append([])
        if len(self.outlines[-1]) < _MOST_POINTS:
            self.outlines[-1].append(self.state.ctm.point(x, y))


@dataclass(frozen=True, slots=True)
class TaggedPainting:
    """What a page paints in order, and the forms with tagged content of their own that it draws.

    ``opened`` are all tagged contents with their owner, also those that paint nothing, as often as the page has them;
    ``languages`` are those that property lists name, ``faults`` the Matterhorn numbers of wrong nestings, ``hidden`` where
    texts stand that are not shown, each with its first words.
    """

    painting: Painting
    forms: tuple[str, ...]
    opened: tuple[tuple[str, int], ...] = ()
    languages: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    hidden: Mapping[Within, str] = field(default_factory=dict)


def read_tagged(page: Object, owner: str, media: Area, library: Library) -> TaggedPainting:
    """Read the content of a page; ``owner`` is the name that its marked content is counted under."""
    resources = Resources(inherited(page, "/Resources"), library)
    run = TaggedRun(library, _OPERATORS, resources, Graphics(clip=media), IDENTITY, owner=owner)
    run.execute(operations(content_of(page, library.budget)))
    languages, faults = tuple(sorted(run.languages)), tuple(sorted(run.faults))
    return TaggedPainting(painting_of(run), tuple(run.forms), tuple(run.opened), languages, faults, run.hidden)


def read_appearance(annotation: Object, usual: object, media: Area, library: Library) -> Painting | None:
    """Give what the normal appearance of an annotation paints at its place (ISO 32000-1, 12.5.5).

    ``usual`` are the resources of the form, which an appearance without its own may use. None for an annotation without one.
    """
    found = objects.entry(annotation, "/AP", "/N")
    if not isinstance(found, Stream):
        found = objects.entry(found, f"/{objects.name(annotation.get('/AS'))}")
    rectangle = objects.area(annotation.get("/Rect"))
    box = objects.area(objects.entry(found, "/BBox"))
    if not isinstance(found, Stream) or rectangle is None or box is None:
        return None
    seen = matrix_of(found).area(box)
    if not seen.width or not seen.height:
        return None
    across, upright = rectangle.width / seen.width, rectangle.height / seen.height
    place = Matrix(across, 0, 0, upright, rectangle.left - seen.left * across, rectangle.bottom - seen.bottom * upright)
    resources = Resources(usual if isinstance(usual, Object) else None, library)
    run = TaggedRun(library, _OPERATORS, resources, Graphics(ctm=place, clip=rectangle.cut(media)), place)
    draw_form(run, found, Where.FORM)
    return painting_of(run)


def within(mark: Mark) -> Within:
    """Give the marked content around a mark."""
    paint = getattr(mark, "paint", None)
    return paint.within if isinstance(paint, TaggedPaint) else _NOWHERE


_NOWHERE = Within()


def _begin(run: Run, operands: Operands) -> None:
    """``BMC``: a tag without properties."""
    _enter(run, name_of(operands[-1]), {})


def _begin_with_properties(run: Run, operands: Operands) -> None:
    """``BDC``: properties are written in place, or named in the resources (ISO 32000-1, 14.6.2)."""
    written = operands[-1]
    if isinstance(written, bytes):
        found = run.resources.find("/Properties", name_of(written))
        known = _known(found) if isinstance(found, Dictionary) else {}
    else:
        known = _in_place(written)
    _enter(run, name_of(operands[-2]), known)


def _known(found: Object) -> dict[str, object]:
    known: dict[str, object] = {}
    for key, value in objects.pairs(found):
        plain = objects.text(value)
        known[f"/{key}"] = plain if plain is not None else objects.name(value) or objects.whole(value)
    return known


def _in_place(written: Operand) -> dict[str, object]:
    pieces = written if isinstance(written, list) else []
    known: dict[str, object] = {}
    for key, value in zip(pieces[::2], pieces[1::2], strict=False):
        if isinstance(key, bytes):
            known[key.decode("latin-1")] = _plain(value)
    return known


def _plain(value: Operand) -> object:
    if isinstance(value, float):
        return int(value)
    if not isinstance(value, bytes):
        return None
    if value.startswith(b"/"):
        return value[1:].decode("latin-1")
    codes = string(value)
    if codes.startswith(b"\xfe\xff"):
        return codes[2:].decode("utf-16-be", "replace")
    return codes.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if codes.startswith(b"\xef\xbb\xbf") else "latin-1")


def _enter(run: Run, tag: str, known: Mapping[str, object]) -> None:
    assert isinstance(run, TaggedRun), "these operators are given to this run only"
    outer = run.around[-1]
    mcid = known.get("/MCID")
    artifact, fault = outer.artifact, outer.fault
    tagged = isinstance(mcid, int)
    if tag == "/Artifact":
        kind = known.get("/Type")
        artifact = kind if isinstance(kind, str) else ""
        fault = fault or ("01-003" if outer.mcid >= 0 else "")
    elif tagged and outer.artifact is not None:
        fault = fault or "01-004"
    run.faults.update([fault] if fault else ())
    if tagged and run.inside and run.inside[-1] not in run.forms:
        run.forms.append(run.inside[-1])
    if isinstance(mcid, int):
        opened = (run.inside[-1] if run.inside else run.owner, mcid)
        if not run.inside or opened not in run.in_forms:  # a form may be drawn several times
            run.opened.append(opened)
            run.in_forms.update([opened] if run.inside else ())
    if isinstance(language := known.get("/Lang"), str):
        run.languages.add(language)
    run.around.append(
        Within(
            owner=(run.inside[-1] if run.inside else run.owner) if tagged else outer.owner,
            mcid=mcid if isinstance(mcid, int) else outer.mcid,
            artifact=artifact,
            fault=fault,
            language=_text(known, "/Lang") or outer.language,
            actual=known["/ActualText"] if isinstance(known.get("/ActualText"), str) else None,  # type: ignore[arg-type]  # asked on the same line
            expansion=_text(known, "/E") or outer.expansion,
            alternative=_text(known, "/Alt") or outer.alternative,
        ),
    )


def _text(known: Mapping[str, object], key: str) -> str:
    value = known.get(key)
    return value if isinstance(value, str) else ""


def _end(run: Run, operands: Operands) -> None:
    del operands
    assert isinstance(run, TaggedRun), "these operators are given to this run only"
    if len(run.around) > 1:
        run.around.pop()


def _draw(run: Run, operands: Operands) -> None:
    """``Do``: what a form opens ends with it, and the opacity of a group holds for all inside."""
    assert isinstance(run, TaggedRun), "these operators are given to this run only"
    depth, faded = len(run.around), run.faded
    found = run.resources.find("/XObject", name_of(operands[-1]))
    if objects.entry(found, "/Group") is not None:
        run.faded *= run.state.fill_opacity
    PAINTING[b"Do"](run, operands)
    del run.around[depth:]
    run.faded = faded


def _outlined(operator: bytes) -> Operator:
    """Do what the operator of a path does, and keep its outline."""
    painting = PAINTING[operator]
    ends = operator in _ENDS

    def do(run: Run, operands: Operands) -> None:
        assert isinstance(run, TaggedRun), "these operators are given to this run only"
        if ends:
            run.even_odd = operator.endswith(b"*")
        else:
            _extend(run, operator, operands)
        painting(run, operands)
        if ends:
            run.outlines, run.upright = [], True

    return do


def _extend(run: TaggedRun, operator: bytes, operands: Operands) -> None:
    ctm = run.state.ctm
    if operator == b"re":
        x, y, width, height = floats(operands, 4)
        run.upright = run.upright and not (ctm.b or ctm.c) and not run.outlines
        run.outlines.append([])
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            run.add(*corner)
        return
    run.upright = False
    if operator == b"m":
        run.outlines.append([])
    if operator in {b"m", b"l"}:
        x, y = floats(operands, 2)
        run.add(x, y)
        return
    _bend(run, operator, floats(operands, 6 if operator == b"c" else 4))


def _bend(run: TaggedRun, operator: bytes, numbers: list[float]) -> None:
    """Cut a Bézier curve into straight pieces (ISO 32000-1, 8.5.2.2)."""
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    if operator == b"y":
        points.append(points[-1])
    # The point before is kept in the space of the page only; a curve needs it where its own points are.
    last = run.outlines[-1][-1] if run.outlines and run.outlines[-1] else run.state.ctm.point(*points[0])
    placed = [last, *([last] if operator == b"v" else []), *(run.state.ctm.point(*each) for each in points)]
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = placed[:4]
    if not run.outlines:
        run.outlines.append([])
    if len(run.outlines[-1]) >= _MOST_POINTS:
        return
    for step in range(1, _BENDS + 1):
        t = step / _BENDS
        u = 1 - t
        x = u * u * u * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t * t * t * dx
        y = u * u * u * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t * t * t * dy
        run.outlines[-1].append((x, y))


_ENDS = frozenset({b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"n"})
_OPERATORS: dict[bytes, Operator] = {
    **PAINTING,
    **{operator: _outlined(operator) for operator in (*_ENDS, b"m", b"l", b"c", b"v", b"y", b"re")},
    b"BMC": _begin,
    b"BDC": _begin_with_properties,
    b"EMC": _end,
    b"Do": _draw,
}
