"""The door: what a file is, whether it may come in, and what in it is passed by. Nothing is unpacked before this."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from kursbuch_press.limits import Budget, Limits
from kursbuch_press.packages import Package, WordFile, open_word
from kursbuch_press.problems import PressError
from kursbuch_press.returns import wording
from kursbuch_press.returns.returned import Refused

LARGEST = 100
"""Megabytes of a file as it comes."""
LIMITS = Limits(megabytes=48, million_steps=1.5, seconds=20.0)
"""What reading may cost: a whole book has 6 MB of XML with 0.25 million tags; pictures are never unpacked."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODT = b"application/vnd.oasis.opendocument.text"
_DRIVE = re.compile(r"^[A-Za-z]:")
_FOREIGN_PROGRAMS = ("xl/", "ppt/")


def kind_of(content: bytes) -> str:
    """Say what a file is: ``docx``, ``odt`` or ``pdf``; raises PressError with what to do for anything else."""
    if not content.strip(b"\0 \r\n\t"):
        raise PressError(wording.EMPTY)
    if len(content) > LARGEST << 20:
        raise PressError(wording.TOO_BIG.format(most=LARGEST))
    head = content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(_OLE):
        raise PressError(wording.LOCKED if _ENCRYPTED in content[:1_000_000] else wording.OLD_WORD)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        raise PressError(wording.RTF)
    if re.match(rb"<(?:!doctype|html|\?xml)", head, re.IGNORECASE) and b"<html" in content[:4096].lower():
        raise PressError(wording.WEB_PAGE)
    if not head.startswith(b"PK"):
        raise PressError(wording.NO_OFFICE)
    return _packed_kind(content)


def _packed_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise PressError(wording.TRUNCATED) from error
    names = [info.filename for info in infos]
    for name in names:
        if ".." in re.split(r"[/\\]", name) or name.startswith(("/", "\\")) or _DRIVE.match(name):
            raise PressError(wording.CLIMBS.format(part=name[:80]))
    if content[30:100].startswith(b"mimetype" + _ODT) or ("content.xml" in names and "META-INF/manifest.xml" in names):
        return "odt"
    if any(name.startswith(_FOREIGN_PROGRAMS) for name in names) and "word/document.xml" not in names:
        raise PressError(wording.OTHER_OFFICE)
    return "docx"


def open_return(content: bytes, name: str) -> WordFile:
    """Open a returned Word file within its budget; every refusal says what to do."""
    try:
        return open_word(content, name, Budget(LIMITS))
    except PressError as error:
        raise PressError(f"{error} {wording.SAVE_ANEW}", exit_code=error.exit_code) from error


def passed_by(file: WordFile) -> Iterator[Refused]:
    """Name what is in a package and was neither followed nor opened."""
    package = file.package
    for part in package.parts:
        folder, _, base = part.rpartition("/")
        if base.casefold().endswith("vbaproject.bin"):
            yield _refused("macro")
        elif folder.endswith(("embeddings", "activeX")):
            yield _refused("embedded", base)
        elif part.endswith(".rels"):
            yield from _outward(package, part)


def _outward(package: Package, rels: str) -> Iterator[Refused]:
    folder, _, base = rels.rpartition("/")
    source = "/".join(each for each in (folder.removesuffix("_rels").rstrip("/"), base.removesuffix(".rels")) if each)
    for relation in package.relations(source):
        if relation.external and relation.kind != "hyperlink":
            yield _refused("template" if relation.kind == "attachedTemplate" else "external", relation.target[:120])


def _refused(what: str, target: str = "") -> Refused:
    return Refused(what, wording.REFUSED[what].format(target=target))


def refused(what: str, text: str = "") -> Refused:
    """Give what was refused inside of the text."""
    return Refused(what, wording.REFUSED[what].format(target=""), text)
