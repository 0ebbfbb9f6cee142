"""Images as they stand in a PDF, from and to Pillow."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Name, Object, Pdf, Stream
from PIL import Image, ImageChops

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.spaces import Family, family
from kursbuch_press.problems import PressError

_QUALITY = 95  # JPEG adds at most one point of ink at this quality (measured on dark noise)
_EIGHT_BITS = 8
_MODES = {Family.GREY: "L", Family.RGB: "RGB", Family.CMYK: "CMYK"}


@dataclass(frozen=True, slots=True)
class Inked:
    """A picture in ink, ready for a PDF. ``palette`` holds CMYK in hex, for up to 256 colours.

    ``inverted`` says that 0 is full ink, as in every CMYK JPEG since Photoshop.
    """

    width: int
    height: int
    space: str
    filter: str
    inverted: bool = False
    palette: str = ""
    content: bytes = field(default=b"", repr=False)


def as_image(pdf: Pdf, inked: Inked) -> Stream:
    """Give an image object without interpolation: what looks smooth on a screen is a blur on a plate."""
    image = Stream(
        pdf,
        inked.content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=inked.width,
        Height=inked.height,
        BitsPerComponent=_EIGHT_BITS,
        Filter=Name(inked.filter),
    )
    if inked.palette:
        palette = bytes.fromhex(inked.palette)
        image.ColorSpace = Array(
            [Name.Indexed, Name.DeviceCMYK, len(palette) // 4 - 1, pikepdf.String(palette)],
        )
    else:
        image.ColorSpace = Name(inked.space)
    if inked.inverted:
        image.Decode = Array([1, 0] * 4)
    return image


def photograph(picture: Image.Image) -> Inked:
    """Give a CMYK or grey picture as JPEG with full colour resolution."""
    file = BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    inked = picture.mode == "CMYK"
    space = "/DeviceCMYK" if inked else "/DeviceGray"
    return Inked(*picture.size, space, "/DCTDecode", inverted=inked, content=file.getvalue())


def fingerprint(picture: Image.Image) -> str:
    """Name a picture by its colours alone, so that it is known again however a PDF packs it."""
    return hashlib.sha256(repr((picture.mode, picture.size)).encode() + picture.tobytes()).hexdigest()


def open_image(image: Object) -> Image.Image:
    """Decode an image object; the mode of the picture is L, RGB or CMYK (255 is full ink)."""
    names = _filters(image)
    if names == ["/DCTDecode"]:
        return _jpeg(image)
    kind = family(image.ColorSpace) if not _indexed(image) else None
    if kind in _MODES and int(image.get("/BitsPerComponent", 0)) == _EIGHT_BITS and "/Decode" not in image:
        size = int(image.Width), int(image.Height)
        return Image.frombytes(_MODES[kind], size, image.read_bytes())
    try:
        picture = pikepdf.PdfImage(image).as_pil_image(apply_mask=False)  # type: ignore[arg-type]  # an image of the file, as its type says
    except (pikepdf.PdfError, NotImplementedError, pikepdf.models.image.UnsupportedImageTypeError) as error:
        raise PressError(wording.NO_IMAGE) from error
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def is_jpeg(image: Object) -> bool:
    """Tell whether an image has lost detail already, so that it may be written as JPEG again."""
    return _filters(image) == ["/DCTDecode"]


def without_interpolation(image: Object) -> Object:
    """Switch off interpolation, which PDF/A forbids (ISO 19005-2, 6.2.8)."""
    if "/Interpolate" in image:
        del image["/Interpolate"]
    return image


def _jpeg(image: Object) -> Image.Image:
    picture = Image.open(BytesIO(image.read_raw_bytes()))
    picture.load()
    if picture.mode == "CMYK" and "/Decode" not in image:
        return ImageChops.invert(picture)  # Pillow turns every CMYK JPEG round, as if Photoshop had made it
    return picture if picture.mode in {"L", "RGB", "CMYK"} else picture.convert("RGB")


def _indexed(image: Object) -> bool:
    return isinstance(image.ColorSpace, Array) and str(image.ColorSpace[0]) in {"/Indexed", "/I"}


def _filters(image: Object) -> list[str]:
    found = image.get("/Filter", Array())
    return [str(found)] if isinstance(found, Name) else [str(name) for name in found]
