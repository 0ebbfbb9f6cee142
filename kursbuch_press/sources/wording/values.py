"""What may be wrong with a key, a value or a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kursbuch_press.book.addresses import slug
from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.words import AS_TEXT, Words, nearest, number, short


def rule_of(kind: str) -> str:
    """Give the short stable name of the rule that an error of pydantic stands for."""
    names = {
        "missing": "missing-key",
        "extra_forbidden": "unknown-key",
        "enum": "unknown-word",
        "literal_error": "unknown-word",
    }
    if kind.startswith("union_tag"):
        return "unknown-kind"
    return names.get(kind, kind.replace("_", "-") if kind in _OWN else "wrong-value")


def missing_key(key: str, description: str, file: str = "") -> Words:
    """Say what is missing; a file of layouts/ whose words explain themselves has its pattern where the press lies."""
    what = re.split(r"[:.] | \(", description)[0].rstrip(".")
    pattern = f", wie in {file} der Presse" if file.startswith("layouts/") and not what else ""
    return f"Der Schlüssel „{key}“ fehlt{f' ({what})' if what else ''}.", f"„{key}: …“ ergänzen{pattern}"


def too_few(about: str, given: int, description: str) -> Words:
    """Say that a row of fixed length is too short."""
    entries = "einen Eintrag" if given == 1 else f"{given or 'keine'} Einträge"
    what = f": {description.rstrip('.')}" if description else ""
    return f"{about} hat nur {entries}, das sind zu wenige.", f"die fehlenden ergänzen{what}"


def hard_space_in_key(key: str) -> Words:
    return (
        f"Im Schlüssel „{short(key)}“ steht ein geschütztes oder unsichtbares Leerzeichen, das für YAML zum Wort gehört.",
        "den Schlüssel bis zum Doppelpunkt löschen und neu tippen",
    )


def comma_in_braces(part: str) -> Words:
    """Explain a key without a value in braces: a comma in the words of another has parted it."""
    return (
        f"„{short(part)}“ ist hier kein Schlüssel: In geschweiften Klammern trennt jedes Komma.",
        'den ganzen Wert mit dem Komma in gerade Anführungszeichen setzen, zum Beispiel {id: a, text: "eins, zwei"}',
    )


def typed_quote(about: str) -> Words:
    """Explain that words in typographic quotation marks are parted by their colon."""
    return (
        f"{about} steht in Anführungszeichen, die für YAML keine sind; der Doppelpunkt darin trennt deshalb.",
        "den ganzen Wert zusätzlich in einfache gerade Anführungszeichen setzen: '…'",
    )


def unknown_key(key: str, keys: Sequence[str]) -> Words:
    allowed = f"erlaubt sind: {listed(keys, most=99)}" if keys else "den Schlüssel löschen"
    found = nearest(key, keys)
    hint = f"gemeint ist vielleicht „{found}“; {allowed}" if found else allowed
    return f"Den Schlüssel „{short(key)}“ gibt es hier nicht.", hint


def unknown_kind(kind: str, kinds: Sequence[str], likely: str = "") -> Words:
    message = f"Die Art „{short(kind)}“ (kind) gibt es hier nicht."
    if not kind:
        message = "Der Schlüssel „kind“ fehlt: Er sagt, was das hier ist."
    allowed = f"erlaubt sind: {listed(kinds, most=99, last='oder')}" if kinds else "den ganzen Eintrag löschen"
    return message, f"gemeint ist vielleicht „kind: {likely}“; {allowed}" if likely else allowed


def no_value(key: str, *, is_item: bool = False) -> Words:
    if is_item:
        return f"Ein Listenpunkt unter „{key}“ ist leer.", "etwas dahinter schreiben oder die Zeile löschen"
    return f"Der Schlüssel „{key}“ hat keinen Wert.", "einen Wert dahinter schreiben oder die Zeile löschen"


def text_too_long(length: int, most: int) -> Words:
    return f"Der Text hat {number(length)} Zeichen, erlaubt sind {number(most)}.", "in mehrere Absätze teilen"


def subject(key: str, *, is_item: bool = False) -> str:
    """Name what an error is about, to begin a sentence with."""
    if is_item:
        return f"Ein Eintrag unter „{short(key)}“"
    return f"„{short(key)}“" if key else "Dieser Eintrag"


def no_record(about: str, what: str, keys: Sequence[str], *, is_item: bool) -> Words:
    """Say which keys should stand there; where they are not known, an entry of no list looks like those beside it."""
    message, hint = wrong_type("model_type", about, what)
    if keys:
        hint = f"die Schlüssel eingerückt darunter schreiben: {listed([f'„{key}: …“' for key in keys[:3]])}"
    elif not is_item:
        hint = "die Schlüssel eingerückt darunter schreiben, wie bei den Einträgen daneben"
    return message, hint


def wrong_type(kind: str, about: str, what: str) -> Words:
    expected, hint = _TYPES.get(kind.removesuffix("_type"), ("einen anderen Wert", "mit docs/writing.md vergleichen"))
    return f"{about} erwartet {expected}, hier steht {what}.", hint


_RECORD = (
    "eigene Schlüssel (name: Wert)",
    "die Schlüssel eingerückt darunter schreiben, zum Beispiel „id: …“ und „text: …“",
)
_TYPES = {
    "string": ("einen Text", AS_TEXT),
    "int": ("eine ganze Zahl", "nur die Ziffern schreiben, ohne Einheit und Prozentzeichen, zum Beispiel 3"),
    "float": ("eine Zahl", "eine Zahl mit Punkt statt Komma schreiben, zum Beispiel 2.5"),
    "bool": ("true oder false", "true (ja) oder false (nein) schreiben"),
    "tuple": ("eine Liste", "jeden Eintrag in eine eigene Zeile schreiben und mit „- “ beginnen"),
    "list": ("eine Liste", "jeden Eintrag in eine eigene Zeile schreiben und mit „- “ beginnen"),
    "dict": _RECORD,
    "model": _RECORD,
    "dataclass": _RECORD,
    "model_attributes": _RECORD,
    "date": ("einen Tag", "als JJJJ-MM-TT schreiben, zum Beispiel 2014-06-27"),
}


# Errors that the content model raises itself: the sentence is the model's, the hint is ours.
_OWN = {
    "markup": "nur die Auszeichnungen aus docs/writing.md verwenden",
    "empty_text": "einen Text schreiben oder die Zeile löschen",
    "list_depth": "die unterste Stufe in den Text der Stufe darüber aufnehmen",
    "cells": "fehlende Zellen als '' ergänzen oder überzählige löschen",
    "no_marks": "unter marks die Teile schreiben, jeden mit id und label, oder die Zeichnung löschen",
    "mark_value": "„value: …“ ergänzen, zum Beispiel „value: 200“, oder eine andere Zeichnung wählen",
    "after": "die Kennung eines Schritts nennen, der weiter oben steht, oder after löschen",
    "composite": "den Namen eines Bausteins aus kursbuch_press/book/composites/ schreiben, wie er hinter kind steht",
    "box_colour": "den Namen einer Farbe schreiben, die oben unter swatches steht",
    "alternative_text": "„alt: …“ ergänzen (was zeigt das Bild?); bei reinem Schmuck „decorative: true“",
    "decorative": "entweder alt oder decorative löschen",
    "dates": "start und until vertauschen oder berichtigen",
    "web_address": "die vollständige Adresse schreiben, zum Beispiel https://www.example.org/",
    "long_address": "eine kurze Adresse einrichten, die dorthin weiterleitet",
    "flag": "true (ja) oder false (nein) schreiben",
    "muster_note": "„muster_note: …“ ergänzen oder „muster: false“ schreiben",
    "printed_word": "dafür den Schlüssel schreiben: {key}",
    "gaps": "die Lücken in { } so schreiben wie in de.yaml desselben Ordners; andere geschweifte Klammern gibt es nicht",
    "day": "als JJJJ-MM-TT schreiben, zum Beispiel 2014-06-27",
}


def is_ours(kind: str) -> bool:
    """Tell whether the content model raises an error itself and words it."""
    return kind in _OWN


def wrong_value(error: Mapping[str, Any], about: str, value: str, what: str) -> Words:
    """Explain one error of pydantic; an unknown kind gets a sentence too, and never pydantic's own."""
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind in _OWN:
        found = nearest(str(context.get("name", "")), context.get("known", ()))
        hint = _OWN[kind].replace("{key}", str(context.get("key", "")))
        return str(error["msg"]), f"gemeint ist vielleicht „{found}“; {hint}" if found else hint
    if kind in {"enum", "literal_error"}:
        return _unknown_word(about, value, str(context.get("expected", "")))
    if kind in _LENGTHS:
        return _wrong_length(kind, about, context)
    if kind == "string_pattern_mismatch":
        return _wrong_pattern(str(context.get("pattern", "")), about, value)
    if kind in _LIMITS:
        limit = next((number(float(context[name])) for name in _BOUNDS if name in context), "")
        return f"{about} ist {short(value)}; erlaubt ist {_LIMITS[kind]} {limit}.", "den Wert berichtigen"
    return wrong_type(kind if kind.removesuffix("_type") in _TYPES else kind.partition("_")[0], about, what)


