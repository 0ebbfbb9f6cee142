"""Every German sentence with which this room explains a mistake: (what is wrong, what to type next)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Words = tuple[str, str]

_UTF8 = "im Editor als UTF-8 speichern (VS Code: unten rechts auf die Kodierung klicken, „Mit Codierung speichern“)"
_QUOTE = "den ganzen Wert in Anführungszeichen setzen oder hinter dem Schlüssel mit „>-“ in einer neuen Zeile beginnen"
_INDENT = "die Einrückung prüfen: Schlüssel derselben Ebene beginnen in derselben Spalte, Listenpunkte mit „- “"


# ---- words in general


def short(value: str) -> str:
    """Shorten a value to what fits into a sentence."""
    line = " ".join(value.split())
    return line if len(line) <= 60 else f"{line[:57]}…"  # noqa: PLR2004 - about half a line of a terminal


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Give the known word that is most like the wanted one, or an empty string."""
    by_lower = {word.lower(): word for word in known}
    found = difflib.get_close_matches(wanted[:80].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def perhaps(wanted: str, known: Iterable[str], otherwise: str) -> str:
    """Give "gemeint ist vielleicht …", or another hint where nothing is near."""
    found = nearest(wanted, known)
    return f"gemeint ist vielleicht „{found}“" if found else otherwise


def listed(words: Sequence[str], most: int = 15) -> str:
    """Give words one after the other, the first ones if they are many."""
    shown = ", ".join(words[:most])
    return f"{shown} und {len(words) - most} weitere" if len(words) > most else shown


def number(value: float) -> str:
    """Write a number as German readers expect it."""
    return f"{value:,.10g}".replace(",", " ").replace(".", ",").replace(" ", ".")


# ---- files


def missing_file(file: str, there: Sequence[str]) -> Words:
    name = file.rpartition("/")[2]
    return f"Die Datei {file} fehlt.", perhaps(name, there, "anlegen oder den Namen berichtigen")


def unreadable(file: str, reason: str) -> Words:
    german = {"Permission denied": "keine Leserechte", "File name too long": "der Name ist zu lang"}
    why = german.get(reason, "")
    return f"Die Datei {file} lässt sich nicht lesen{': ' + why if why else ''}.", "Name und Zugriffsrechte der Datei prüfen"


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


def empty_file() -> Words:
    return "Die Datei ist leer.", "den Inhalt aus der letzten Fassung zurückholen (git checkout) oder neu schreiben"


def wrong_encoding(name: str, at: int | None = None, byte: int = 0) -> Words:
    where = "" if at is None else f" (Byte {at + 1} der Datei ist 0x{byte:02X})"
    return f"Die Datei ist nicht in UTF-8 gespeichert, sondern wohl in {name}{where}.", _UTF8


def tabs(lines: int) -> Words:
    count = "einer Zeile" if lines == 1 else f"{lines} Zeilen"
    return f"Die Datei enthält Tabulatoren (in {count}).", "jeden Tabulator durch Leerzeichen ersetzen, zwei je Ebene"


def control(character: str) -> Words:
    return (
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(character):04X}).",
        "löschen; meist ist es beim Kopieren aus einem anderen Programm hineingeraten",
    )


# ---- YAML

