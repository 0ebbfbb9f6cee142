"""The styles of a Word file: what each says itself, and what it takes from those below it (ECMA-376, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

Node = etree._Element  # noqa: SLF001 - the type of lxml's elements has no public name

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 40
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by their id; ``defaults`` hold below all of them."""

    by_id: Mapping[str, Node] = field(repr=False)
    usual: Mapping[str, str]
    defaults: Node | None = field(repr=False)
    language: str = ""

    def chain(self, style: str | None, kind: str = "paragraph") -> Iterator[Node]:
        """Give a style and those below it; without a name, the usual one of its kind."""
        wanted = style if style in self.by_id else self.usual.get(kind)
        for _ in range(_DEEPEST):
            found = self.by_id.get(wanted) if wanted else None
            if found is None:
                return
            yield found
            below = found.find(f"{_W}basedOn")
            wanted = below.get(f"{_W}val") if below is not None else None

    def name(self, style: str | None) -> str:
        """Give the name of a style as people see it."""
        found = self.by_id.get(style or "")
        name = found.find(f"{_W}name") if found is not None else None
        return name.get(f"{_W}val", "") if name is not None else style or ""

    def level(self, style: str | None) -> int:
        """Give the level of headings that a style has: 1 for the highest, 0 for none."""
        for each in self.chain(style):
            outline = each.find(f"{_W}pPr/{_W}outlineLvl")
            if outline is not None:
                written = outline.get(f"{_W}val", "")
                return int(written) + 1 if written.isdigit() and int(written) < _LEVELS else 0
        name = self.name(style).casefold()
        for word in ("heading ", "überschrift "):
            if name.startswith(word) and name.removeprefix(word).isdigit():
                return int(name.removeprefix(word))
        return 0


def read_styles(written: Node | None) -> Styles:
    """Read the part with the styles; a file without it has none."""
    if written is None:
        return Styles({}, {}, None)
    by_id: dict[str, Node] = {}
    usual: dict[str, str] = {}
    for style in written.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        by_id[name] = style
        if style.get(f"{_W}default") in {"1", "true", "on"}:
            usual[style.get(f"{_W}type", "")] = name
    defaults = written.find(f"{_W}docDefaults")
    return Styles(by_id, usual, defaults, _language(by_id, usual, defaults))


def _language(by_id: Mapping[str, Node], usual: Mapping[str, str], defaults: Node | None) -> str:
    places = [by_id.get(usual.get("paragraph", "")), defaults]
    for place in places:
        found = place.find(f".//{_W}lang") if place is not None else None
        if found is not None and found.get(f"{_W}val"):
            return found.get(f"{_W}val", "")
    return ""