_LENGTHS = {"too_short", "too_long", "string_too_short", "string_too_long"}
_LIMITS = {
    "greater_than_equal": "mindestens",
    "greater_than": "mehr als",
    "less_than_equal": "höchstens",
    "less_than": "weniger als",
    "multiple_of": "ein Vielfaches von",
}
_BOUNDS = ("ge", "gt", "le", "lt", "multiple_of")


def _unknown_word(about: str, value: str, expected: str) -> Words:
    words = re.findall(r"'([^']*)'", expected)
    hint = f"erlaubt sind: {listed(words, most=99, last='oder')}"
    found = nearest(value, words)
    message = f"{about} kennt das Wort „{short(value)}“ nicht."
    return message, f"gemeint ist vielleicht „{found}“; {hint}" if found else hint


def _wrong_length(kind: str, about: str, context: Mapping[str, Any]) -> Words:
    few, many = context.get("min_length"), context.get("max_length")
    match kind:
        case "string_too_short":
            return f"{about} ist leer.", "einen Wert schreiben oder die Zeile löschen"
        case "string_too_long":
            return f"{about} ist zu lang: Erlaubt sind {many} Zeichen.", "kürzen"
        case "too_short":
            entries = "einen Eintrag" if few == 1 else f"{few} Einträge"
            return f"{about} braucht mindestens {entries}.", "mit „- “ einen Eintrag ergänzen"
        case _:
            return f"{about} hat zu viele Einträge, erlaubt sind {many}.", "Einträge löschen oder aufteilen"


