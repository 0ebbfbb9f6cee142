"""From a drawn PDF to one that a printer accepts: PDF/X-4 and PDF/A-2b in one file."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pikepdf

from kursbuch_press.pages.gradients import mend_gradients
from kursbuch_press.pages.prepress.boxes import set_boxes, strip_document
from kursbuch_press.pages.prepress.finish import Converted, Finished, PrintFinish
from kursbuch_press.pages.prepress.images import PictureInks
from kursbuch_press.pages.prepress.inks import Inks
from kursbuch_press.pages.prepress.intents import add_intents
from kursbuch_press.pages.prepress.metadata import add_metadata
from kursbuch_press.pages.prepress.plates import Plates
from kursbuch_press.pages.prepress.separating import Separation


def finish_print(raw: bytes, finish: PrintFinish) -> bytes:
    """Give the print PDF of a PDF that WeasyPrint has drawn without a variant, in sRGB and with bleed.

    PDF/A-2b adds nothing for the printer; it is there because PDF/A has judges that everybody can run, and
    they see most of what makes PDF/X-4: fonts, colours against the output intent, transparency, metadata.
    """
    return finish_and_tell(raw, finish).pdf


def finish_and_tell(raw: bytes, finish: PrintFinish) -> Finished:
    """Finish as ``finish_print`` does, and tell which colours had to go through the profile."""
    plates = Plates(Inks(finish.palette, finish.condition, finish.ink_limit))
    with pikepdf.open(BytesIO(raw)) as pdf:
        mend_gradients(pdf)
        pictures = PictureInks(plates.inks, finish)
        separation = Separation(pdf, plates, pictures, black_overprint=finish.black_overprint)
        for page in pdf.pages:
            set_boxes(page, finish.trim, finish.bleed)
            separation.separate(page)
        strip_document(pdf, finish.description.language)
        add_intents(pdf, finish.condition)
        add_metadata(pdf, finish.description, (finish.seed, hashlib.sha256(raw).hexdigest()))
        colours = tuple(Converted(rgb, ink) for rgb, ink in sorted(plates.converted.items()))
        return Finished(saved(pdf), colours, pictures.converted)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Write a PDF 1.6, which PDF/X-4 is made for, so that the same content gives the same bytes."""
    file = BytesIO()
    pdf.save(
        file,
        deterministic_id=True,
        force_version="1.6",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
    )
    # Nothing moves; some checkers take a carriage return that ends a stream and the line feed behind it for one end of
    # line, and then find the stream a byte too short (ISO 19005-2, 6.1.7.1).
    return file.getvalue().replace(b"\r\nendstream\nendobj", b"\r\rendstream\nendobj")
