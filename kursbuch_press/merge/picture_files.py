"""Pictures in a Word file: their bytes, what they say to those who do not see them, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO

from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import Element
from kursbuch_press.returns.paragraphs import Paragraph, Story

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ENDINGS = {"PNG": "png", "JPEG": "jpg"}
_CREDIT, _BYLINE, _COPYRIGHT, _CAPTION = (2, 110), (2, 80), (2, 116), (2, 120)
"""IPTC-IIM 4.2: credit, by-line, copyright notice, caption."""
_WHOSE = ("photoshop:Credit", "dc:creator", "dc:rights")
_WHAT = ("Iptc4xmpCore:AltTextAccessibility", "Iptc4xmpCore:ExtDescrAccessibility", "dc:description")
"""IPTC Photo Metadata 2021.1, as XMP writes it."""


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture that can be printed; ``alt`` and ``credit`` are empty where the file says nothing."""

    content: bytes
    ending: str
    alt: str
    credit: str


def found_pictures(file: WordFile, story: Story) -> Mapping[int, Sequence[FoundPicture]]:
    """Give the pictures by the ``id()`` of the paragraph they stand in; what is no PNG or JPEG is left out."""
    drawings = [
        each for each in file.body.iter(f"{_WP}inline", f"{_WP}anchor") if next(each.iter(f"{_A}blip"), None) is not None
    ]
    with_pictures = [paragraph for paragraph in story.body for _ in paragraph.pictures]
    if len(drawings) != len(with_pictures):
        with_pictures = with_pictures[: len(drawings)] or story.body[-1:]
    targets = {each.id: each for each in file.package.relations(file.main)}
    found: dict[int, list[FoundPicture]] = {}
    for at, drawing in enumerate(drawings):
        blip = next(drawing.iter(f"{_A}blip"))
        relation = targets.get(blip.get(f"{_R}embed", ""))
        picture = _picture(file, relation.target, drawing) if relation is not None and not relation.external else None
        if picture is not None and with_pictures:
            paragraph: Paragraph = with_pictures[min(at, len(with_pictures) - 1)]
            found.setdefault(id(paragraph), []).append(picture)
    return found


def _picture(file: WordFile, target: str, drawing: Element) -> FoundPicture | None:
    if target not in file.package:
        return None
    content = file.package.content(target)
    try:
        with Image.open(BytesIO(content)) as image:
            ending = _ENDINGS.get(image.format or "", "")
            said, packet = _iptc(image), _xmp_packet(image, content)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    about = drawing.find(f"{_WP}docPr")
    alt = " ".join((about.get("descr", "") if about is not None else "").split())
    alt = alt or _xmp(packet, _WHAT) or _first(said, (_CAPTION,))
    credit = _first(said, (_CREDIT, _BYLINE, _COPYRIGHT)) or _xmp(packet, _WHOSE)
    return FoundPicture(content, ending, alt, credit) if ending else None


def _iptc(image: ImageFile.ImageFile) -> Mapping[tuple[int, int], object]:
    try:
        return IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, ValueError, OSError):
        return {}


def _first(said: Mapping[tuple[int, int], object], keys: Sequence[tuple[int, int]]) -> str:
    """Give the first of some fields that says something; older programs write them in the letters of Windows."""
    for key in keys:
        value = said.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if not isinstance(value, bytes):
            continue
        try:
            words = value.decode("utf-8")
        except UnicodeDecodeError:
            words = value.decode("cp1252", "replace")
        if words := " ".join(words.split()):
            return words
    return ""


def _xmp_packet(image: ImageFile.ImageFile, content: bytes) -> str:
    """Give the XMP of a picture: PNG may hold it compressed, others have it as it is."""
    for key in ("xmp", "XML:com.adobe.xmp"):
        packet = image.info.get(key)
        if packet:
            return packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
    start = content.find(b"<x:xmpmeta")
    return content[start : content.find(b"</x:xmpmeta>", start)].decode("utf-8", "replace") if start >= 0 else ""


def _xmp(packet: str, names: Sequence[str]) -> str:
    """Give what an XMP packet says under the first of some names, as an attribute, an element, or a list in one."""
    for name in names:
        element = rf"<{name}[^<>]*>\s*(?:<rdf:\w+[^<>]*>\s*<rdf:li[^<>]*>)?([^<]+)<"
        match = re.search(rf"{name}\s*=\s*(?:\"([^\"]+)\"|'([^']+)')", packet) or re.search(element, packet)
        if match and (words := " ".join(unescape(next(filter(None, match.groups()))).split())):
            return words
    return ""
