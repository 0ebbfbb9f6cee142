"""What may be wrong with a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.words import Words, nearest_file, number, short


def no_bare_name(name: str) -> Words:
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2].rpartition(":")[2]
    like = last if "." in last.strip(".") else "karte.svg"
    what = "ein Pfad" if "/" in name or "\\" in name or ":" in name else "kein Dateiname"
    return (
        f"„{short(name)}“ ist {what}: Bilder liegen alle in sources/pictures/, und hier steht nur ihr Name.",
        f"das Bild dorthin legen und „picture: {short(like)}“ schreiben",
    )


def unknown_picture_kind(name: str, suffixes: Sequence[str], there: Sequence[str]) -> Words:
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem:
        alike = [each for each in there if each.rpartition(".")[0].lower() == name.lower()]
        step = f"„picture: {alike[0]}“ schreiben" if alike else f"die Endung ergänzen, zum Beispiel „{short(name)}.jpg“"
        return f"Dem Namen des Bildes „{short(name)}“ fehlt die Endung.", step
    step = _OF_SUFFIX.get(suffix.lower(), "im Programm, aus dem es kommt, als PNG, JPEG oder SVG speichern")
    allowed = f"; erlaubt sind {listed(suffixes)}" if suffixes else ""
    return f"Bilder der Art .{short(suffix)} lassen sich nicht drucken.", f"{step}{allowed}"


_HEIC = "am Telefon „Maximale Kompatibilität“ wählen oder das Foto am Rechner öffnen und als JPEG exportieren"
_PDF = "in Inkscape öffnen und als „einfaches SVG“ speichern, oder als PNG mit 300 dpi exportieren"
_OF_SUFFIX = {
    "heic": _HEIC,
    "heif": _HEIC,
    "avif": "in einem Bildprogramm öffnen und als JPEG exportieren",
    "webp": "in einem Bildprogramm öffnen und als JPEG oder PNG exportieren; ältere Word-Programme zeigen WebP nicht",
    "gif": "in einem Bildprogramm öffnen und als PNG exportieren",
    "bmp": "in einem Bildprogramm öffnen und als PNG exportieren",
    "pdf": _PDF,
    "eps": _PDF,
    "ai": _PDF,
    "psd": "in Photoshop oder GIMP „Exportieren als“ wählen und PNG oder JPEG nehmen",
    "emf": "das Bild in Word oder Excel mit der rechten Maustaste „Als Grafik speichern“ und SVG oder PNG wählen",
    "wmf": "das Bild in Word oder Excel mit der rechten Maustaste „Als Grafik speichern“ und SVG oder PNG wählen",
    "svgz": "mit einem Packprogramm auspacken oder im Zeichenprogramm als „einfaches SVG“ ohne Kompression speichern",
}


def missing_picture(name: str, there: Sequence[str]) -> Words:
    message = f"Das Bild „{short(name)}“ gibt es in sources/pictures/ nicht."
    near = nearest_file(name, there)
    return message, f"gemeint ist vielleicht „{near}“" if near else "dorthin legen oder den Namen berichtigen"


def too_many_pixels(limit: int, width: int = 0, height: int = 0) -> Words:
    size = f" ({number(width)} × {number(height)})" if width else ""
    return (
        f"Das Bild hat zu viele Bildpunkte{size}.",
        f"verkleinern; erlaubt sind {number(limit)}, für eine ganze Seite genügen 1.800 × 2.500",
    )


def other_format(is_now: str, wanted: str) -> Words:
    """Explain a name that says another kind; only some kinds would do under their true name."""
    message = f"Das Bild ist in Wahrheit {is_now} und nicht {wanted}."
    suffix = {"PNG": ".png", "JPEG": ".jpg", "TIFF": ".tif", "SVG": ".svg"}.get(is_now)
    if suffix:
        return message, f"die Datei so umbenennen, dass sie auf {suffix} endet, und „picture“ angleichen"
    return message, _OF_SUFFIX.get(is_now.lower(), "im Programm, aus dem es kommt, als PNG, JPEG oder SVG speichern")


def no_picture_at_all(what: str) -> Words:
    """Explain a file that was saved in the place of a picture."""
    return f"Die Datei ist kein Bild, sondern {what}.", _INSTEAD[what]


EMPTY, PAGE, LARGE_FILE, OFFICE = (
    "leer",
    "eine Internetseite (HTML)",
    "ein Verweis von Git LFS",
    "ein Office-Dokument oder Archiv (ZIP)",
)
_INSTEAD = {
    EMPTY: "noch einmal kopieren; Dateien aus einer Cloud vorher herunterladen",
    PAGE: "auf der Seite das Bild selbst mit der rechten Maustaste „Bild speichern unter“ sichern",
    LARGE_FILE: "im Projektordner „git lfs pull“ eingeben",
    OFFICE: "das Bild im Dokument mit der rechten Maustaste „Als Grafik speichern“ sichern",
}


def broken_picture() -> Words:
    return "Das Bild ist beschädigt oder unvollständig.", "die Datei neu speichern oder noch einmal kopieren"


def at_place(words: Words, line: int, column: int) -> Words:
    """Add where in the file of a drawing its mistake stands; the problem itself stands where a figure names the file."""
    return f"{words[0]} Zu finden in Zeile {line}, Spalte {column} der Bilddatei.", words[1]


def broken_svg(line: int, column: int) -> Words:
    return (
        f"Die Zeichnung ist kein gültiges SVG (Zeile {line}, Spalte {column} der Bilddatei).",
        "aus dem Zeichenprogramm neu als SVG speichern",
    )


def no_svg() -> Words:
    return "Die Datei ist keine SVG-Zeichnung.", "aus dem Zeichenprogramm als SVG speichern"


def empty_svg() -> Words:
    return "Die Zeichnung ist leer; im Buch bliebe ihr Platz weiß.", "aus dem Zeichenprogramm noch einmal als SVG speichern"


def svg_with_doctype() -> Words:
    return (
        "Die Zeichnung enthält eine DOCTYPE-Zeile.",
        "die Zeile „<!DOCTYPE …>“ löschen oder als „einfaches SVG“ speichern",
    )


def svg_with_style_sheet() -> Words:
    return (
        "Die Zeichnung ruft eine fremde Datei oder ein Programm auf („<?…?>“).",
        "als „einfaches SVG“ speichern",
    )


def svg_with_element(name: str) -> Words:
    """Explain an element that does not come into the book, each kind with the step in the program that writes it."""
    if name in {"foreignObject", "iframe"}:
        return (
            f"Die Zeichnung enthält Text als HTML („{name}“); er käme nicht ins Buch.",
            "in Mermaid htmlLabels: false setzen, in draw.io „Formatierter Text“ ausschalten, sonst PNG (300 dpi) exportieren",
        )
    if name in {"audio", "video"}:
        return f"Die Zeichnung enthält Ton oder Film („{name}“).", "im Zeichenprogramm löschen; fürs Buch ein Standbild als PNG"
    if name == "set" or name.startswith("animate"):
        return (
            f"Die Zeichnung bewegt sich („{name}“); im Buch steht sie still.",
            "die Animation im Zeichenprogramm entfernen und als „einfaches SVG“ speichern, oder ein Standbild als PNG",
        )
    return (
        f"Die Zeichnung enthält ein Programm („{short(name)}“); es würde nicht ausgeführt.",
        "ohne Skripte exportieren (in Inkscape: „einfaches SVG“, in matplotlib und R von selbst), oder als PNG mit 300 dpi",
    )


def svg_with_bad_number(name: str, value: str) -> Words:
    return (
        f'In der Zeichnung ist {name}="{short(value)}" keine Zahl, mit der sich zeichnen lässt.',
        "die Größe im Zeichenprogramm in mm oder px angeben und neu als SVG speichern",
    )


def svg_reaches_out(value: str, *, in_face: bool = False) -> Words:
    """Explain what a drawing would fetch, or holds in a form that nobody reads, by what it is."""
    kind = re.search(r"data:\s*([\w.+-]+/[\w.+-]+)", value)
    if in_face or (kind and "font" in kind[1]):
        return "Die Zeichnung bringt eine eigene Schrift mit; im Buch gelten nur seine Schriften.", _AS_PATHS
    if kind:
        message = f"In der Zeichnung steckt ein Bild der Art „{short(kind[1])}“, das nicht ins Buch käme."
        return message, "dieses Bild als PNG oder JPEG speichern und neu einbetten"
    if value.lower().startswith("@import"):
        message = f"Die Zeichnung lädt ein fremdes Stylesheet („{short(value.partition(';')[0])}“)."
        return message, "die Regeln in die Zeichnung selbst schreiben, am einfachsten als „einfaches SVG“ speichern"
    message = f"Die Zeichnung verweist auf etwas außerhalb ihrer Datei („{short(value.partition(';')[0])}“)."
    if "url(" in value.lower():
        return message, "Muster, Verläufe und Beschneidungen in derselben Datei anlegen, Bilder einbetten"
    return message, "das Bild in die Zeichnung einbetten"


_AS_PATHS = "den Text im Zeichenprogramm in Pfade umwandeln, oder als PNG mit 300 dpi exportieren"


def svg_too_complex() -> Words:
    return (
        "Die Zeichnung ist zu verschachtelt oder besteht aus zu vielen Teilen.",
        "vereinfachen oder als PNG speichern",
    )