# What libyaml and PyYAML's own parser say, from the special to the general: (part of it, sentence, hint).
_BROKEN = (
    ("while scanning a quoted scalar found unknown escape", "Nach „\\“ steht in einem Wert in \"…\" ein unbekanntes Zeichen.", "einfache Anführungszeichen '…' verwenden oder „\\\\“ schreiben"),
    ("hexdecimal number", "Nach „\\x“ oder „\\u“ fehlt die Nummer des Zeichens.", "das Zeichen selbst schreiben"),
    ("Unicode character", "Diese Zeichennummer gibt es nicht.", "das Zeichen selbst schreiben"),
    ("quoted scalar", "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.", "das schließende Anführungszeichen ergänzen; im Text selbst „…“ verwenden"),
    ("double-quoted scalar", "Nach „\\“ steht ein unbekanntes Zeichen.", "einfache Anführungszeichen '…' verwenden oder „\\\\“ schreiben"),
    ("block scalar", "Nach „>“ oder „|“ darf in derselben Zeile kein Text stehen.", "„>-“ schreiben und den Text in der nächsten Zeile eingerückt beginnen"),
    ("an alias", "Ein Wert darf nicht mit „*“ beginnen.", _QUOTE),
    ("an anchor", "Ein Wert darf nicht mit „&“ beginnen.", _QUOTE),
    ("a tag", "Ein Wert darf nicht mit „!“ beginnen.", _QUOTE),
    ("tag handle", "Ein Wert darf nicht mit „!“ beginnen.", _QUOTE),
    ("cannot start any token", "Mit diesem Zeichen darf ein Wert nicht beginnen.", _QUOTE),
    ("directive", "Eine Zeile darf nicht mit „%“ beginnen.", _QUOTE),
    ("mapping values are not allowed", "Der Doppelpunkt ist hier nicht erlaubt: In einer Zeile steht ein Schlüssel zu viel, oder die Einrückung stimmt nicht.", f"gehört der Doppelpunkt zum Text, {_QUOTE}"),
    ("block sequence entries are not allowed", "Ein Listenpunkt („- “) darf nicht hinter einem Schlüssel in derselben Zeile stehen.", "die Liste in der nächsten Zeile beginnen"),
    ("could not find expected ':'", "Hinter dem Schlüssel fehlt der Doppelpunkt.", "„schluessel: Wert“ schreiben; ein Text über mehrere Zeilen beginnt mit „>-“ und ist eingerückt"),
    ("flow sequence", "Eine eckige Klammer wird geöffnet, aber nicht richtig geschlossen.", f"beginnt der Text mit „[“, {_QUOTE}"),
    ("flow mapping", "Eine geschweifte Klammer wird geöffnet, aber nicht richtig geschlossen.", f"beginnt der Text mit „{{“, {_QUOTE}"),
    ("flow node", "In den Klammern fehlt ein Wert.", _QUOTE),
    ("document start", "Nach dem Ende des Inhalts folgt noch etwas.", "am Anfang der Zeile „schluessel: “ ergänzen oder Anführungszeichen um den ganzen Wert setzen"),
    ("block mapping", "Hier wird ein Schlüssel erwartet; die Einrückung stimmt nicht, oder vor dem Text fehlt „schluessel:“.", _INDENT),
    ("block collection", "Hier wird ein Listenpunkt erwartet; die Einrückung stimmt nicht.", _INDENT),
    ("block end", "Die Einrückung stimmt nicht.", _INDENT),
)  # fmt: skip

_STARTS = {
    "*": "an alias",
    "&": "an anchor",
    "!": "a tag",
    "[": "flow sequence",
    "{": "flow mapping",
    "@": "cannot start any token",
    "`": "cannot start any token",
    "%": "cannot start any token",
}


def broken(what: str, line: str = "", column: int = 0) -> Words:
    """Explain broken YAML from what the parser says, and from what the line looks like where that says more."""
    start = re.match(r"\s*(?:- +)*(?:[\w-]+: +)?([*&!@`%\[{])", line)
    if start and column >= start.start(1) and "quoted scalar" not in what:
        what = f"{_STARTS[start[1]]} {what}"
        return next((message, hint) for part, message, hint in _BROKEN if part == _STARTS[start[1]])
    for part, message, hint in _BROKEN:
        if part in what:
            return message, hint
    return "Der Aufbau der Datei ist hier nicht zu verstehen (kein gültiges YAML).", _INDENT


def alias(line: str) -> Words:
    if line.startswith("*"):
        return "Ein Wert darf nicht mit „*“ beginnen: In YAML wäre das ein Verweis auf eine andere Stelle.", _QUOTE
    return "Anker und Verweise von YAML („&name“, „*name“) sind nicht erlaubt.", "den Inhalt ausschreiben; " + _QUOTE


def merge_key() -> Words:
    return "„<<“ ist nicht erlaubt.", "die Schlüssel ausschreiben"


