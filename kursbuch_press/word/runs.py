"""Runs of text and fields: the smallest things of a Word file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.word.ooxml import Xml, text, w, x

_REGIONS = {
    "ar": "ar-SA", "bg": "bg-BG", "ckb": "ku-Arab-IQ", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE",
    "el": "el-GR", "en": "en-GB", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL",
    "hr": "hr-HR", "hu": "hu-HU", "it": "it-IT", "ku": "ku-Arab-IQ", "la": "la-Latn", "nl": "nl-NL",
    "pl": "pl-PL", "ps": "ps-AF", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK",
    "sq": "sq-AL", "sr": "sr-Latn-RS", "sv": "sv-SE", "ti": "ti-ER", "tr": "tr-TR", "uk": "uk-UA",
    "ur": "ur-PK", "vi": "vi-VN",
}  # fmt: skip

# Word keeps these two as elements. A narrow no-break space becomes the one that Word can type
# (Ctrl+Shift+Space) and that every typeface has; a word joiner does nothing in Word and shows as a box in old
# typefaces.
_SPECIAL = re.compile("([\u2011\u00ad])")
_UNUSUAL = re.compile("[\u2011\u00ad\u202f\u2009\u2060\n\t]")
_TRANSLATED = str.maketrans({"\u202f": "\u00a0", "\u2009": " ", "\u2060": "", "\n": " ", "\t": " "})


@dataclass(frozen=True, slots=True)
class Face:
    """How a run looks beside its paragraph.

    Stress, a character style, the language, and whether it hides in web view.
    """

    strong: bool = False
    emphasis: bool = False
    style: str = ""
    language: str = ""
    web_hidden: bool = False


PLAIN = Face()


def word_language(tag: str) -> str:
    """Give the language as Word's proofing knows it: it wants a region, ``en-GB`` rather than ``en``."""
    return _REGIONS.get(tag.lower(), tag)


def _character_style(face: Face) -> str:
    if face.style:
        return face.style
    if face.strong and face.emphasis:
        return "IntenseEmphasis"
    if face.strong:
        return "Strong"
    return "Emphasis" if face.emphasis else ""


@lru_cache(maxsize=512)
def _properties(face: Face) -> Xml | None:
    """Give ``w:rPr``; a run has one character style, so stress inside a link is said beside it.

    Order: CT_RPr.
    """
    style = _character_style(face)
    found = (
        w("rStyle", val=style) if style else None,
        w("b") if face.style and face.strong else None,
        w("i") if face.style and face.emphasis else None,
        w("webHidden") if face.web_hidden else None,
        *(_language(face.language) if face.language else ()),
    )
    return w("rPr", *found) if any(found) else None


def _language(tag: str) -> tuple[Xml, ...]:
    if is_right_to_left(tag):
        return (w("rtl"), w("lang", bidi=word_language(tag)))
    return (w("lang", val=word_language(tag)),)


def run(child: Xml, face: Face = PLAIN) -> Xml:
    """Give a run around one child."""
    return w("r", _properties(face), child)


def words(content: str, face: Face = PLAIN) -> list[Xml]:
    """Give the runs of some words."""
    if not _UNUSUAL.search(content):
        return [run(text(content), face)] if content else []
    content = content.translate(_TRANSLATED)
    return [run(_piece(piece), face) for piece in _SPECIAL.split(content) if piece]


def _piece(piece: str) -> Xml:
    match piece:
        case "\u2011":
            return w("noBreakHyphen")
        case "\u00ad":
            return w("softHyphen")
        case _:
            return text(piece)


def tab(face: Face = PLAIN) -> Xml:
    """Give a run with a tab."""
    return run(w("tab"), face)


def field(instruction: str, result: list[Xml], face: Face = PLAIN) -> list[Xml]:
    """Give a field with its result in it: nothing is empty when Word opens the file, and nothing asks."""
    return [*field_start(instruction, face), *result, field_end(face)]


@lru_cache(maxsize=64)
def _field_mark(kind: str, face: Face) -> Xml:
    return run(w("fldChar", fldCharType=kind), face)


def field_start(instruction: str, face: Face = PLAIN) -> list[Xml]:
    """Give what stands before the result of a field."""
    return [
        _field_mark("begin", face),
        run(text(f" {instruction} ", "instrText"), face),
        _field_mark("separate", face),
    ]


def field_end(face: Face = PLAIN) -> Xml:
    """Give what stands after the result of a field."""
    return _field_mark("end", face)


def hyperlink(content: list[Xml], *, anchor: str = "", rid: str = "") -> Xml:
    """Give a link: to a bookmark of the file, or out of it through a relationship."""
    target = {"w:anchor": anchor} if anchor else {"r:id": rid}
    return x("w:hyperlink", {**target, "w:history": "1"}, *content)
