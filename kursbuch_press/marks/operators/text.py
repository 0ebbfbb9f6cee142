"""The operators of text (ISO 32000-1, 9)."""

from __future__ import annotations

from pikepdf import Dictionary

from kursbuch_press.marks.geometry import IDENTITY, Area, Matrix
from kursbuch_press.marks.glyphs import differences
from kursbuch_press.marks.library import Resources, is_stream
from kursbuch_press.marks.marks import TextMark, Where
from kursbuch_press.marks.operators.paths import Operands, Operator, floats, name_of
from kursbuch_press.marks.operators.patterns import paint_with_patterns
from kursbuch_press.marks.run import Run, Scope
from kursbuch_press.marks.tokens import shown, string
from kursbuch_press.marks.typefaces import Face

_INVISIBLE = {3, 7}
_FILLED = {0, 2, 4, 6}
_STROKED = {1, 2, 5, 6}


def _begin(run: Run, operands: Operands) -> None:
    del operands
    run.text = run.line = IDENTITY
    run.text_is_open = True


def _end(run: Run, operands: Operands) -> None:
    del operands
    if not run.text_is_open:
        run.unread.append("ET")
    run.text_is_open = False


def _choose_font(run: Run, operands: Operands) -> None:
    name = name_of(operands[-2])
    run.state.face = run.resources.face(name)
    if not isinstance(run.resources.find("/Font", name), Dictionary):
        run.missing.append(name)
    run.state.size = floats(operands, 1)[0]


def _place(run: Run, operands: Operands) -> None:
    run.text = run.line = Matrix(*floats(operands, 6))


def _next(run: Run, operands: Operands) -> None:
    x, y = floats(operands, 2)
    run.text = run.line = run.line.after(Matrix(1, 0, 0, 1, x, y))


def _next_with_leading(run: Run, operands: Operands) -> None:
    run.state.leading = -floats(operands, 1)[0]
    _next(run, operands)


def _next_line(run: Run, operands: Operands) -> None:
    del operands
    _next(run, [0.0, -run.state.leading])


def _letter_space(run: Run, operands: Operands) -> None:
    run.state.letter_space = floats(operands, 1)[0]


def _word_space(run: Run, operands: Operands) -> None:
    run.state.word_space = floats(operands, 1)[0]


def _stretch(run: Run, operands: Operands) -> None:
    run.state.stretch = floats(operands, 1)[0] / 100


def _leading(run: Run, operands: Operands) -> None:
    run.state.leading = floats(operands, 1)[0]


def _rise(run: Run, operands: Operands) -> None:
    run.state.rise = floats(operands, 1)[0]


def _mode(run: Run, operands: Operands) -> None:
    run.state.mode = int(floats(operands, 1)[0])


def _show_array(run: Run, operands: Operands) -> None:
    codes, shifts = shown(operands[-1])
    _show(run, codes, shifts)


def _show_string(run: Run, operands: Operands) -> None:
    _show(run, string(operands[-1]), 0.0)


def _show_on_next_line(run: Run, operands: Operands) -> None:
    _next_line(run, [])
    _show_string(run, operands)


def _show_spaced(run: Run, operands: Operands) -> None:
    run.state.word_space, run.state.letter_space = (float(value) for value in operands[-3:-1])  # type: ignore[arg-type]  # what is no number raises
    _show_on_next_line(run, operands)


def _show(run: Run, codes: bytes, shifts: float) -> None:
    """Add a mark for the signs and move on by their widths (ISO 32000-1, 9.4.4)."""
    state, face = run.state, run.state.face
    if not codes:
        run.text = run.text.after(Matrix(1, 0, 0, 1, -shifts / 1000 * state.size * state.stretch, 0))
        return
    spaces = 0 if face.two_bytes else codes.count(b" ")
    signs = len(codes) // 2 if face.two_bytes else len(codes)
    advance = (face.advance(codes) - shifts / 1000) * state.size
    advance = (advance + signs * state.letter_space + spaces * state.word_space) * state.stretch
    placed = state.ctm.after(run.text)
    box = Area(0, face.descent * state.size + state.rise, advance, face.ascent * state.size + state.rise)
    run.text = run.text.after(Matrix(1, 0, 0, 1, advance, 0))
    area = run.seen_part(placed.area(box))
    if area is None:
        return
    if state.mode in _INVISIBLE:
        run.hide(face.text(codes))
        return
    paint = run.paint(fill=state.mode in _FILLED, stroke=state.mode in _STROKED)
    height = state.size * (face.ascent - face.descent if face.kind == "Type3" else 1)
    scale = state.size * state.stretch
    em = placed.after(Matrix(scale, 0, 0, state.size, 0, state.rise))
    size = abs(height) * placed.upright
    run.marks.append(TextMark(area, paint, face, size, codes, face.text(codes), em, advance / scale if scale else 0.0))
    paint_with_patterns(run, area, paint)
    if face.kind == "Type3":
        _draw_glyphs(run, face, codes, placed)


def _draw_glyphs(run: Run, face: Face, codes: bytes, placed: Matrix) -> None:
    """Read the drawings of a Type 3 font, each once: they may hold pictures and colours of their own."""
    encoding = face.written.get("/Encoding")
    names = {code: f"/{name}" for code, name in differences(encoding).items()}
    for code in sorted(set(codes)):
        key = f"glyph {face.written.objgen} {code}"
        drawing = face.written.get("/CharProcs", {}).get(names.get(code, "/"))
        if key in run.seen or not is_stream(drawing):
            continue
        run.seen.add(key)
        state = run.state.copy()
        size = Matrix(state.size * state.stretch, 0, 0, state.size, 0, state.rise)
        state.ctm = placed.after(size).after(face.matrix)
        own = face.written.get("/Resources")
        scope = Scope(key, state, Where.GLYPH, Resources(own, run.library) if own is not None else None)
        kept = run.colourless
        run.nested(run.library.content(drawing), scope)
        run.colourless = kept


def _colourless(run: Run, operands: Operands) -> None:
    """``d1``: the glyph takes the colour of the text, whatever it says itself."""
    del operands
    run.colourless = True


OPERATORS: dict[bytes, Operator] = {
    b"BT": _begin,
    b"ET": _end,
    b"Tf": _choose_font,
    b"Tm": _place,
    b"Td": _next,
    b"TD": _next_with_leading,
    b"T*": _next_line,
    b"Tc": _letter_space,
    b"Tw": _word_space,
    b"Tz": _stretch,
    b"TL": _leading,
    b"Ts": _rise,
    b"Tr": _mode,
    b"TJ": _show_array,
    b"Tj": _show_string,
    b"'": _show_on_next_line,
    b'"': _show_spaced,
    b"d1": _colourless,
}