def tag(name: str, line: str) -> Words:
    written = line.split(" ", 1)[0] if line.startswith("!") else name
    return f"„{short(written)}“ ist nicht erlaubt: Typangaben und Programmbefehle gibt es hier nicht.", f"entfernen; beginnt der Text mit „!“, {_QUOTE}"


def several_documents() -> Words:
    return "In der Datei beginnt mit „---“ ein zweites Dokument.", "die Zeile „---“ löschen; jede Datei enthält genau eines"


def too_deep(most: int) -> Words:
    return f"Die Angaben sind mehr als {most} Ebenen tief verschachtelt.", "die Klammern und Einrückungen prüfen"


def too_many_values(most: int) -> Words:
    return f"Die Datei enthält mehr als {number(most)} Werte.", "nachsehen, ob etwas anderes hineingeraten ist"


def key_is_no_word() -> Words:
    return "Ein Schlüssel muss ein einzelnes Wort sein.", f"gehört „{{“ oder „[“ zum Text, {_QUOTE}"


def empty_key() -> Words:
    return "Vor dem Doppelpunkt fehlt der Schlüssel.", "den Schlüssel ergänzen oder den Wert in Anführungszeichen setzen"


def duplicate_key(key: str, line: int) -> Words:
    return f"Der Schlüssel „{short(key)}“ steht hier zum zweiten Mal (zuerst in Zeile {line}).", "einen der beiden löschen"


# ---- keys and values


def rule_of(kind: str) -> str:
    """Give the short stable name of the rule that an error of pydantic stands for."""
    names = {"missing": "missing-key", "extra_forbidden": "unknown-key", "enum": "unknown-word", "literal_error": "unknown-word"}
    if kind.startswith("union_tag"):
        return "unknown-kind"
    return names.get(kind, kind.replace("_", "-") if kind in _OWN else "wrong-value")


def missing_key(key: str, description: str) -> Words:
    return f"Der Schlüssel „{key}“ fehlt{': ' + description.rstrip('.') if description else ''}.", f"„{key}: …“ ergänzen"


def unknown_key(key: str, keys: Sequence[str]) -> Words:
    allowed = f"erlaubt sind: {', '.join(keys)}" if keys else "den Schlüssel löschen"
    found = nearest(key, keys)
    hint = f"gemeint ist vielleicht „{found}“; {allowed}" if found else allowed
    return f"Den Schlüssel „{short(key)}“ gibt es hier nicht.", hint


def unknown_kind(kind: str, kinds: Sequence[str], likely: str = "") -> Words:
    message = f"Die Art „{short(kind)}“ (kind) gibt es hier nicht."
    if not kind:
        message = "Der Schlüssel „kind“ fehlt: Er sagt, was das hier ist."
    allowed = f"erlaubt sind: {', '.join(kinds)}"
    return message, f"gemeint ist vielleicht „kind: {likely}“; {allowed}" if likely else allowed


def no_value(key: str) -> Words:
    name = f"Der Schlüssel „{key}“" if key else "Der Listenpunkt"
    return f"{name} hat keinen Wert.", "einen Wert dahinter schreiben oder die Zeile löschen"


def text_too_long(length: int, most: int) -> Words:
    return f"Der Text hat {number(length)} Zeichen, erlaubt sind {number(most)}.", "in mehrere Absätze teilen"


def wrong_type(kind: str, key: str, what: str) -> Words:
    expected, hint = _TYPES.get(kind.removesuffix("_type"), ("ein anderer Wert", ""))
    return f"{_subject(key)} erwartet {expected}, hier steht {what}.", hint


