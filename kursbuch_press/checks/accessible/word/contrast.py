"""Contrast in a Word file: the colour of each text against the shading that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.checks.accessible.clauses import TEXT_CONTRAST
from kursbuch_press.checks.accessible.colours import WHITE, Light, contrast, read_hex
from kursbuch_press.checks.accessible.pdf.text_contrast import limit_for
from kursbuch_press.checks.accessible.word.grounds import Grounds, colour_of_shape, conditions, ground_around, shade
from kursbuch_press.checks.accessible.word.theme import colour_of, drawn_colour
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, number, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W14, Element, W, is_on, value

_ROUNDING = 0.005
_USUAL_SIZE = 10.0
"""Points, where nothing says a size (ECMA-376, 17.3.2.38)."""
_BLACK = Light(0, 0, 0)
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks: its colours, its size in points, and the style that says so."""

    light: Light
    ground: Light
    size: float
    bold: bool
    style: str


def _judge(file: WordFile) -> Result:
    found: dict[Look, str] = {}
    total = 0
    for paragraph in _paragraphs(file):
        sources = _sources(file, paragraph)
        for run in paragraph.iter(f"{W}r"):
            text = "".join(each.text or "" for each in run.iterchildren(f"{W}t")).strip()
            own = next(run.iterancestors(f"{W}p"), None) is paragraph  # a text box holds paragraphs of its own
            if text and own and not is_on(run, "rPr", "vanish"):
                total += 1
                look = _look(file, paragraph, run, sources)
                if look is not None:
                    found.setdefault(look, text)
    seen = [each for look, text in found.items() for each in _told(look, text)]
    lowest = min((contrast(look.light, look.ground) for look in found), default=21.0)
    measured = words.LOWEST.format(ratio=number(lowest, 2), count=count(total, "Textstück", "Textstücke"))
    return Result(seen=tuple(seen), measured=measured if total else "–")


def _paragraphs(file: WordFile) -> Iterator[Element]:
    """Give the paragraphs that are seen: those of the text, of notes, and at head and foot of the pages."""
    yield from file.paragraphs()
    for part in (*file.notes, *file.related("header"), *file.related("footer")):
        yield from part.iter(f"{W}p")


def _told(look: Look, text: str) -> Iterator[Seen]:
    ratio, limit = contrast(look.light, look.ground), limit_for(look.size, bold=look.bold)
    if ratio < limit - _ROUNDING:
        message = words.LOW_CONTRAST.format(
            text=shortened(text, 50),
            ratio=number(ratio, 2),
            limit=number(limit),
            colour=look.light.hex,
            ground=look.ground.hex,
        )
        yield Seen(message, place=words.STYLE.format(name=look.style) if look.style else "", clause=TEXT_CONTRAST)


def _sources(file: WordFile, paragraph: Element) -> list[Element]:
    """Give what a paragraph takes its looks from, below its runs: its style, that of its table, the defaults."""
    sources = [*file.styles.chain(value(paragraph, "pPr", "pStyle"))]
    for cell in paragraph.iterancestors(f"{W}tc"):
        sources.extend(conditions(file, cell))
    for table in paragraph.iterancestors(f"{W}tbl"):
        sources.extend(file.styles.chain(value(table, "tblPr", "tblStyle"), "table"))
    if file.styles.defaults is not None:
        defaults = file.styles.defaults.find(f"{W}rPrDefault")
        sources.extend([] if defaults is None else [defaults])
    return sources


def _look(file: WordFile, paragraph: Element, run: Element, sources: list[Element]) -> Look | None:
    named = value(run, "rPr", "rStyle")
    around = [run, *(file.styles.chain(named, "character") if named else ()), *sources]
    size = next((written for each in around if (written := value(each, "rPr", "sz"))), "")
    bold = next((on for each in around if (on := is_on(each, "rPr", "b")) is not None), False)
    grounds = _ground(file, paragraph, around)
    given = colour_of_shape(file, paragraph)
    light = _light(file, around, grounds[0], given) if grounds else None
    if light is None:
        return None
    ground = max(grounds, key=lambda each: contrast(light, each))  # where a gradient is best, if that is not enough
    points = float(size) / 2 if size.isdigit() else _USUAL_SIZE
    style = file.styles.name(named or value(paragraph, "pPr", "pStyle"))
    return Look(light, ground, points, bold, style)


def _light(file: WordFile, around: list[Element], ground: Light, given: Light | None) -> Light | None:
    """Give the colour of a text; None where an effect paints it in a way that nobody can know.

    ``given`` is what a shape gives to text that says nothing itself.
    """
    for each in around:
        effect = each.find(f"{W}rPr/{W14}textFill")
        if effect is not None:  # since Word 2010 it comes before the colour (MS-DOCX 2.2.3.26)
            plain = effect.find(f"{W14}solidFill")
            return None if plain is None else drawn_colour(file, plain)
        written = each.find(f"{W}rPr/{W}color")
        if written is not None:
            return colour_of(file, written, "val") or _automatic(ground)
    return given or _automatic(ground)


def _automatic(ground: Light) -> Light:
    """Word turns automatic text white on a dark ground (17.3.2.6)."""
    return WHITE if contrast(WHITE, ground) > contrast(_BLACK, ground) else _BLACK


def _ground(file: WordFile, paragraph: Element, around: list[Element]) -> Grounds:
    """Give the nearest ground: of the run, its marker, the paragraph, and then of what holds the paragraph."""
    marker = next((name for each in around if (name := value(each, "rPr", "highlight")) is not None), None)
    if marker in _MARKERS:
        return (read_hex(_MARKERS[marker]) or WHITE,)
    for each in around:
        found = shade(file, each.find(f"{W}rPr/{W}shd"))
        if found is not None:
            return (found,)
    for each in (paragraph, *around[1:]):
        found = shade(file, each.find(f"{W}pPr/{W}shd"))
        if found is not None:
            return (found,)
    return ground_around(file, paragraph)


CHECK = Check("word-contrast", _judge, (TEXT_CONTRAST,))
