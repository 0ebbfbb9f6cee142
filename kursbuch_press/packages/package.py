"""An Office package (ECMA-376, part 2): its parts and their relations, unpacked one by one and never beyond the budget."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from kursbuch_press.limits import Budget
from kursbuch_press.packages import wording
from kursbuch_press.packages.elements import Element
from kursbuch_press.packages.xml import parse
from kursbuch_press.problems import FileError

MOST_PARTS = 5000
MOST_MEGABYTES = 192
"""What a package may have unpacked in all."""
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""ECMA-376, part 2, annex C: nothing else is allowed in a package."""
_PIECE = 1 << 20
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between parts. ``kind`` is the last word of its type, such as ``styles``; ``target`` a part or an address."""

    id: str
    kind: str
    target: str
    external: bool = False


class Package:
    """The parts of a package; each is unpacked when it is asked for, once."""

    def __init__(self, content: bytes, name: str, budget: Budget) -> None:
        """Read the list of parts, nothing else yet."""
        self.name = name
        self._budget = budget
        self._trees: dict[str, Element | None] = {}
        self._relations: dict[str, tuple[Relation, ...]] = {}
        with _faults():
            self._packed = zipfile.ZipFile(io.BytesIO(content))
            self._entries = _entries(self._packed)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, as they are written."""
        return tuple(entry.filename for entry in self._entries.values())

    def __contains__(self, part: str) -> bool:
        """Whether there is a part; names of parts know no case (ECMA-376, part 2, 9.1.1.3)."""
        return part.casefold() in self._entries

    def content(self, part: str) -> bytes:
        """Unpack a part in pieces; raises PressError for one that is not there, broken, or larger than the budget."""
        entry = self._entries.get(part.casefold())
        if entry is None:
            raise FileError(wording.BROKEN_PART.format(part=part, reason=wording.NOT_THERE))
        held = 0
        pieces = []
        with _faults(part), self._packed.open(entry) as file:
            while piece := file.read(_PIECE):
                self._budget.unpack(len(piece))
                held += len(piece)
                self._budget.hold(held)
                pieces.append(piece)
        return b"".join(pieces)

    def xml(self, part: str) -> Element | None:
        """Give a part as a tree that Word would show; None for no such part."""
        key = part.casefold()
        if key not in self._trees:
            if part not in self:
                return None
            content = self.content(part)
            with _faults(part):
                self._trees[key] = parse(content, self._budget)
        return self._trees[key]

    def relations(self, part: str = "") -> tuple[Relation, ...]:
        """Give the relations of a part, or of the package itself; one without relations has none."""
        if part not in self._relations:
            folder, _, name = part.rpartition("/")
            written = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
            self._relations[part] = tuple(_read_relations(written, folder))
        return self._relations[part]

    def related(self, kind: str, part: str = "") -> tuple[str, ...]:
        """Give the parts to which a part has relations of a kind: only relations say what a part is, never its name."""
        found = (each.target for each in self.relations(part) if each.kind == kind and not each.external)
        return tuple(dict.fromkeys(target for target in found if target in self))


def open_package(content: bytes, name: str = "", budget: Budget | None = None) -> Package:
    """Open a package that may come from anybody; raises PressError for what is none."""
    return Package(content, name, budget or Budget())


def _entries(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Give the parts by their names without case; extremes are refused before anything is unpacked."""
    infos = packed.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_MEGABYTES << 20:
        raise FileError(wording.BOMB.format(most=MOST_MEGABYTES))
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise FileError(wording.LOCKED)
        if info.compress_type not in _PACKINGS:
            raise FileError(wording.PACKING)
        key = info.filename.casefold()
        if key in entries:
            raise FileError(wording.TWICE.format(part=info.filename))
        entries[key] = info
    return entries


def _read_relations(written: Element | None, folder: str) -> Iterator[Relation]:
    for each in written if written is not None else ():
        target = each.get("Target", "")
        external = each.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        yield Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target, external)


@contextmanager
def _faults(part: str = "") -> Iterator[None]:
    """Turn whatever a broken archive or broken XML raises into a sentence."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        etree.XMLSyntaxError,
        EOFError,
        OSError,
        NotImplementedError,
        ValueError,  # a name that is not in UTF-8, a date or an offset that cannot be
        struct.error,
        RuntimeError,  # zipfile, of a part behind a password
    ) as error:
        reason = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
        shape = wording.BROKEN_PART if part else wording.BROKEN
        raise FileError(shape.format(part=part, reason=reason)) from error