def comma_in_cells(columns: int, cells: int) -> Words:
    """Explain too many cells in brackets: a comma in the words of one has parted it."""
    return (
        f"Die Zeile hat {cells} Zellen, die Tabelle aber nur {columns} Spalten: In eckigen Klammern trennt jedes Komma.",
        'eine Zelle mit Komma in gerade Anführungszeichen setzen, zum Beispiel [Montag, "vormittags, alle 14 Tage"]',
    )


def _wrong_pattern(pattern: str, about: str, value: str) -> Words:
    shown = short(value)
    if "a-z0-9]+(-" in pattern:
        like = identifier(value.strip().removesuffix(".yaml").removesuffix(".yml")) or "gute-praxis-1"
        hint = f"nur a–z, Ziffern und einzelne Bindestriche verwenden, zum Beispiel „{like}“"
        return f"„{shown}“ ist keine gültige Kennung.", hint
    if "[Mm]" in pattern:
        return (
            f"{about} ist kein vollständiger SVG-Pfad: „{shown}“.",
            "mit M und zwei Zahlen beginnen und jedem Buchstaben die Zahlen geben, die er braucht, zum Beispiel M4 10H44V38H4Z",
        )
    if pattern.startswith("^(19|20)"):
        return f"„{shown}“ ist kein Monat.", f"als JJJJ-MM schreiben, zum Beispiel {_month(value)}"
    if pattern.startswith("^[a-z]{2,3}"):
        return f"„{shown}“ ist keine Sprache.", "das Kürzel schreiben, zum Beispiel de oder en"
    return _wrong_form(pattern, about, shown)


def _wrong_form(pattern: str, about: str, shown: str) -> Words:
    if pattern == r"^\S+$":
        hint = "jedes Wort für sich schreiben, mit Bindestrichen an seinen Trennstellen, zum Beispiel Flüchtlings-sozial-arbeit"
        return f"„{shown}“ ist nicht ein einzelnes Wort.", hint
    if "@" in pattern:
        return f"„{shown}“ ist keine E-Mail-Adresse.", "die ganze Adresse schreiben, zum Beispiel redaktion@example.org"
    if "#" in pattern:
        return f"„{shown}“ ist keine Farbe.", "als # und sechs Ziffern von 0 bis f schreiben, zum Beispiel #005d91"
    return f"{about} ist anders aufgebaut als erwartet: „{shown}“.", "mit docs/writing.md vergleichen"


NOTHING, A_LIST, KEYS = "nichts", "eine Liste", "eine Reihe von Schlüsseln"


def a_value(value: str) -> str:
    """Name a value as it was written."""
    return f"der Wert „{short(value)}“"


def identifier(value: str) -> str:
    """Turn words into an id: "Gute Praxis 1" -> "gute-praxis-1"."""
    return slug(value, 60)


def _month(value: str) -> str:
    match = re.fullmatch(r"(0?[1-9]|1[0-2])[./-]((?:19|20)[0-9]{2})", value)
    if match:
        return f"{match[2]}-{match[1]:0>2}"
    match = re.fullmatch(r"((?:19|20)[0-9]{2})[./-]?([1-9]|0[1-9]|1[0-2])(?:-.*)?", value)
    return f"{match[1]}-{match[2]:0>2}" if match else "2014-09"
