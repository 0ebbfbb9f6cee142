"""What a file is, told by its first bytes: many a picture bears the name of another kind."""

from __future__ import annotations

from collections.abc import Callable

from kursbuch_press.sources.wording import pictures as wording
from kursbuch_press.sources.wording.words import Words

_BEGIN = (
    (b"%PDF", "PDF"),
    (b"%!PS", "EPS"),
    (b"\xc5\xd0\xd3\xc6", "EPS"),
    (b"8BPS", "PSD"),
    (b"\x1f\x8b", "SVGZ"),
    (b"\x01\x00\x00\x00\x6c", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_INSTEAD: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (lambda start: not start, wording.EMPTY),
    (lambda start: start.startswith(b"version https://git-lfs"), wording.LARGE_FILE),
    (lambda start: start.startswith(b"PK\x03\x04"), wording.OFFICE),
    (lambda start: start[:14].lower().startswith((b"<!doctype html", b"<html")), wording.PAGE),
)


def true_kind(content: bytes, wanted: str) -> Words | None:
    """Say what a file is that its reader does not know, or None if its bytes tell nothing or what its name says."""
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    instead = next((what for begins, what in _INSTEAD if begins(start)), None)
    if instead:
        return wording.no_picture_at_all(instead)
    if start[4:8] == b"ftyp":
        return wording.other_format("AVIF" if start[8:12] in {b"avif", b"avis"} else "HEIC", wanted)
    if b"<svg" in start:
        kind = "SVG"
    elif start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        kind = "WebP"
    else:
        kind = next((kind for begin, kind in _BEGIN if content.startswith(begin)), wanted)
    return wording.other_format(kind, wanted) if kind != wanted else None
