"""The claim: a file that says in its metadata that it is PDF/UA, and lets assistive technology read it."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.xmp import Xmp

NO_REVISION = Clause(standard="ISO 14289-2, 5")
NO_XMP, NO_CLAIM = Clause("06-001", standard="ISO 14289-1, 7.1"), Clause("06-002", standard="ISO 14289-1, 5")
LOCKED = Clause("26-002", "4.1.2")
_SPACE = "{http://www.aiim.org/pdfua/ns/id/}"
_UA = f"{_SPACE}part"
_REVISION = f"{_SPACE}rev"
SECOND, _SECOND_REVISION = "2", "2024"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def title_of(xmp: Xmp | None) -> str:
    """Give dc:title in its default language."""
    if xmp is None:
        return ""
    found = xmp.find(f".//{_DC}title//{_RDF}li")
    return (found.text or "").strip() if found is not None else ""


def claimed_part(xmp: Xmp | None) -> str:
    """Give the part of ISO 14289 that the file claims; it stands in an element or in an attribute."""
    if xmp is None:
        return ""
    return _said(xmp, _UA)


def _said(xmp: Xmp, name: str) -> str:
    found = xmp.find(f".//{name}")
    if found is not None:
        return found.text or ""
    return next((value for each in xmp.iter(f"{_RDF}Description") if (value := each.get(name))), "")


def _has_prefix(xmp: Xmp) -> bool:
    """Whether all that belongs to the claim stands under the prefix that ISO 14289-1, table 1, demands."""
    for each in xmp.iter():
        if isinstance(each.tag, str) and each.tag.startswith(_SPACE) and each.prefix != "pdfuaid":
            return False
        if any(str(key).startswith(_SPACE) for key in each.attrib) and each.nsmap.get("pdfuaid") != _SPACE[1:-1]:
            return False
    return True


def _judge(file: PdfFile) -> Result:
    xmp = file.xmp
    part = claimed_part(xmp)
    seen = list(_faults(file, xmp, part))
    return Result(seen=tuple(seen), measured=words.CLAIMS.format(part=part) if part else words.CLAIMS_NOTHING)


def _faults(file: PdfFile, xmp: Xmp | None, part: str) -> Iterator[Seen]:
    if xmp is None:
        yield Seen(words.NO_XMP, clause=NO_XMP)
    elif not part:
        yield Seen(words.NO_CLAIM, clause=NO_CLAIM)
    elif part == SECOND and _said(xmp, _REVISION) != _SECOND_REVISION:
        yield Seen(words.WRONG_REVISION.format(revision=_SECOND_REVISION), clause=NO_REVISION)
    elif part not in {"1", SECOND}:
        yield Seen(words.WRONG_PART.format(part=shortened(part, 20)), clause=NO_CLAIM)
    elif not _has_prefix(xmp):
        yield Seen(words.WRONG_PREFIX, clause=NO_CLAIM)
    if file.pdf.is_encrypted and not file.pdf.allow.accessibility:
        yield Seen(words.NO_ACCESS, clause=LOCKED)


CHECK = Check("claim", _judge, (NO_XMP, NO_CLAIM, NO_REVISION, LOCKED))