_RECORD = ("eigene Schlüssel (name: Wert)", "die Schlüssel eingerückt darunter schreiben, zum Beispiel „id: …“ und „text: …“")
_TYPES = {
    "string": ("einen Text", _QUOTE),
    "int": ("eine ganze Zahl", "nur Ziffern schreiben, zum Beispiel 3"),
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


def _subject(key: str) -> str:
    return f"„{short(key)}“" if key else "Dieser Eintrag"


# Errors that the content model raises itself: the sentence is the model's, the hint is ours.
_OWN = {
    "markup": "nur die Auszeichnungen aus docs/writing.md verwenden",
    "empty_text": "einen Text schreiben oder die Zeile löschen",
    "list_depth": "die unterste Stufe in den Text der Stufe darüber aufnehmen",
    "cells": "fehlende Zellen als '' ergänzen oder überzählige löschen",
    "alternative_text": "„alt: …“ ergänzen (was zeigt das Bild?); bei reinem Schmuck „decorative: true“",
    "decorative": "entweder alt oder decorative löschen",
    "dates": "start und until vertauschen oder berichtigen",
    "web_address": "die vollständige Adresse schreiben, zum Beispiel https://www.example.org/",
    "flag": "true (ja) oder false (nein) schreiben",
    "day": "als JJJJ-MM-TT schreiben, zum Beispiel 2014-06-27",
}


def is_ours(kind: str) -> bool:
    """Tell whether the content model raises an error itself and words it."""
    return kind in _OWN


def wrong_value(error: Mapping[str, Any], key: str, value: str, what: str) -> Words:
    """Explain one error of pydantic; an unknown kind of error gets a sentence too, and never pydantic's own."""
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind in _OWN:
        return str(error["msg"]), _OWN[kind]
    if kind in {"enum", "literal_error"}:
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        hint = f"erlaubt sind: {', '.join(words)}"
        found = nearest(value, words)
        return f"{_subject(key)} kennt das Wort „{short(value)}“ nicht.", f"gemeint ist vielleicht „{found}“; {hint}" if found else hint
    if kind in {"too_short", "too_long", "string_too_short", "string_too_long"}:
        return _wrong_length(kind, key, context)
    if kind == "string_pattern_mismatch":
        return _wrong_pattern(str(context.get("pattern", "")), key, value)
    if kind in _LIMITS:
        limit = next((number(float(context[name])) for name in ("ge", "gt", "le", "lt") if name in context), "")
        return f"{_subject(key)} ist {short(value)}; erlaubt ist {_LIMITS[kind]} {limit}.", "den Wert berichtigen"
    expected = kind.partition("_")[0]
    if kind.endswith("_type") or expected in _TYPES:
        return wrong_type(kind if kind.removesuffix("_type") in _TYPES else expected, key, what)
    return f"{_subject(key)} hat einen Wert, der hier nicht passt: {what}.", "mit der Beschreibung in docs/writing.md vergleichen"


_LIMITS = {
    "greater_than_equal": "mindestens",
    "greater_than": "mehr als",
    "less_than_equal": "höchstens",
    "less_than": "weniger als",
}


def _wrong_length(kind: str, key: str, context: Mapping[str, Any]) -> Words:
    few, many = context.get("min_length"), context.get("max_length")
    match kind:
        case "string_too_short":
            return f"{_subject(key)} ist leer.", "einen Wert schreiben oder die Zeile löschen"
        case "string_too_long":
            return f"{_subject(key)} ist zu lang: Erlaubt sind {many} Zeichen.", "kürzen"
        case "too_short":
            entries = "einen Eintrag" if few == 1 else f"{few} Einträge"
            return f"{_subject(key)} braucht mindestens {entries}.", "mit „- “ einen Eintrag ergänzen"
        case _:
            return f"{_subject(key)} hat zu viele Einträge, erlaubt sind {many}.", "Einträge löschen oder aufteilen"


def _wrong_pattern(pattern: str, key: str, value: str) -> Words:
    if "a-z0-9]+(-" in pattern:
        like = identifier(value) or "gute-praxis-1"
        return f"„{short(value)}“ ist keine gültige Kennung.", f"nur a–z, Ziffern und einzelne Bindestriche verwenden, zum Beispiel „{like}“"
    if pattern.startswith("^(19|20)"):
        return f"„{short(value)}“ ist kein Monat.", f"als JJJJ-MM schreiben, zum Beispiel {_month(value)}"
    if pattern.startswith("^[a-z]{2,3}"):
        return f"„{short(value)}“ ist keine Sprache.", "das Kürzel schreiben, zum Beispiel de oder en"
    return f"{_subject(key)} ist anders aufgebaut als erwartet: „{short(value)}“.", "mit der Beschreibung in docs/writing.md vergleichen"


def identifier(value: str) -> str:
    """Turn words into an id: "Gute Praxis 1" -> "gute-praxis-1"."""
    plain = value.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _month(value: str) -> str:
    match = re.fullmatch(r"(0?[1-9]|1[0-2])[./-]((?:19|20)[0-9]{2})", value)
    if match:
        return f"{match[2]}-{match[1]:0>2}"
    match = re.fullmatch(r"((?:19|20)[0-9]{2})[./-]?([1-9]|0[1-9]|1[0-2])(?:-.*)?", value)
    return f"{match[1]}-{match[2]:0>2}" if match else "2014-09"


def more_problems(count: int) -> Words:
    return f"Diese Datei hat {count} weitere Fehler.", "erst die gezeigten beheben"


# ---- the whole book


def no_mapping() -> Words:
    return "Die Datei beginnt nicht mit einem Schlüssel.", "die erste Zeile lautet zum Beispiel „id: …“, ohne „- “ davor"


def unnamed_chapter(name: str) -> Words:
    if name.endswith(".yml"):
        return f"Die Datei {name} wird nicht gelesen: Kapitel enden auf .yaml.", "umbenennen"
    chapter = name.removesuffix(".yaml")
    return f"Das Kapitel „{chapter}“ kommt im Buch nicht vor.", f"„- {chapter}“ unter chapters in sources/kursbuch.yaml ergänzen oder die Datei löschen"


def duplicate_id(name: str, line: int) -> Words:
    return (
        f"Die Kennung „{short(name)}“ gibt es hier schon (zuerst in Zeile {line}).",
        "diese Kennung ändern; alte Kennungen bleiben, weil Verweise daran hängen",
    )


def reserved_id(name: str) -> Words:
    return f"Die Kennung „{name}“ geht nicht: So heißt schon ein Schlüssel des Kapitels.", f"zum Beispiel „{name}-1“ schreiben"


def duplicate_chapter(name: str, line: int) -> Words:
    return f"Das Kapitel „{name}“ steht zweimal im Buch (zuerst in Zeile {line}).", "eine der beiden Zeilen löschen"


def other_chapter_id(name: str, file: str) -> Words:
    return f"Die Kennung „{short(name)}“ passt nicht zum Dateinamen.", f"„id: {file}“ schreiben oder die Datei umbenennen"


def duplicate_number(value: str, chapter: str) -> Words:
    return f"Die Nummer {short(value)} hat schon das Handlungsfeld „{chapter}“.", "eine andere Nummer geben"


def dead_reference(target: str, known: Sequence[str]) -> Words:
    if not target:
        return "Dem Verweis fehlt sein Ziel.", "die Kennung hinter „#“ ergänzen"
    otherwise = "die Kennung (id) des Ziels schreiben; in anderen Kapiteln #kapitel/id"
    found = nearest(target, known)
    hint = f"gemeint ist vielleicht „#{found}“" if found else otherwise
    return f"Der Verweis „#{short(target)}“ hat kein Ziel.", hint


def ambiguous_reference(target: str, candidates: Sequence[str]) -> Words:
    choice = " oder ".join(f"„#{candidate}“" for candidate in candidates[:6])
    return f"Der Verweis „#{target}“ ist nicht eindeutig: Die Kennung gibt es in mehreren Kapiteln.", f"{choice} schreiben"


def unknown_entry(scheme: str, name: str, known: Sequence[str]) -> Words:
    places = {"glossar": "Glossar (glossary.yaml, entries)", "abk": "Abkürzungsverzeichnis (glossary.yaml, abbreviations)", "lit": "Literaturverzeichnis (literature.yaml)"}
    message = f"„{short(name)}“ steht nicht im {places[scheme]}."
    found = nearest(name, known)
    return message, f"gemeint ist vielleicht „{scheme}:{found}“" if found else "dort einen Eintrag mit dieser Kennung anlegen"


def unused_entries(what: str, names: Sequence[str]) -> Words:
    return f"Im Text nirgends genannt sind diese {what}: {listed(names)}.", "im Text darauf verweisen oder so lassen"


def undefined_note(name: str, known: Sequence[str]) -> Words:
    hint = f"unter notes einen Eintrag „- id: {short(name) or 'fn-1'}“ anlegen"
    found = nearest(name, known)
    return f"Die Fußnote „{short(name)}“ gibt es in diesem Kapitel nicht.", f"gemeint ist vielleicht „[^{found}]“; sonst {hint}" if found else hint


def unused_note(name: str) -> Words:
    return f"Die Fußnote „{name}“ wird nirgends aufgerufen.", f"„[^{name}]“ in einen Text setzen oder die Fußnote löschen"


def note_in_note(*, own: bool) -> Words:
    message = "Die Fußnote ruft sich selbst auf." if own else "Eine Fußnote kann keine Fußnote aufrufen."
    return message, "den Aufruf löschen; Ergänzungen gehören in denselben Fußnotentext"


# ---- pictures


def no_bare_name(name: str) -> Words:
    return (
        f"„{short(name)}“ ist kein Dateiname: Bilder liegen alle in sources/pictures/.",
        "das Bild dorthin legen und nur seinen Namen schreiben, zum Beispiel karte.svg",
    )


def unknown_picture_kind(name: str, suffixes: Sequence[str]) -> Words:
    return f"Bilder wie „{short(name)}“ lassen sich nicht drucken.", f"als PNG, JPEG oder SVG speichern; erlaubt sind {', '.join(suffixes)}"


def missing_picture(name: str, there: Sequence[str]) -> Words:
    message = f"Das Bild „{short(name)}“ gibt es in sources/pictures/ nicht."
    return message, perhaps(name, there, "dorthin legen oder den Namen berichtigen")


def too_many_pixels(limit: int, width: int = 0, height: int = 0) -> Words:
    size = f" ({number(width)} × {number(height)})" if width else ""
    return f"Das Bild hat zu viele Bildpunkte{size}.", f"verkleinern; erlaubt sind {number(limit)}, für eine ganze Seite genügen 1.800 × 2.500"


def other_format(is_now: str, wanted: str) -> Words:
    return f"Das Bild ist in Wahrheit {is_now} und nicht {wanted}.", "die Endung berichtigen oder das Bild neu speichern"


def broken_picture() -> Words:
    return "Das Bild ist beschädigt oder unvollständig.", "die Datei neu speichern oder noch einmal kopieren"


def svg_in_disguise() -> Words:
    return "Das Bild ist in Wahrheit SVG.", "die Endung .svg geben"


def broken_svg(line: int) -> Words:
    return f"Die Zeichnung ist kein gültiges SVG (Zeile {line} der Bilddatei).", "aus dem Zeichenprogramm neu als SVG speichern"


def no_svg() -> Words:
    return "Die Datei ist keine SVG-Zeichnung.", "aus dem Zeichenprogramm als SVG speichern"


def svg_with_doctype() -> Words:
    return "Die Zeichnung enthält eine DOCTYPE-Zeile.", "die Zeile „<!DOCTYPE …>“ löschen oder als „einfaches SVG“ speichern"


def svg_with_style_sheet() -> Words:
    return "Die Zeichnung ruft eine fremde Datei oder ein Programm auf („<?…?>“).", "als „einfaches SVG“ speichern"


def svg_with_element(name: str) -> Words:
    return f"Die Zeichnung enthält „{short(name)}“: Programme und Bewegung sind nicht erlaubt.", "als „einfaches SVG“ speichern"


def svg_reaches_out(value: str) -> Words:
    return f"Die Zeichnung verweist auf etwas außerhalb ihrer Datei („{short(value)}“).", "das Bild in die Zeichnung einbetten"


def svg_too_complex() -> Words:
    return "Die Zeichnung ist zu verschachtelt oder besteht aus zu vielen Teilen.", "vereinfachen oder als PNG speichern"
