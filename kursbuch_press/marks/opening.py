"""Opening a PDF that may come from anybody: what cannot be read at all is a sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from kursbuch_press.marks import wording
from kursbuch_press.problems import FileError, PressError

MOST_PAGES = 2000
_LOSS = re.compile(r"decoding stream data|unfilterable stream|non-dictionary object; ignoring|expected .* in object stream")
LARGEST_FILE = 1 << 30
"""Bytes of a file that is read at all."""


def content_of_file(pdf: bytes | Path) -> bytes:
    """Read the bytes of a file; one that cannot be read is the machine's fault."""
    if isinstance(pdf, bytes):
        return pdf
    try:
        size = pdf.stat().st_size
        if size > LARGEST_FILE:
            raise PressError(wording.FILE_TOO_LARGE.format(file=pdf.name, size=size >> 20, most=LARGEST_FILE >> 20))
        return pdf.read_bytes()
    except OSError as error:
        raise PressError(wording.NOT_READABLE.format(file=pdf.name, reason=error.strerror or "")) from error


@contextmanager
def open_pdf(content: bytes) -> Iterator[Pdf]:
    """Open a file that may come from anybody; what cannot be judged at all raises PressError."""
    if b"%PDF-" not in content[:2048]:
        raise FileError(wording.NO_PDF)
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            _refuse_extremes(pdf)
            yield pdf
    except pikepdf.PasswordError as error:
        raise FileError(wording.LOCKED) from error
    except (pikepdf.PdfError, RecursionError, MemoryError) as error:
        raise FileError(wording.BROKEN.format(reason=reason_of(error)[:160])) from error


def reason_of(said: object) -> str:
    """Give what qpdf says in one line, without the address in memory at which it has read the file."""
    return " ".join(re.sub(r"\bstream <[^>]*>:? *", "", str(said)).split())


def tells_of_loss(reason: str) -> bool:
    """Whether qpdf could not repair what it tells of: data that cannot be unpacked, and pages that are none."""
    return _LOSS.search(reason) is not None


def _refuse_extremes(pdf: Pdf) -> None:
    count = len(pdf.pages)
    if not count:
        raise FileError(wording.NO_PAGES)
    if count > MOST_PAGES:
        raise PressError(wording.TOO_MANY_PAGES.format(count=count, most=MOST_PAGES))
