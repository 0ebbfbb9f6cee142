"""The claim: a file that says in its metadata that it is PDF/UA, and lets assistive technology read it."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.wording import readable_pdf as words
from kursbuch_press.marks.xmp import Xmp

NO_XMP, NO_CLAIM = Clause("06-001", standard="ISO 14289-1, 7.1"), Clause("06-002", standard="ISO 14289-1, 5")
LOCKED = Clause("26-002", "4.1.2")
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
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
    found = xmp.find(f".//{_UA}")
    if found is not None:
        return (found.text or "").strip()
    return next((value for each in xmp.iter(f"{_RDF}Description") if (value := each.get(_UA))), "")


def _judge(file: PdfFile) -> Result:
    xmp = file.xmp
    part = claimed_part(xmp)
    seen = list(_faults(file, xmp, part))
    return Result(seen=tuple(seen), measured=words.CLAIMS.format(part=part) if part else words.CLAIMS_NOTHING)


def _faults(file: PdfFile, xmp: Xmp | None, part: str) -> Iterator[Seen]:
    if xmp is None:
        yield Seen(words.NO_XMP, clause=NO_XMP)
    elif part not in {"1", "2"}:
        yield Seen(words.NO_CLAIM, clause=NO_CLAIM)
    if file.pdf.is_encrypted and not file.pdf.allow.accessibility:
        yield Seen(words.NO_ACCESS, clause=LOCKED)


CHECK = Check("claim", _judge, (NO_XMP, NO_CLAIM, LOCKED))
