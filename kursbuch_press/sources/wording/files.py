"""What may be wrong with a file as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.book.addresses import ID_PATTERN
from kursbuch_press.sources.wording.words import Words, nearest_file, number

SCHEMA_TITLES = {
    "edition": "Die Ausgabe: kursbuch.yaml",
    "imprint": "Das Impressum: imprint.yaml",
    "glossary": "Glossar und Abkürzungen: glossary.yaml",
    "literature": "Quellen und Literatur: literature.yaml",
    "handouts": "Worte der Handreichungen: handouts.yaml",
    "plain-language": "Die Zusammenfassung in Leichter Sprache: leichte-sprache.yaml",
    "translation": "Die Handreichungen in einer anderen Sprache: translations/SPRACHE.yaml",
    "chapter": "Ein Kapitel: chapters/….yaml",
}

_UTF8 = "als UTF-8 speichern (in VS Code: unten rechts auf die Kodierung klicken, „Mit Codierung speichern“)"


def missing_file(file: str, there: Sequence[str]) -> Words:
    name = file.rpartition("/")[2]
    near = nearest_file(name, there)
    if near and not ID_PATTERN.fullmatch(near.removesuffix(".yaml")):
        return f"Die Datei {file} fehlt.", f"ist „{near}“ gemeint, diese Datei in „{name}“ umbenennen"
    hint = f"gemeint ist vielleicht „{near}“" if near else "anlegen oder den Namen berichtigen"
    return f"Die Datei {file} fehlt.", hint


def unreadable(file: str, reason: str) -> Words:
    german = {"Permission denied": "keine Leserechte", "File name too long": "der Name ist zu lang"}
    why = german.get(reason, "")
    return (
        f"Die Datei {file} lässt sich nicht lesen{': ' + why if why else ''}.",
        "Name und Zugriffsrechte der Datei prüfen",
    )


def leads_out(file: str) -> Words:
    return (
        f"{file} ist eine Verknüpfung, die aus dem Ordner hinausführt.",
        "die Datei selbst in den Ordner legen; von außen wird nichts gelesen",
    )


def is_folder(file: str) -> Words:
    return f"{file} ist ein Ordner und keine Datei.", "den Ordner umbenennen und die Datei anlegen"


def no_regular_file(file: str) -> Words:
    return f"{file} ist keine gewöhnliche Datei.", "durch eine Textdatei ersetzen"


def too_large(size: int, limit: int) -> Words:
    return (
        f"Die Datei ist zu groß: {number(size)} Bytes, erlaubt sind {number(limit)}.",
        "in mehrere Dateien teilen oder nachsehen, ob etwas anderes hineingeraten ist",
    )


def wrong_encoding(name: str, at: int | None = None, byte: int = 0) -> Words:
    where = "" if at is None else f" (Byte {at + 1} der Datei ist 0x{byte:02X})"
    return f"Die Datei ist nicht in UTF-8 gespeichert, sondern wohl in {name}{where}.", _UTF8
