"""Finishing the screen edition: boxes, page labels, title and the claim to be PDF/UA."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.pages.tagging.xmp import write_xmp

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'\d\d)?")


@dataclass(frozen=True, slots=True)
class ScreenFinish:
    """What the screen edition says of itself.

    ``labels`` are the printed folios, one for each page; what is no number is kept as it is ("Umschlag"). A file of ``spreads``
    begins with the front of a cover and opens as pairs of facing pages.
    """

    title: str
    language: str
    labels: tuple[str, ...]
    spreads: bool = False
    standard: ScreenStandard = ScreenStandard.UA_1


def finish_screen(raw: bytes, finish: ScreenFinish) -> bytes:
    """Finish what ``draw_tagged`` has drawn; the same input gives the same bytes."""
    with Pdf.open(BytesIO(raw)) as pdf:
        root = pdf.Root
        root.Lang = String(finish.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if is_right_to_left(finish.language):
            # Which page of a pair lies on which side (ISO 32000-1, 12.2).
            root.ViewerPreferences.Direction = Name.R2L
        root.PageLabels = Dictionary(Nums=Array(list(_page_labels(finish.labels))))
        if finish.spreads:
            # The cover is page 1 and the first right-hand page is page 2: so odd pages of the file stand on the left.
            root.PageLayout = Name.TwoPageLeft
        if "/Outlines" in root:
            root.PageMode = Name.UseOutlines
        for page in pdf.pages:
            _crop(page.obj)
        pdf.trailer.Info.Title = String(finish.title)
        _describe(pdf, finish)
        if second := finish.standard is ScreenStandard.UA_2:
            # PDF/A-4 knows no information dictionary (ISO 19005-4, 6.1.3): the metadata say it all.
            del pdf.trailer.Info
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        out = BytesIO()
        packed = pikepdf.ObjectStreamMode.generate
        version = "2.0" if second else ""
        pdf.save(out, deterministic_id=True, object_stream_mode=packed, fix_metadata_version=False, force_version=version)
    return _plain_ends(out.getvalue())


def _plain_ends(content: bytes) -> bytes:
    """Write the end of line behind a stream that ends with a carriage return as another carriage return.

    Some checkers take the last byte of such a stream and the line feed behind it for one end of line, and
    then find the stream's length wrong (ISO 19005-2, 6.1.7.1). Nothing moves.
    """
    return content.replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")


def _crop(page: pikepdf.Object) -> None:
    """Show the trimmed page only: what lies in the bleed is for the printer."""
    trim = page.get("/TrimBox", page["/MediaBox"])
    page["/MediaBox"] = trim
    page["/CropBox"] = trim
    for name in ("/BleedBox", "/ArtBox"):
        if name in page:
            del page[name]


def _page_labels(labels: tuple[str, ...]) -> Iterator[pikepdf.Object | int]:
    """Write labels as ranges (ISO 32000-1, 12.4.2): numbers that follow each other share one entry."""
    before = None
    for at, label in enumerate(labels):
        number = int(label) if label.isdigit() else None
        if number is None:
            yield at
            yield Dictionary(P=String(label))
        elif before is None or number != before + 1:
            yield at
            yield Dictionary(S=Name.D, St=number) if number > 0 else Dictionary(P=String(label))
        before = number


def _describe(pdf: Pdf, finish: ScreenFinish) -> None:
    known = {key.removeprefix("/"): str(value) for key, value in pdf.trailer.Info.items()}
    for key in ("CreationDate", "ModDate"):
        if key in known:
            known[key] = _xmp_date(known[key])
    metadata = pdf.make_stream(write_xmp(known, finish.language, finish.standard))
    metadata.Type = Name.Metadata
    metadata.Subtype = Name.XML
    pdf.Root.Metadata = metadata


def _xmp_date(date: str) -> str:
    """Write the date of an information dictionary (ISO 32000-1, 7.9.4) as XMP does."""
    match = _DATE.match(date)
    if match is None:
        return ""
    year, month, day, hour, minute, second, zone = match.groups()
    written = "-".join(part for part in (year, month, day) if part)
    if hour:
        written += f"T{hour}:{minute or '00'}:{second or '00'}" + (zone or "Z").replace("'", ":")
    return written
