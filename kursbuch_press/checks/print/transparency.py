"""Transparency: listed, and refused where the standard knows none."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import runs
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words

_WITHOUT = ("PDF/X-1", "PDF/X-3")


def _judge(file: PrintFile) -> Result:
    """List the kinds of transparency with their pages."""
    pages: dict[str, list[int]] = {}
    for sheet in file.sheets:
        for effect in sheet.painting.effects:
            pages.setdefault(_named(effect), []).append(sheet.number)
    listed = tuple(words.EFFECT_PAGES.format(effect=effect, pages=runs(found)) for effect, found in sorted(pages.items()))
    allowed = not file.wanted.standard.startswith(_WITHOUT)
    limit = words.TRANSPARENCY_ALLOWED if allowed else words.TRANSPARENCY_FORBIDDEN
    seen = [
        Seen(words.HAS_EFFECT.format(effect=effect, standard=file.wanted.standard), page)
        for effect, found in sorted(pages.items())
        for page in found
        if not allowed
    ]
    return Result(
        measured=", ".join(sorted(pages)) or words.NONE,
        limit=limit.format(standard=file.wanted.standard),
        seen=tuple(seen),
        listed=listed,
    )


def _named(effect: str) -> str:
    if effect.startswith("blend "):
        return words.BLEND.format(mode=effect.removeprefix("blend "))
    return words.EFFECTS[effect]


CHECK = Check("transparency", _judge)
