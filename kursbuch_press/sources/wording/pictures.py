"""What may be wrong with a picture."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.sources.wording.words import Words, number, perhaps, short


def no_bare_name(name: str) -> Words:
    return (
        f"„{short(name)}“ ist kein Dateiname: Bilder liegen alle in sources/pictures/.",
        "das Bild dorthin legen und nur seinen Namen schreiben, zum Beispiel karte.svg",
    )


def unknown_picture_kind(name: str, suffixes: Sequence[str]) -> Words:
    return (
        f"Bilder wie „{short(name)}“ lassen sich nicht drucken.",
        f"als PNG, JPEG oder SVG speichern; erlaubt sind {', '.join(suffixes)}",
    )


def missing_picture(name: str, there: Sequence[str]) -> Words:
    message = f"Das Bild „{short(name)}“ gibt es in sources/pictures/ nicht."
    return message, perhaps(name, there, "dorthin legen oder den Namen berichtigen")


def too_many_pixels(limit: int, width: int = 0, height: int = 0) -> Words:
    size = f" ({number(width)} × {number(height)})" if width else ""
    return (
        f"Das Bild hat zu viele Bildpunkte{size}.",
        f"verkleinern; erlaubt sind {number(limit)}, für eine ganze Seite genügen 1.800 × 2.500",
    )


def other_format(is_now: str, wanted: str) -> Words:
    return (
        f"Das Bild ist in Wahrheit {is_now} und nicht {wanted}.",
        "die Endung berichtigen oder das Bild neu speichern",
    )


def broken_picture() -> Words:
    return "Das Bild ist beschädigt oder unvollständig.", "die Datei neu speichern oder noch einmal kopieren"


def svg_in_disguise() -> Words:
    return "Das Bild ist in Wahrheit SVG.", "die Endung .svg geben"


def broken_svg(line: int) -> Words:
    return (
        f"Die Zeichnung ist kein gültiges SVG (Zeile {line} der Bilddatei).",
        "aus dem Zeichenprogramm neu als SVG speichern",
    )


def no_svg() -> Words:
    return "Die Datei ist keine SVG-Zeichnung.", "aus dem Zeichenprogramm als SVG speichern"


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
    return (
        f"Die Zeichnung enthält „{short(name)}“: Programme und Bewegung sind nicht erlaubt.",
        "als „einfaches SVG“ speichern",
    )


def svg_reaches_out(value: str) -> Words:
    return (
        f"Die Zeichnung verweist auf etwas außerhalb ihrer Datei („{short(value)}“).",
        "das Bild in die Zeichnung einbetten",
    )


def svg_too_complex() -> Words:
    return (
        "Die Zeichnung ist zu verschachtelt oder besteht aus zu vielen Teilen.",
        "vereinfachen oder als PNG speichern",
    )
