"""Colours of a Word file as Word shows them: those of the theme, made lighter or darker, come before what is written beside."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterator

from kursbuch_press.checks.accessible.colours import Light, read_hex
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W14, A, Element, W

_MAPPED = {
    "text1": ("t1", "dk1"), "text2": ("t2", "dk2"), "background1": ("bg1", "lt1"), "background2": ("bg2", "lt2"),
    "tx1": ("t1", "dk1"), "tx2": ("t2", "dk2"), "bg1": ("bg1", "lt1"), "bg2": ("bg2", "lt2"),
}  # fmt: skip
"""Names that go through the mapping of the settings, and what they mean without one (ECMA-376, 17.15.1.20 and 20.1.6.8)."""
_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_FULL = 100_000.0
"""100 % in DrawingML (20.1.10.41)."""
_LINEAR_BELOW = 0.04045
_PRESETS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "green": "008000", "yellow": "FFFF00"}

Part = Callable[[float], float]


def colour_of(file: WordFile, holder: Element | None, name: str) -> Light | None:
    """Read a colour of WordprocessingML: ``val`` of w:color, ``color`` or ``fill`` of w:shd; None for „auto“.

    A colour of the theme comes before the one that is written (17.3.2.6): programs leave that as it once was.
    """
    if holder is None:
        return None
    prefix = "themeFill" if name == "fill" else "theme"
    named = holder.get(f"{W}themeFill" if name == "fill" else f"{W}themeColor", "")
    found = _of_theme(file, named) if named else None
    if found is None:
        return read_hex(holder.get(f"{W}{name}", "auto"))
    tint, shade = (_share(holder.get(f"{W}{prefix}{kind}")) for kind in ("Tint", "Shade"))
    if tint is not None:
        found = _in_hls(found, light_part=lambda level: level * tint + 1 - tint)
    if shade is not None:
        found = _in_hls(found, light_part=lambda level: level * shade)
    return found


def _share(written: str | None) -> float | None:
    """Read two hexadecimal digits as a share."""
    try:
        return min(max(int(written, 16), 0), 255) / 255 if written else None
    except ValueError:
        return None


def drawn_colour(file: WordFile, holder: Element, placeholder: Light | None = None) -> Light | None:
    """Read the colour that an element of DrawingML holds, with what is done to it; None where nobody can know how it looks.

    ``placeholder`` is what a style of the theme calls phClr.
    """
    for each in holder.iterchildren(f"{A}*", f"{W14}*"):
        found = _base(file, each, placeholder)
        return None if found is None else _changed(found, each)
    return None


def _base(file: WordFile, written: Element, placeholder: Light | None) -> Light | None:
    name = _value(written)
    match _kind(written):
        case "srgbClr":
            return read_hex(name)
        case "sysClr":
            return read_hex(written.get("lastClr", ""))
        case "prstClr":
            return read_hex(_PRESETS.get(name, ""))
        case "schemeClr":
            return placeholder if name == "phClr" else _of_theme(file, name)
        case _:
            return None


def _changed(light: Light, written: Element) -> Light | None:
    """Do what the children of a colour say, one after the other (20.1.2.3)."""
    for each in written.iterchildren(f"{A}*", f"{W14}*"):
        kind = _kind(each)
        share = _percent(each)
        change = _CHANGES.get(kind)
        if share is None or change is None:
            if kind == "alpha" and share == _opaque(each):
                continue
            return None
        light = change(light, share)
    return light


def _kind(written: Element) -> str:
    return str(written.tag).rpartition("}")[2]


def _value(written: Element) -> str:
    return written.get("val") or written.get(f"{W14}val") or ""


def _opaque(alpha: Element) -> int:
    """Give the share that means opaque: in DrawingML what covers, in effects of text what lets through (MS-DOCX 2.7.2)."""
    return 0 if str(alpha.tag).startswith(W14) else 1


def is_invisible(fill: Element) -> bool:
    """Whether a fill lets everything through."""
    return any(_percent(each) == 0 for each in fill.iter(f"{A}alpha"))


def stops(file: WordFile, gradient: Element) -> tuple[Light, ...]:
    """Give the colours between which a gradient runs; none where one of them is unknown."""
    found = [drawn_colour(file, each) for each in gradient.iter(f"{A}gs")]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else ()


def _percent(written: Element) -> float | None:
    text = _value(written)
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else int(text) / _FULL
    except ValueError:
        return None


def _of_theme(file: WordFile, name: str) -> Light | None:
    if file.theme is None:
        return None
    if name in _MAPPED:
        key, usual = _MAPPED[name]
        mapping = file.settings.find(f"{W}clrSchemeMapping") if file.settings is not None else None
        name = (mapping.get(f"{W}{key}") if mapping is not None else None) or usual
    name = _NAMES.get(name, name)
    for found in _entries(file.theme, name):
        return read_hex(found.get("lastClr") or found.get("val") or "")
    return None


def _entries(theme: Element, name: str) -> Iterator[Element]:
    if name.isalnum():
        yield from theme.findall(f".//{A}clrScheme/{A}{name}/*")


def _in_hls(light: Light, *, light_part: Part | None = None, strength: Part | None = None) -> Light:
    hue, level, saturation = colorsys.rgb_to_hls(*light)
    level = min(max(light_part(level) if light_part else level, 0.0), 1.0)
    saturation = min(max(strength(saturation) if strength else saturation, 0.0), 1.0)
    return Light(*colorsys.hls_to_rgb(hue, level, saturation))


def _in_linear(light: Light, part: Part) -> Light:
    """Change a colour by its share of light, without the curve of sRGB, as tint and shade of DrawingML do."""
    return Light(*(_curved(min(max(part(_straight(each)), 0.0), 1.0)) for each in light))


def _straight(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    return part * 12.92 if part <= _LINEAR_BELOW / 12.92 else 1.055 * part ** (1 / 2.4) - 0.055


_CHANGES: dict[str, Callable[[Light, float], Light]] = {
    "lumMod": lambda light, share: _in_hls(light, light_part=lambda level: level * share),
    "lumOff": lambda light, share: _in_hls(light, light_part=lambda level: level + share),
    "lum": lambda light, share: _in_hls(light, light_part=lambda _: share),
    "satMod": lambda light, share: _in_hls(light, strength=lambda level: level * share),
    "satOff": lambda light, share: _in_hls(light, strength=lambda level: level + share),
    "sat": lambda light, share: _in_hls(light, strength=lambda _: share),
    "tint": lambda light, share: _in_linear(light, lambda part: part * share + 1 - share),
    "shade": lambda light, share: _in_linear(light, lambda part: part * share),
    "inv": lambda light, _: Light(*(1 - part for part in light)),
}
