"""What can be seen in a designer's files before a page is set: colours, addresses and typefaces that are not there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kursbuch_press.pages import wording
from kursbuch_press.problems import Place, Problem, listed

# Inside url() the press knows pictures by addresses of its own; a value that a template puts in is judged when it is used.
_ADDRESS = re.compile(
    r"url\(\s*[\"']?\s*(?![\"'\s]|press:|data:|#|\{\{)([^\"')\s]*)|@(import)\b|(?<=@)(font-face)\b", re.IGNORECASE
)
_ESCAPED_RULE = re.compile(r"@(?=[\w-]*\\)(?:[\w-]|\\[0-9a-fA-F]{1,5}\s?|\\[^\n0-9a-fA-F])+")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,5})\s?|(.))")
_SWATCH = re.compile(r"var\(--([a-z][a-z0-9-]*)\)")
_DEFINED = re.compile(r"--([a-z][a-z0-9-]*)\s*:")
_FAMILY = re.compile(r"font-family\s*[:=]\s*((?:[\"'][^\"';{}]*[\"']|[\w\s-]+)(?:\s*,\s*(?:[\"'][^\"';{}]*[\"']|[\w\s-]+))*)")
_FORBIDDEN = re.compile(
    r"<(script|iframe|frame|object|embed|applet|audio|video|foreignObject|handler|set|animate\w*)\b", re.IGNORECASE
)
_OPACITY = re.compile(r"(?<![\w-])opacity\s*:\s*(\d*\.?\d+)(%?)", re.IGNORECASE)
_ANY = {"inherit", "initial", "unset"}
_COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->", re.DOTALL)


def without_comments(text: str) -> str:
    """Blank out comments but keep every line and column where it is."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def place_at(file: str, text: str, index: int) -> Place:
    """Give the line and column of a character."""
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def defined_names(text: str) -> set[str]:
    """Give the names of custom properties (CSS Variables 1) that a text defines, such as ``field``."""
    return set(_DEFINED.findall(without_comments(text)))


def foreign_addresses(file: str, text: str) -> Iterator[Problem]:
    """Find what would be fetched: the press fetches nothing (design rule 9), and has its fonts from packages."""
    bare = without_comments(text)
    for match in _ADDRESS.finditer(bare):
        if match[2] or match[3]:
            message = (wording.NO_IMPORT if match[2] else wording.NO_FONT_FACE).format(word=match[0])
            hint = wording.NO_IMPORT_HINT if match[2] else wording.NO_FONT_FACE_HINT
        else:
            message, hint = wording.REFUSED_ADDRESS.format(url=match[1][:80]), wording.REFUSED_ADDRESS_HINT
        yield Problem(place_at(file, bare, match.start()), message, hint, rule="address")
    yield from _written_with_escapes(file, bare)


def forbidden_elements(file: str, text: str) -> Iterator[Problem]:
    """Find programs, frames, sound and movement in templates: no page shows them, and they would be lost in silence."""
    bare = without_comments(text)
    for match in _FORBIDDEN.finditer(bare):
        message = wording.NO_ELEMENT.format(name=match[1])
        yield Problem(place_at(file, bare, match.start()), message, wording.NO_ELEMENT_HINT, rule="template")


def _written_with_escapes(file: str, text: str) -> Iterator[Problem]:
    """Find the same at-rules where a letter is written by its number (CSS Syntax 3, 4.3.7), such as 69 for i."""
    for match in _ESCAPED_RULE.finditer(text):
        word = _ESCAPE.sub(lambda sign: chr(int(sign[1], 16)) if sign[1] else sign[2], match[0]).lower()
        if word in {"@import", "@font-face"}:
            imports = word == "@import"
            message = (wording.NO_IMPORT if imports else wording.NO_FONT_FACE).format(word=word if imports else word[1:])
            hint = wording.NO_IMPORT_HINT if imports else wording.NO_FONT_FACE_HINT
            yield Problem(place_at(file, text, match.start()), message, hint, rule="address")


def unknown_names(file: str, text: str, swatches: Collection[str], defined: Collection[str]) -> Iterator[Problem]:
    """Find ``var(--name)`` where the name is neither a swatch nor defined in the same folder: CSS drops it in silence."""
    bare = without_comments(text)
    for match in _SWATCH.finditer(bare):
        if match[1] in swatches or match[1] in defined:
            continue
        hint = wording.no_swatch_hint(match[1], list(swatches))
        yield Problem(place_at(file, bare, match.start()), wording.NO_SWATCH.format(name=match[1]), hint, rule="swatch")


def translucent(file: str, text: str) -> Iterator[Problem]:
    """Find what would let through what lies below: text in it cannot be tagged, and no ink is right for it."""
    bare = without_comments(text)
    for match in _OPACITY.finditer(bare):
        if float(match[1]) < (100 if match[2] else 1):
            yield Problem(place_at(file, bare, match.start()), wording.NO_OPACITY, wording.NO_OPACITY_HINT, rule="opacity")


def unknown_families(file: str, text: str, families: Collection[str]) -> Iterator[Problem]:
    """Find typefaces that the press does not bring along: another one would be set in their place, in silence."""
    bare = without_comments(text)
    for match in _FAMILY.finditer(bare):
        for name in match[1].split(","):
            family = name.strip().strip("\"'").strip()
            if family not in families and family.lower() not in _ANY:
                yield unknown_face(family, families, place_at(file, bare, match.start(1)))


def unknown_face(family: str, families: Collection[str], place: Place) -> Problem:
    """Tell of a typeface that the press does not bring along."""
    hint = wording.NO_FAMILY_HINT.format(names=listed(families, most=40))
    return Problem(place, wording.NO_FAMILY.format(name=family), hint, rule="font")
