"""Whether data that no library of ours decodes can be whole: colour profiles, tables of colours and signs, fax, JBIG2."""

from __future__ import annotations

import io
import re

from PIL import ImageCms

_PROFILE_HEAD = 132  # bytes before the table of tags, their number included (ICC.1, 7.2 and 7.3)
_SEGMENT_HEAD = 11  # the shortest head of a segment (ITU-T T.88, 7.2)
_SEGMENTS = frozenset({0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 52, 53, 62})
_PAGE = 48
_OPEN_END = 0xFFFFFFFF
_EDGE = re.compile(rb"\b(begin|end)(bfchar|bfrange|cidchar|cidrange|codespacerange)\b")
_CODES = re.compile(rb"<[0-9A-Fa-f\s]*>|/[^\s<>\[\]/]+|\d+|[\[\]\s\0]+")
_COMMENT = re.compile(rb"%[^\r\n]*")
_TABLE_WORDS = (b"bfchar", b"bfrange", b"cidchar", b"cidrange", b"usecmap")
_MODES = {b"GRAY": "L", b"RGB ": "RGB", b"CMYK": "CMYK", b"Lab ": "LAB"}


def is_whole_profile(icc: bytes) -> bool:
    """Whether a colour profile has all that its head and its table of tags name."""
    if len(icc) < _PROFILE_HEAD or icc[36:40] != b"acsp" or int.from_bytes(icc[:4], "big") > len(icc):
        return False
    end = _PROFILE_HEAD + 12 * int.from_bytes(icc[128:132], "big")
    entries = (icc[at : at + 12] for at in range(_PROFILE_HEAD, min(end, len(icc)), 12))
    return end <= len(icc) and all(
        int.from_bytes(each[4:8], "big") + int.from_bytes(each[8:12], "big") <= len(icc) for each in entries
    )


def is_usable_profile(icc: bytes) -> bool:
    """Whether a profile is whole and colours can be reckoned by it."""
    mode = _MODES.get(icc[16:20])
    if not is_whole_profile(icc):
        return False
    if mode is None:
        return True
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return False
    return True


def channels_of_profile(icc: bytes) -> int | None:
    """Give for how many channels a profile is (ICC.1, 7.2.8), None where its head does not say so."""
    mode = _MODES.get(icc[16:20])
    return None if mode is None else len(mode) if mode != "L" else 1


def is_table_of_signs(content: bytes) -> bool:
    """Whether a stream can be a CMap (Adobe Technical Note 5014): blocks of codes, each with its end and nothing else in it."""
    if not any(word in content for word in _TABLE_WORDS):
        return False
    plain = _COMMENT.sub(b"", content)
    edges = list(_EDGE.finditer(plain))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return len(edges) == 2 * len(pairs) and all(
        (begin[1], end[1]) == (b"begin", b"end")
        and begin[2] == end[2]
        and not _CODES.sub(b"", plain[begin.end() : end.start()])
        for begin, end in pairs
    )


def can_be_fax(content: bytes, rows: int) -> bool:
    """Whether data can be a fax (ITU-T T.4, T.6) of so many rows: each takes a bit at least, and no code is of zeros alone."""
    return len(content) * 8 >= rows and any(content)


def can_be_jbig2(content: bytes) -> bool:
    """Whether data goes on from segment to segment up to its end, with a page among them (ITU-T T.88, 7.2)."""
    at, has_page = 0, False
    while len(content) - at >= _SEGMENT_HEAD:
        head = content[at : at + _SEGMENT_HEAD]
        if head[4] & 63 not in _SEGMENTS:
            return False
        number, flags, references = int.from_bytes(head[:4], "big"), head[4], head[5] >> 5
        at += 6
        if references == 7:  # noqa: PLR2004 - the long form (7.2.4)
            references = int.from_bytes(content[at - 1 : at + 3], "big") & 0x1FFFFFFF
            at += 3 + (references + 8) // 8
        at += references * (1 if number <= 0x100 else 2 if number <= 0x10000 else 4) + (4 if flags & 0x40 else 1)  # noqa: PLR2004 - 7.2.5
        length = int.from_bytes(content[at : at + 4], "big")
        has_page = has_page or flags & 63 == _PAGE
        if length == _OPEN_END:
            return has_page
        at += 4 + length
    return has_page and at <= len(content)
