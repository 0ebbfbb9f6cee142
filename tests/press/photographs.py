"""Pictures as editors bring them, one of each kind that has made trouble in print."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageDraw

SIZE = (1260, 400)
"""Pixels: 302 dpi over the type area of 106 mm."""

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 10 300 100" width="300" height="100">
<defs>
<linearGradient id="g"><stop offset="0" stop-color="#005d91"/><stop offset="1" stop-color="#e1ebf8"/></linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="#b2313c"/><stop offset="1" stop-color="#b2313c" stop-opacity="0"/>
</radialGradient></defs>
<rect x="10" y="10" width="140" height="60" fill="url(#g)"/>
<circle cx="220" cy="50" r="40" fill="url(#r)"/>
<path d="M20 90 h120" stroke="#2b2b2a" stroke-width="2"/>
<text x="20" y="105" font-family="Fira Sans" font-size="12" fill="#2b2b2a">Schrift in der Zeichnung</text>
{inside}</svg>
"""


def photograph() -> Image.Image:
    """Give a picture with many colours, in which red lies left and blue right."""
    across = Image.linear_gradient("L").rotate(90, expand=True).resize(SIZE)
    down = Image.linear_gradient("L").resize(SIZE)
    return Image.merge("RGB", (ImageChops.invert(across), down, across))


def with_profile() -> tuple[Image.Image, bytes]:
    """Give a red picture, and a profile in which red and green have changed places: seen rightly it is green."""
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    head, table, rest = icc[:128], icc[128:512], icc[512:]
    table = table.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    swapped = (head + table + rest).replace(b"s\0R\0G\0B", b"s\0W\0G\0B").replace(b"sRGB", b"sWGB")
    red = Image.new("RGB", SIZE, (230, 20, 20))
    ImageDraw.Draw(red).rectangle((0, 0, 40, 40), fill=(20, 230, 20))
    return red, swapped


def embedded(picture: Image.Image, kind: str) -> str:
    """Give the address of a bitmap that stands inside a drawing."""
    file = BytesIO()
    picture.save(file, kind)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"


def write_all(folder: Path) -> list[str]:
    """Write one picture of each kind that can be used and give their names."""
    seen = photograph()
    red, icc = with_profile()
    red.save(folder / "eigenes-profil.jpg", quality=95, icc_profile=icc)
    Image.linear_gradient("L").resize(SIZE).convert("I").point(lambda v: v * 257).convert("I;16").save(
        folder / "sechzehn-bit.png"
    )
    Image.new("CMYK", SIZE, (255, 140, 38, 38)).save(folder / "druckfarben.tif", compression="tiff_lzw")
    seen.quantize(200).save(folder / "Größe 100 % 'neu'.png")
    hidden = seen.copy()
    hidden.putalpha(Image.linear_gradient("L").resize(SIZE))
    hidden.save(folder / "durchsichtig.png")
    Image.linear_gradient("L").resize(SIZE).convert("1").save(folder / "strich.png")
    seen.resize((417, 132)).save(folder / "klein.jpg", quality=95)
    small = embedded(seen.resize((300, 100)), "PNG")
    inside = f'<image x="260" y="70" width="40" height="13" href="{small}"/>'
    (folder / "zeichnung.svg").write_text(DRAWING.format(inside=inside), "utf-8")
    return sorted(path.name for path in folder.iterdir())
