"""Pictures on the pages: converted to ink once, and kept for the next build."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict
from io import BytesIO
from typing import Any, cast

from pikepdf import Object, Pdf, Stream
from PIL import Image, ImageChops, ImageCms

from kursbuch_press.disk import recording
from kursbuch_press.pages.prepress.finish import PrintFinish
from kursbuch_press.pages.prepress.image_objects import (
    Inked,
    as_image,
    fingerprint,
    is_jpeg,
    open_image,
    photograph,
    without_interpolation,
)
from kursbuch_press.pages.prepress.inks import Inks, apply, limit_ink, most_ink, transform
from kursbuch_press.pages.prepress.originals import open_picture

_VERSION = b"1"  # another number throws away what earlier versions have kept
# Few colours, and each in many places: a drawing or a screenshot.
_DRAWN, _PLACES = 4096, 16
_GREY = 3  # of 255 steps: what JPEG makes of a grey picture that was saved in colour
_BYTE = 256


class PictureInks:
    """Converts the images of a PDF; equal images are converted once, as long as the cache lives."""

    def __init__(self, inks: Inks, finish: PrintFinish) -> None:
        """Keep the inks, the originals, and the folder for converted pictures."""
        self._inks = inks
        self._cache = finish.cache
        self._originals = finish.originals
        self._icc = finish.condition.icc
        self._salt = _VERSION + hashlib.sha256(finish.condition.icc).digest() + inks.fingerprint
        self.converted = 0

    def convert(self, pdf: Pdf, image: Object) -> Object:
        """Give the image in ink with the mask that it had; stencils (1 bit, in the colour of text) stay."""
        if image.get("/ImageMask"):
            return without_interpolation(image)
        original = self._original(image)
        key = self._key(image, original)
        inked = self._kept(key)
        if inked is None:
            inked = self._from_original(original) if original else self._inked(open_image(image), lossy=is_jpeg(image))
            self._keep(key, inked)
        self.converted += 1
        return _with_mask(pdf, as_image(pdf, inked), image)

    def _original(self, image: Object) -> bytes:
        """Find the file of a picture that the layout could only show in sRGB."""
        if not self._originals:
            return b""
        file = self._originals.get(fingerprint(open_image(image)))
        return recording.read_bytes(file) if file else b""

    def _from_original(self, content: bytes) -> Inked:
        """Convert from the colours of the file itself; inks that are already right are kept as they are."""
        opened = open_picture(content)
        kind = "CMYK" if opened.picture.mode == "CMYK" else "RGB"
        picture = opened.picture.convert(kind)
        if kind == "CMYK" and opened.profile[16:20] != b"CMYK":
            return self._photograph(picture)
        if opened.profile != self._icc:
            own = ImageCms.ImageCmsProfile(BytesIO(opened.profile))
            picture = apply(picture, transform(own, self._inks.profile, (kind, "CMYK")))
        return self._photograph(picture)

    def _inked(self, picture: Image.Image, *, lossy: bool) -> Inked:
        """Choose how a picture becomes ink.

        Drawings are converted colour by colour like lines and text, so that their neutrals become black
        alone. In a photograph that would tear holes into the shadows: it goes through the profile as a whole,
        and only one that is grey all over prints in black.
        """
        if picture.mode == "CMYK":
            return self._photograph(picture)
        few = min(_DRAWN, max(_BYTE, picture.width * picture.height // _PLACES))
        colours = picture.getcolors(few) if picture.mode == "RGB" else None
        if colours is not None:
            return self._drawing(picture, [cast("tuple[int, int, int]", colour) for _, colour in colours])
        grey = _as_grey(picture)
        return self._photograph(self._inks.picture(picture)) if grey is None else self._black(grey, lossy=lossy)

    def _photograph(self, inked: Image.Image) -> Inked:
        """Pack as JPEG, unless its ringing would put more ink on a spot than the limit: then without loss."""
        limited = limit_ink(inked, self._inks.limit)
        packed = photograph(limited)
        if most_ink(Image.open(BytesIO(packed.content))) <= self._inks.limit:
            return packed
        content = zlib.compress(limited.tobytes(), 9)
        return Inked(*inked.size, "/DeviceCMYK", "/FlateDecode", content=content)

    def _black(self, grey: Image.Image, *, lossy: bool) -> Inked:
        """DeviceGray is the black plate turned round: 0 is full ink."""
        plate = grey.point([255 - black for black in self._inks.black_curve])
        if lossy:
            return photograph(plate)
        return Inked(*grey.size, "/DeviceGray", "/FlateDecode", content=zlib.compress(plate.tobytes(), 9))

    def _drawing(self, picture: Image.Image, colours: list[tuple[int, int, int]]) -> Inked:
        inks = {colour: self._bytes(colour) for colour in sorted(colours)}
        pixels = cast("Iterable[tuple[int, int, int]]", picture.get_flattened_data())
        if len(inks) > _BYTE:
            content = b"".join(inks[pixel] for pixel in pixels)
            return Inked(*picture.size, "/DeviceCMYK", "/FlateDecode", content=zlib.compress(content, 9))
        index = {colour: number for number, colour in enumerate(inks)}
        content = bytes(index[pixel] for pixel in pixels)
        palette = b"".join(inks.values()).hex()
        return Inked(*picture.size, "/Indexed", "/FlateDecode", palette=palette, content=zlib.compress(content, 9))

    def _bytes(self, colour: tuple[int, int, int]) -> bytes:
        return bytes(round(value * 255) for value in self._inks.of((colour[0] / 255, colour[1] / 255, colour[2] / 255)))

    def _key(self, image: Object, original: bytes) -> str:
        key = hashlib.sha256(self._salt + hashlib.sha256(original).digest())
        for name in ("/Width", "/Height", "/ColorSpace", "/Decode", "/DecodeParms", "/BitsPerComponent"):
            value: Any = image.get(name)
            key.update(value.unparse(resolved=True) if isinstance(value, Object) else str(value).encode())
        key.update(image.read_raw_bytes())
        return key.hexdigest()

    def _kept(self, key: str) -> Inked | None:
        """Give what an earlier build has converted."""
        found = self._cache.get(key) if self._cache else None
        if found is None:
            return None
        fields, _, content = found.partition(b"\n")
        try:
            return Inked(**json.loads(fields), content=content)
        except (ValueError, TypeError):
            return None

    def _keep(self, key: str, inked: Inked) -> None:
        if self._cache is not None:
            fields = {name: value for name, value in asdict(inked).items() if name != "content"}
            self._cache.put(key, json.dumps(fields).encode() + b"\n" + inked.content)


def as_luminosity(pdf: Pdf, image: Object) -> Object:
    """Give the image in grey for a soft mask, with the weights of ISO 32000-1, 10.3.5."""
    if image.get("/ImageMask"):
        return without_interpolation(image)
    grey = open_image(image).convert("L")
    content = zlib.compress(grey.tobytes(), 9)
    return _with_mask(pdf, as_image(pdf, Inked(*grey.size, "/DeviceGray", "/FlateDecode", content=content)), image)


def _with_mask(pdf: Pdf, made: Stream, image: Object) -> Object:
    for mask in ("/SMask", "/Mask"):
        if isinstance(image.get(mask), Stream):
            made[mask] = without_interpolation(image[mask])
    return pdf.make_indirect(made)


def _as_grey(picture: Image.Image) -> Image.Image | None:
    if picture.mode == "L":
        return picture
    red, green, blue = picture.split()
    apart = max(sum(ImageChops.difference(green, other).histogram()[_GREY + 1 :]) for other in (red, blue))
    return None if apart else green
