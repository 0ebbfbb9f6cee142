"""What typefaces lack of what is set in them: weights and signs that would come from another, in silence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from weasyprint.formatting_structure.boxes import TextBox

from kursbuch_press.pages import wording
from kursbuch_press.pages.fonts import HOUSE, HYPHEN, Cut, families
from kursbuch_press.pages.layout import Page
from kursbuch_press.problems import Place, Problem, Severity, listed

_MOST_SIGNS = 12


@dataclass(slots=True)
class _Asked:
    """What is asked of the typefaces of a text: where it is asked first, in which words, and with which signs."""

    folio: str
    words: str
    signs: dict[str, str] = field(default_factory=dict)


def lacking(pages: Iterable[tuple[str, Page]], project: Path, folder: str) -> Iterator[Problem]:
    """Tell of weights and signs that typefaces lack, so that others are set in their place.

    ``pages`` are laid-out pages with their folios, ``folder`` that of their design. Signs of
    other scripts are meant to come from other typefaces.
    """
    known = families(project)
    lost: dict[str, dict[str, str]] = {}
    for (names, weight, italic), asked in _asked(pages).items():
        cuts = known.get(names[0], ())
        if not cuts:
            continue  # told of with the stylesheets
        if not any(each.weight == weight and each.italic == italic for each in cuts):
            yield _lacks_weight((names[0], weight, italic), asked, cuts, folder)
        here = {sign: at for sign, at in asked.signs.items() if not _has(sign, names, known)}
        if not any(cut.path.is_relative_to(project / HOUSE) for cut in cuts):
            here.pop(HYPHEN, None)  # nobody who makes a book chose it; that of the text stands in for it in these
        lost[names[0]] = here | lost.get(names[0], {})
    for name, signs in lost.items():
        if signs:
            yield _lacks_signs(name, signs, folder)


def _asked(pages: Iterable[tuple[str, Page]]) -> dict[tuple[tuple[str, ...], int, bool], _Asked]:
    found: dict[tuple[tuple[str, ...], int, bool], _Asked] = {}
    for folio, page in pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001 - boxes have no public door
            if not isinstance(box, TextBox) or not box.text.strip():
                continue
            style = box.style
            key = (tuple(style["font_family"]), int(style["font_weight"]), style["font_style"] != "normal")
            asked = found.setdefault(key, _Asked(folio, box.text.strip()[:40]))
            for sign in set(box.text).difference(asked.signs):
                asked.signs[sign] = folio
    return found


def _has(sign: str, names: tuple[str, ...], known: Mapping[str, tuple[Cut, ...]]) -> bool:
    """Whether one of the named typefaces has a sign, or it is none of Latin text."""
    if sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Zs"} or not _is_latin(sign):
        return True
    return any(ord(sign) in each.signs for name in names for each in known.get(name, ()))


def _is_latin(sign: str) -> bool:
    return "\u2010" <= sign <= "\u206f" or sign < "\u0250"


def _lacks_weight(wanted: tuple[str, int, bool], asked: _Asked, cuts: tuple[Cut, ...], folder: str) -> Problem:
    name, weight, italic = wanted
    message = wording.LACKS_WEIGHT.format(name=name, wanted=_named(weight, italic), folio=asked.folio, words=asked.words)
    there = listed(dict.fromkeys(_named(*each) for each in sorted({(cut.weight, cut.italic) for cut in cuts})), last="oder")
    hint = wording.LACKS_WEIGHT_HINT.format(folder=folder, there=there)
    return Problem(Place(folder), message, hint, severity=Severity.WARNING, rule="font-weight")


def _named(weight: int, italic: bool) -> str:  # noqa: FBT001 - a pair as cuts have it
    return wording.ITALIC.format(weight=weight) if italic else str(weight)


def _lacks_signs(name: str, lost: Mapping[str, str], folder: str) -> Problem:
    signs = listed((f"{sign} (U+{ord(sign):04X})" for sign in sorted(lost)), _MOST_SIGNS)
    message = wording.LACKS_SIGNS.format(name=name, folio=next(iter(lost.values())), signs=signs)
    hint = wording.LACKS_HYPHEN_HINT.format(folder=folder) if set(lost) == {HYPHEN} else wording.LACKS_SIGNS_HINT
    return Problem(Place(folder), message, hint, severity=Severity.WARNING, rule="font-sign")
