"""Files for the checks: a small print file without a fault, into which each test puts one."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import CheckState, Known, PrintWish, Verdict, judge_print
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.marks.geometry import MM

PROJECT = Path(__file__).parents[2]
BLEED = 3 * MM
TRIM = (148 * MM, 210 * MM)
WISH = PrintWish(fonts=("Fira Sans",), smallest_text=6)

Draw = Callable[[Canvas], None]
"""Draws on a canvas whose origin is the lower left corner of the trimmed page."""

_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped="False"
 xmp:CreateDate="2014-06-27" xmp:ModifyDate="2014-06-27" xmp:MetadataDate="2014-06-27"
 xmpMM:DocumentID="uuid:1" xmpMM:VersionID="1" xmpMM:RenditionClass="default">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Probe</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


@dataclass(frozen=True)
class Pages:
    """What goes onto the first page by ``draw``; ``mend`` changes the finished PDF."""

    draw: Draw | None = None
    mend: Callable[[pikepdf.Pdf], None] | None = None
    count: int = 4


def print_file(pages: Pages) -> bytes:
    """A PDF/X-4 of A5 pages by ReportLab: 3 mm of bleed, a background into it, K-only text in Fira Sans."""
    font()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED), invariant=1, pageCompression=1)
    for number in range(pages.count):
        canvas.translate(BLEED, BLEED)
        canvas.setFillColorCMYK(0.14, 0.05, 0, 0)
        canvas.rect(-BLEED, TRIM[1] - 100, TRIM[0] + 2 * BLEED, 100 + BLEED, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.setFont("Fira", 9.6)
        canvas.drawString(60, 300, "Ankommen und bleiben")
        if pages.draw is not None and number == 0:
            pages.draw(canvas)
        canvas.showPage()
    canvas.save()
    return _finished(target.getvalue(), pages.mend)


def font() -> None:
    """Make Fira Sans known to ReportLab, which keeps its fonts for the whole process."""
    if "Fira" not in pdfmetrics.getRegisteredFontNames():
        spec = importlib.util.find_spec("fontpkg_fira_sans")
        assert spec is not None
        assert spec.origin is not None
        folder = Path(spec.origin).parent / "files"
        pdfmetrics.registerFont(TTFont("Fira", folder / "FiraSans-Regular.ttf"))


def _finished(content: bytes, mend: Callable[[pikepdf.Pdf], None] | None) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.TrimBox = pikepdf.Array([BLEED, BLEED, BLEED + TRIM[0], BLEED + TRIM[1]])
            page.BleedBox = page.MediaBox
            if "/Trans" in page:
                del page["/Trans"]
        profile = pdf.make_stream((PROJECT / "layouts/profiles/ISOcoated_v2_300_bas.icc").read_bytes(), N=4)
        pdf.Root.OutputIntents = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent,
                    S=pikepdf.Name.GTS_PDFX,
                    OutputConditionIdentifier=pikepdf.String("FOGRA39"),
                    RegistryName=pikepdf.String("http://www.color.org"),
                    DestOutputProfile=profile,
                ),
            ]
        )
        pdf.Root.Metadata = pdf.make_stream(_XMP.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        if mend is not None:
            mend(pdf)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def judged(
    content: bytes,
    wanted: PrintWish = WISH,
    laid_out: LaidOut | None = None,
    known: Known | None = None,
) -> Verdict:
    """The verdict on a file."""
    return judge_print(content, wanted, laid_out, known or Known(name="probe.pdf"))


def faults(verdict: Verdict) -> set[str]:
    """The names of the checks that found an error, but for the release: a file alone can never have it."""
    return {check.check for check in verdict.checks if check.state is CheckState.FAILED and check.check != "release"}


def warned(verdict: Verdict) -> set[str]:
    """The names of the checks that found nothing worse than what is worth a look."""
    return {check.check for check in verdict.checks if check.state is CheckState.WARNED}
