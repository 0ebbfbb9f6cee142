"""The operators for pictures, forms, gradients and transparency (ISO 32000-1, 8.8 to 8.10, 11)."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

from kursbuch_press.marks.geometry import UNIT, Area
from kursbuch_press.marks.inline_pictures import as_stream, digest_of
from kursbuch_press.marks.library import Resources, is_stream, key_of, matrix_entries
from kursbuch_press.marks.marks import GroupMark, Picture, PictureMark, Where
from kursbuch_press.marks.operators.paths import Operands, Operator, name_of
from kursbuch_press.marks.operators.patterns import add_gradient, matrix_of, paint_with_patterns
from kursbuch_press.marks.run import Run, Scope
from kursbuch_press.marks.spaces import GREY, Space

_FOUR = 4


def _draw(run: Run, operands: Operands) -> None:
    name = name_of(operands[-1])
    found = run.resources.find("/XObject", name)
    if found is None or not is_stream(found):
        run.missing.append(name)
        return
    kind = str(found.get("/Subtype"))
    if kind == "/Image":
        _place(run, run.resources.picture(found))
    elif kind == "/Form":
        draw_form(run, found, run.where if run.where is not Where.PAGE else Where.FORM)
    elif kind == "/PS":
        run.unread.append(kind)


def _place(run: Run, picture: Picture) -> None:
    """Add a picture; its resolution is what its samples have at the size at which the matrix places it."""
    ctm = run.state.ctm
    area = run.seen_part(ctm.area(UNIT))
    if area is None:
        return
    if picture.soft_mask:
        run.effects.add("soft mask of a picture")
    paint = run.paint(fill=True, stroke=False)
    sides = ((picture.width, ctm.across), (picture.height, ctm.upright))
    dpi = min((pixels * 72 / side for pixels, side in sides if side), default=0.0)
    run.marks.append(PictureMark(area, paint, picture, dpi))
    if picture.stencil:
        paint_with_patterns(run, area, paint)


def draw_form(run: Run, form: Object, where: Where) -> None:
    """Draw a form: its own matrix, clipped to its box, with the state that holds outside."""
    state = run.state.copy()
    state.ctm = state.ctm.after(matrix_of(form))
    box = matrix_entries(form, "/BBox")
    if len(box) == _FOUR:
        state.clip = state.ctm.area(Area(*box)).cut(state.clip)
    group = form.get("/Group")
    if isinstance(group, Dictionary) and str(group.get("/S")) == "/Transparency":
        _note_group(run, group, state.clip)
        state.fill_opacity = state.stroke_opacity = 1.0
    own = form.get("/Resources")
    scope = Scope(key_of(form), state, where, Resources(own, run.library) if own is not None else None)
    opacity = run.state.fill_opacity
    before = len(run.marks)
    run.nested(run.library.content(form), scope)
    if opacity == 0:  # the whole group is invisible
        del run.marks[before:]


def _note_group(run: Run, group: Object, area: Area | None) -> None:
    run.effects.add("group")
    space = group.get("/CS")
    found = run.resources.space_of(space) if space is not None else None
    run.marks.append(GroupMark(area or Area(0, 0, 0, 0), found, run.where))


def _gradient(run: Run, operands: Operands) -> None:
    found = run.resources.find("/Shading", name_of(operands[-1]))
    if found is None:
        run.missing.append(name_of(operands[-1]))
    elif run.state.clip is not None:
        add_gradient(run, run.state.clip, run.paint(fill=True, stroke=False), found)


def _inline_picture(run: Run, operands: Operands) -> None:
    entries = operands[0] if isinstance(operands[0], list) else []
    pairs = {key: value for key, value in zip(entries[::2], entries[1::2], strict=False) if isinstance(key, bytes)}

    def get(short: bytes, long: bytes, usual: object = None) -> object:
        return pairs.get(short, pairs.get(long, usual))

    stencil = get(b"/IM", b"/ImageMask") == b"true"
    written = get(b"/CS", b"/ColorSpace", b"/G")
    space = GREY if stencil or not isinstance(written, bytes) else _inline_space(run, written)
    _keep(run, operands, space)
    _place(
        run,
        Picture(
            key="inline",
            width=int(float(get(b"/W", b"/Width", 0))),  # type: ignore[arg-type]  # what is no number raises
            height=int(float(get(b"/H", b"/Height", 0))),  # type: ignore[arg-type]  # what is no number raises
            bits=1 if stencil else int(float(get(b"/BPC", b"/BitsPerComponent", 8))),  # type: ignore[arg-type]  # what is no number raises
            space=space,
            stencil=stencil,
            interpolate=get(b"/I", b"/Interpolate") == b"true",
        ),
    )


def _keep(run: Run, operands: Operands, space: Space) -> None:
    """Keep a picture that was not met before, for those who judge its samples."""
    digest = digest_of(operands)
    if digest not in run.library.inline:
        run.library.inline.add(digest)
        run.inline.append(as_stream(operands, space, run.library.shelf))


def _inline_space(run: Run, space: bytes) -> Space:
    if space.startswith(b"["):
        return run.resources.space_of(Object.parse(space))
    return run.resources.space(name_of(space))


def _effects(run: Run, operands: Operands) -> None:
    found = run.resources.find("/ExtGState", name_of(operands[-1]))
    if not isinstance(found, Dictionary):
        run.missing.append(name_of(operands[-1]))
        return
    state = run.state
    if "/LW" in found:
        state.line_width = float(found.LW)
    if "/Font" in found:
        state.face, state.size = run.resources.face_of(found.Font[0]), float(found.Font[1])
    if "/ca" in found:
        state.fill_opacity = float(found.ca)
    if "/CA" in found:
        state.stroke_opacity = float(found.CA)
    if min(state.fill_opacity, state.stroke_opacity) < 1:
        run.effects.add("opacity")
    _overprint(run, found)
    _blend(run, found.get("/BM"))
    _mask(run, found.get("/SMask"))


def _overprint(run: Run, found: Object) -> None:
    """``OP`` holds for both kinds of painting where ``op`` is missing (ISO 32000-1, table 58)."""
    state = run.state
    if "/OP" in found:
        state.stroke_overprint = bool(found.OP)
        state.fill_overprint = bool(found.OP)
    if "/op" in found:
        state.fill_overprint = bool(found.op)
    if "/OPM" in found:
        state.overprint_mode = int(found.OPM)


def _blend(run: Run, written: Object | None) -> None:
    if written is None:
        return
    modes = list(written) if isinstance(written, Array) else [written]
    name = str(modes[0]).removeprefix("/") if modes else "Normal"
    if name not in {"Normal", "Compatible"}:
        run.effects.add(f"blend {name}")


def _mask(run: Run, written: Object | None) -> None:
    """Read what is painted into a soft mask; it is never seen itself, so it is kept apart."""
    if written is None:
        return
    if isinstance(written, Name):
        run.state.masked = False
        return
    run.state.masked = True
    run.effects.add("soft mask")
    group = written.get("/G")
    if group is None or not is_stream(group):
        return
    key = f"mask {key_of(group)}"
    if key in run.seen:
        return
    run.seen.add(key)
    marks, run.marks = run.marks, []
    draw_form(run, group, Where.MASK)
    run.masks.extend(run.marks)
    run.marks = marks


OPERATORS: dict[bytes, Operator] = {
    b"Do": _draw,
    b"sh": _gradient,
    b"BI": _inline_picture,
    b"gs": _effects,
}
