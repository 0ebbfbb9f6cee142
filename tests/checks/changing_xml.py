"""Changes of Word packages that a parser lets pass: elements, attributes and relations change places, values and kinds."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

_VALUES = (
    "", "0", "-1", "1.5", "99999999999999999999", "nan", "true", "none", "auto", "FFFFFF", "zz", "x-none", "de-DE", "heading 1",
    "Heading1", "../../../etc/passwd", "https://[::1", "file:///etc/passwd", "#", "\u202eabc", "a" * 5000, "äöü \u00ad", "rId1",
)  # fmt: skip
_DEEP = 200
_STORED = zipfile.ZIP_STORED
Tree = etree._Element  # noqa: SLF001 - lxml has no public name for it


def changed_package(content: bytes, chance: random.Random) -> bytes:
    """Change one to three parts of a package as trees; all parts stay well-formed, so that a reader comes far."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in chance.sample([each for each in parts if each.endswith((".xml", ".rels"))], k=chance.randint(1, 3)):
        parts[name] = _changed_part(parts[name], chance)
    if chance.random() < 0.1:
        _swap_parts(parts, chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", _STORED) as written:
        for name, part in parts.items():
            written.writestr(name, part)
    return target.getvalue()


def _changed_part(part: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(part)
    for _ in range(chance.randint(1, 8)):
        chance.choice(_CHANGES)(root, chance)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _swap_parts(parts: dict[str, bytes], chance: random.Random) -> None:
    """Lose a part, or let two change their places."""
    one, other = chance.sample(list(parts), k=2)
    if chance.random() < 0.5:
        del parts[one]
    else:
        parts[one], parts[other] = parts[other], parts[one]


def _elements(root: Tree) -> list[Tree]:
    return [each for each in root.iter(etree.Element) if each is not root] or [root]


def _drop(root: Tree, chance: random.Random) -> None:
    each = chance.choice(_elements(root))
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)


def _move(root: Tree, chance: random.Random) -> None:
    """Put a copy of an element somewhere else, also where it may not be."""
    copy = deepcopy(chance.choice(_elements(root)))
    new = chance.choice(_elements(root))
    new.insert(chance.randint(0, len(new)), copy)


def _repeat(root: Tree, chance: random.Random) -> None:
    each = chance.choice(_elements(root))
    parent = each.getparent()
    if parent is not None:
        for _ in range(chance.choice((1, 2, 40))):
            parent.append(deepcopy(each))


def _rename(root: Tree, chance: random.Random) -> None:
    """Call an element as another one of the part, or as one of nobody."""
    elements = _elements(root)
    each = chance.choice(elements)
    each.tag = chance.choice([chance.choice(elements).tag, chance.choice(elements).tag, "{urn:x}unknown", "bare"])


def _value(root: Tree, chance: random.Random) -> None:
    holders = [each for each in _elements(root) if each.attrib]
    if holders:
        each = chance.choice(holders)
        each.set(chance.choice(list(each.attrib)), chance.choice(_VALUES + tuple(_values_of(root, chance))))


def _values_of(root: Tree, chance: random.Random) -> Iterator[str]:
    """Give values that stand in the part: so references lead to another thing, or round in a circle."""
    holders = [each for each in root.iter(etree.Element) if each.attrib]
    for each in chance.sample(holders, k=min(len(holders), 12)):
        yield from each.attrib.values()


def _forget(root: Tree, chance: random.Random) -> None:
    holders = [each for each in _elements(root) if each.attrib]
    if holders:
        each = chance.choice(holders)
        del each.attrib[chance.choice(list(each.attrib))]


def _text(root: Tree, chance: random.Random) -> None:
    chance.choice(_elements(root)).text = chance.choice(_VALUES)


def _wrap(root: Tree, chance: random.Random) -> None:
    """Put an element into copies of its parent's kind, one in the other."""
    each = chance.choice(_elements(root))
    parent = each.getparent()
    if parent is None:
        return
    outer = inner = etree.SubElement(parent, parent.tag)
    for _ in range(chance.choice((1, 3, _DEEP))):
        inner = etree.SubElement(inner, chance.choice((parent.tag, each.tag)))
    inner.append(each)
    del outer


_CHANGES: tuple[Callable[[Tree, random.Random], None], ...] = (
    _drop, _move, _move, _repeat, _rename, _value, _value, _value, _forget, _text, _wrap,
)  # fmt: skip
