"""The styles of a Word file: what each says itself, and what it takes from those below it (ECMA-376, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kursbuch_press.packages.elements import Element, W

_DEEPEST = 40
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by their id; ``defaults`` hold below all of them."""

    by_id: Mapping[str, Element] = field(repr=False)
    usual: Mapping[str, str]
    defaults: Element | None = field(repr=False)
    language: str = ""

    def chain(self, style: str | None, kind: str = "paragraph") -> Iterator[Element]:
        """Give a style and those below it; without a name, the usual one of its kind."""
        wanted = style if style in self.by_id else self.usual.get(kind)
        for _ in range(_DEEPEST):
            found = self.by_id.get(wanted) if wanted else None
            if found is None:
                return
            yield found
            below = found.find(f"{W}basedOn")
            wanted = below.get(f"{W}val") if below is not None else None

    def name(self, style: str | None) -> str:
        """Give the name of a style as people see it."""
        found = self.by_id.get(style or "")
        name = found.find(f"{W}name") if found is not None else None
        return name.get(f"{W}val", "") if name is not None else style or ""

    def level(self, style: str | None) -> int:
        """Give the level of headings that a style has: 1 for the highest, 0 for none."""
        for each in self.chain(style):
            outline = each.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                written = outline.get(f"{W}val", "")
                return int(written) + 1 if written.isdigit() and int(written) < _LEVELS else 0
        name = self.name(style).casefold()
        for word in ("heading ", "überschrift "):
            if name.startswith(word) and name.removeprefix(word).isdigit():
                return int(name.removeprefix(word))
        return 0


def read_styles(written: Element | None) -> Styles:
    """Read the part with the styles; a file without it has none."""
    if written is None:
        return Styles({}, {}, None)
    by_id: dict[str, Element] = {}
    usual: dict[str, str] = {}
    for style in written.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        by_id[name] = style
        if style.get(f"{W}default") in {"1", "true", "on"}:
            usual[style.get(f"{W}type", "")] = name
    defaults = written.find(f"{W}docDefaults")
    return Styles(by_id, usual, defaults, _language(by_id, usual, defaults))


def _language(by_id: Mapping[str, Element], usual: Mapping[str, str], defaults: Element | None) -> str:
    places = [by_id.get(usual.get("paragraph", "")), defaults]
    for place in places:
        found = place.find(f".//{W}lang") if place is not None else None
        if found is not None and found.get(f"{W}val"):
            return found.get(f"{W}val", "")
    return ""
