"""Bitmaps as cameras and scanners give them, made plain: 8 bit, upright, in a known colour space."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, TiffImagePlugin

from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.inks import apply, srgb, transform

_PLAIN = {
    "1": "L", "L": "L", "LA": "LA", "La": "LA", "P": "RGB", "PA": "RGBA",
    "RGB": "RGB", "RGBA": "RGBA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB", "CMYK": "CMYK",
}  # fmt: skip
_DEEP = {"I", "I;16", "I;16B", "I;16L", "I;16N"}
_SIXTEEN = 16
_OPAQUE = 255
_MP_ENTRIES = 0xB002
_SAME = 3  # of 255 steps: what versions of sRGB differ by


class PictureError(ValueError):
    """A picture cannot be used; carries what is wrong and what to do, in German."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep both for the Problem."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Opened:
    """A decoded picture in 8 bit: L, LA, RGB, RGBA or CMYK; ``done`` tells what was changed."""

    picture: Image.Image = field(repr=False)
    profile: bytes = field(default=b"", repr=False)
    lossy: bool = False
    done: tuple[str, ...] = ()


def first_picture(content: bytes) -> bytes:
    """Give a JPEG without the pictures that a phone has put behind it (CIPA DC-007); every other file as it is."""
    if not content.startswith(b"\xff\xd8") or b"MPF\0" not in content[:200_000]:
        return content
    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
            entries = getattr(picture, "mpinfo", {}).get(_MP_ENTRIES, ())
    except (OSError, SyntaxError, ValueError):
        return content
    size = int(entries[0].get("Size", 0)) if entries else 0
    return content[:size] if content[max(0, size - 2) : size] == b"\xff\xd9" else content


def open_picture(content: bytes) -> Opened:
    """Decode a picture; animated ones, ones with many pages and rare kinds are refused."""
    try:
        picture = Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF"))
        frames = getattr(picture, "n_frames", 1)
        with _whole_pictures_only():
            picture.load()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise PictureError(*wording.UNREADABLE_PICTURE) from error
    if frames > 1 and picture.format != "MPO":
        raise PictureError(wording.SEVERAL_PICTURES.format(frames=frames), wording.SEVERAL_PICTURES_HINT)
    # Lab says itself what its numbers mean.
    profile = picture.info.get("icc_profile", b"") if picture.mode != "LAB" else b""
    deep = picture.mode in _DEEP or _bits(content, picture) == _SIXTEEN
    upright = ImageOps.exif_transpose(picture)
    done = [wording.MADE_8_BIT] if deep else []
    if upright.size != picture.size or picture.getexif().get(0x0112, 1) != 1:
        done.append(wording.MADE_UPRIGHT)
    plain = _eight_bit(upright)
    if plain.mode != picture.mode and not deep:
        done.append(f"von {picture.mode} nach {plain.mode} gebracht")
    return Opened(_without_empty_alpha(plain), profile, picture.format in {"JPEG", "MPO"}, tuple(done))


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse half a file: WeasyPrint tells Pillow, for the whole process, to fill up with grey."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def as_srgb(opened: Opened, press: ImageCms.ImageCmsProfile | None) -> Opened:
    """Give the picture in sRGB or grey; CMYK without a profile is taken for ``press``, and refused if there is none."""
    picture = opened.picture
    own = _own_profile(opened, press)
    if own is None:
        return opened
    target = srgb()
    if picture.mode == "CMYK":
        changed = apply(picture, transform(own, target, ("CMYK", "RGB")))
        return Opened(changed, b"", opened.lossy, (*opened.done, wording.MADE_SRGB))
    colours = picture.convert("RGB" if "RGB" in picture.mode else "L")
    changed = apply(colours, transform(own, target, (colours.mode, "RGB")))
    if colours.mode == "L":
        changed = changed.convert("L")
    if picture.mode.endswith("A"):
        changed.putalpha(picture.getchannel("A"))
    name = ImageCms.getProfileName(own).strip()
    return Opened(changed, b"", opened.lossy, (*opened.done, f"von {name} nach sRGB"))


def profile_fits(opened: Opened) -> bool:
    """Tell whether a profile is for pictures of this kind (byte 16 of its header names the colour space)."""
    wanted = {"CMYK": b"CMYK", "L": b"GRAY", "LA": b"GRAY"}.get(opened.picture.mode, b"RGB ")
    return opened.profile[16:20] == wanted


def has_other_colours(profile: bytes) -> bool:
    """Tell whether a profile makes other colours than sRGB of the same numbers; one that cannot be read makes none."""
    try:
        return profile[16:20] == b"RGB " and not _is_srgb(profile)
    except (OSError, ImageCms.PyCMSError):
        return False


def _own_profile(opened: Opened, press: ImageCms.ImageCmsProfile | None) -> ImageCms.ImageCmsProfile | None:
    """Give the profile to convert from, or None where there is nothing to convert."""
    fits = profile_fits(opened)
    if opened.picture.mode == "CMYK" and not fits:
        if press is None:
            raise PictureError(wording.NO_PRESS_PROFILE, wording.NO_PRESS_PROFILE_HINT)
        return press
    if not fits:
        return None
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(opened.profile))
        return None if "RGB" in opened.picture.mode and _is_srgb(opened.profile) else own
    except (OSError, ImageCms.PyCMSError) as error:
        raise PictureError(*wording.BROKEN_PICTURE_PROFILE) from error


@lru_cache(maxsize=64)
def _is_srgb(profile: bytes) -> bool:
    """Tell whether a profile shows colours as sRGB does.

    Measured, not read off its name: cameras and scanners write a dozen versions of sRGB, and GIMP calls a linear one so too.
    """
    steps = range(0, 256, 51)
    grid = Image.frombytes("RGB", (6, 36), bytes(value for r in steps for g in steps for b in steps for value in (r, g, b)))
    shown = apply(grid, transform(ImageCms.ImageCmsProfile(BytesIO(profile)), srgb(), ("RGB", "RGB")))
    return not any(sum(band.histogram()[_SAME + 1 :]) for band in ImageChops.difference(grid, shown).split())


def _eight_bit(picture: Image.Image) -> Image.Image:
    plain = "RGBA" if "transparency" in picture.info else _PLAIN.get(picture.mode)
    if plain is not None:
        return picture if plain == picture.mode else picture.convert(plain)
    if picture.mode in _DEEP:
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if picture.mode == "LAB":
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        return apply(picture, transform(lab, srgb(), ("LAB", "RGB")))
    raise PictureError(wording.NO_MODE.format(mode=picture.mode), wording.NO_MODE_HINT)


def _without_empty_alpha(picture: Image.Image) -> Image.Image:
    """Drop a mask that hides nothing: transparency costs a press time and trust."""
    if not picture.mode.endswith("A") or picture.getchannel("A").getextrema() != (_OPAQUE, _OPAQUE):
        return picture
    return picture.convert(picture.mode[:-1])


def _bits(content: bytes, picture: Image.Image) -> int:
    """Read the bits of each colour from the header of a PNG (ISO/IEC 15948, 11.2.2) or the tags of a TIFF (TIFF 6, 258)."""
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        return int(max(picture.tag_v2.get(258, (8,))))
    return content[24] if content.startswith(b"\x89PNG") else 8
