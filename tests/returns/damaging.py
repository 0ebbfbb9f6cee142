"""Word files that somebody's program broke: elements cut out, doubled, swapped, wrapped and renamed at random."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.returns.editing import W

Element = Any
"""An element of lxml; tests reach deep into trees that they know."""
_WRAPPERS = (
    "ins", "del", "moveFrom", "moveTo", "p", "tc", "tr", "tbl", "sdt", "sdtContent", "hyperlink", "r", "t", "txbxContent",
    "fldSimple", "customXml", "smartTag", "footnoteReference", "ruby", "comment", "object", "pPr", "delText",
)  # fmt: skip
_VALUES = ("", "-1", "99999999", "x", "begin", "end", "2", "separator")
_FIRST = ("word/document.xml", "word/document.xml", "word/document.xml", "word/footnotes.xml")


def shaken(content: bytes, seed: int) -> bytes:
    """Give a file with up to a dozen elements that are not where they were."""
    chance = random.Random(seed)  # noqa: S311 - a test wants the same file again
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    names = [name for name in parts if name.startswith("word/") and name.endswith(".xml") and "theme" not in name]
    trees: dict[str, Element] = {}
    for _ in range(chance.randrange(1, 12)):
        name = chance.choice([*(each for each in _FIRST if each in parts), chance.choice(names)])
        root = trees.setdefault(name, etree.fromstring(parts[name]))
        elements = list(root.iter("*"))[1:]
        if elements:
            chance.choice(_DAMAGES)(chance.choice(elements), chance.choice(elements), chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, etree.tostring(trees[name]) if name in trees else part)
    return target.getvalue()


def _cut(one: Element, _other: Element, _chance: random.Random) -> None:
    one.getparent().remove(one)


def _double(one: Element, _other: Element, _chance: random.Random) -> None:
    one.addnext(copy.deepcopy(one))


def _copy(one: Element, other: Element, _chance: random.Random) -> None:
    other.addnext(copy.deepcopy(one))


def _move(one: Element, other: Element, _chance: random.Random) -> None:
    if all(above is not one for above in (other, *other.iterancestors())):
        other.append(one)


def _rename(one: Element, other: Element, _chance: random.Random) -> None:
    one.tag = other.tag


def _wrap(one: Element, _other: Element, chance: random.Random) -> None:
    wrapper = etree.Element(W + chance.choice(_WRAPPERS), {f"{W}id": "77", f"{W}author": "Wer"})
    one.addprevious(wrapper)
    wrapper.append(one)


def _unwrap(one: Element, _other: Element, _chance: random.Random) -> None:
    for child in list(one):
        one.addprevious(child)
    one.getparent().remove(one)


def _revalue(one: Element, _other: Element, chance: random.Random) -> None:
    if one.attrib:
        one.set(chance.choice(sorted(one.attrib)), chance.choice(_VALUES))


_DAMAGES: tuple[Callable[[Element, Element, random.Random], None], ...] = (
    _cut, _double, _copy, _move, _rename, _wrap, _unwrap, _revalue,
)  # fmt: skip
