"""Pictures of a Word file: each has an alternative text, or is marked as decoration."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.alternatives import is_empty_phrase, is_unreviewed
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_word as words
from kursbuch_press.compose.said_drawings import LONGEST_ALTERNATIVE
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import DECORATIVE, VML, WP, Element, W
from kursbuch_press.problems import Severity

ALTERNATIVE = Clause("", "1.1.1")


def _judge(file: WordFile) -> Result:
    found = list(_pictures(file))
    seen = [each for name, text, decorative in found if not decorative for each in _faults(name, text)]
    listed = tuple(words.ALTERNATIVE.format(name=name, text=text) for name, text, _ in found if text)
    return Result(seen=tuple(seen), measured=count(len(found), "Bild", "Bilder"), listed=listed, nothing=not found)


def _pictures(file: WordFile) -> Iterator[tuple[str, str, bool]]:
    """Give name, alternative text and whether it is decoration, of drawings and of the older VML pictures."""
    for node in file.body.iter(f"{WP}inline", f"{WP}anchor"):
        known = node.find(f"{WP}docPr")
        if known is not None and not _is_text_box(node):
            text = (known.get("descr") or known.get("title") or "").strip()
            yield known.get("name", ""), text, _is_decorative(known) or _is_hidden(known)
    for node in file.body.iter(f"{W}pict"):
        if any(True for _ in node.iterancestors("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
            continue
        for shape in node.iter(f"{VML}shape", f"{VML}rect", f"{VML}oval"):
            if shape.find(f"{VML}imagedata") is not None:
                yield shape.get("id", ""), shape.get("alt", "").strip(), False


def _is_text_box(node: Element) -> bool:
    return node.find(f".//{W}txbxContent") is not None


def _is_hidden(known: Element) -> bool:
    return known.get("hidden") in {"1", "true"}


def _is_decorative(known: Element) -> bool:
    found = known.find(f".//{DECORATIVE}")
    return found is not None and found.get("val", "1") in {"1", "true"}


def _faults(name: str, text: str) -> Iterator[Seen]:
    if not text:
        yield Seen(words.NO_ALTERNATIVE.format(name=name or words.NAMELESS), place=name, clause=ALTERNATIVE)
    elif is_empty_phrase(text):
        yield Seen(words.POOR_ALTERNATIVE.format(text=shortened(text, 60)), place=name, clause=ALTERNATIVE)
    elif is_unreviewed(text):
        message = words.UNREVIEWED.format(text=shortened(text, 60))
        yield Seen(message, place=name, severity=Severity.WARNING, clause=ALTERNATIVE)
    elif len(text) > LONGEST_ALTERNATIVE:
        message = words.LONG_ALTERNATIVE.format(text=shortened(text, 60), count=len(text), most=LONGEST_ALTERNATIVE)
        yield Seen(message, place=name, severity=Severity.WARNING, clause=ALTERNATIVE)


CHECK = Check("word-pictures", _judge, (ALTERNATIVE,))
