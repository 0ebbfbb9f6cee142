"""Floating things of a Word file: pictures and text boxes whose place in the text a reader cannot know."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import WP, W
from kursbuch_press.problems import Severity

ORDER = Clause("", "1.3.2")


def _judge(file: WordFile) -> Result:
    floating = list(file.body.iter(f"{WP}anchor"))
    boxes = sum(each.find(f".//{W}txbxContent") is not None for each in floating)
    seen = []
    if boxes:
        message = words.TEXT_BOXES.format(count=count(boxes, "Textfeld", "Textfelder"))
        seen.append(Seen(message, severity=Severity.WARNING, clause=ORDER))
    if len(floating) > boxes:
        message = words.FLOATING.format(count=count(len(floating) - boxes, "Bild", "Bilder"))
        seen.append(Seen(message, severity=Severity.WARNING, clause=ORDER))
    return Result(seen=tuple(seen), measured=count(len(floating), "schwebendes Objekt", "schwebende Objekte"))


CHECK = Check("word-floating", _judge, (ORDER,))
