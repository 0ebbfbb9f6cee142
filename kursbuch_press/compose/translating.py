"""What a translation lacks, has beside the German, or holds although nothing in German is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kursbuch_press.book.addresses import address
from kursbuch_press.book.book import Book
from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.translations import Translation, digest_of
from kursbuch_press.compose.leaflets import HANDOUTS, Sayer, common, leaflet, motto, overview_rows


class Fault(StrEnum):
    """What can be wrong with a text of a translation."""

    MISSING = "missing"
    OUTDATED = "outdated"
    SUPERFLUOUS = "superfluous"


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A text that is not in step: its address, or the name of a body; both wordings, as far as there are two."""

    address: str
    fault: Fault
    german: str
    translated: str
    digest: str
    is_name: bool = False


def asked_of(book: Book, texts: HandoutTexts, sheets: tuple[str, ...]) -> Sayer:
    """Ask for every text that the sheets of a language have; ``sheets`` are ids of fields, any other is the overview."""
    say = Sayer(book.edition)
    common(texts, say)
    fields = {chapter.id: chapter for chapter in book.field_chapters}
    for sheet in sheets:
        if sheet in fields:
            leaflet(fields[sheet], texts, say)
        else:
            motto(say)
            overview_rows(book, texts, say)
            say.text(address(HANDOUTS, "overview", "title"), texts.overview.title)
            for each in texts.overview.paragraphs:
                say.text(address(HANDOUTS, each.id, "text"), each.text)
    return say


def gaps(say: Sayer, translation: Translation) -> Iterator[Gap]:
    """Compare what was asked for in German with what a translation has."""
    for at, german in say.asked.items():
        found = translation.texts.get(at)
        digest = digest_of(german)
        if found is None:
            yield Gap(at, Fault.MISSING, german, "", digest)
        elif found.of != digest:
            yield Gap(at, Fault.OUTDATED, german, found.text.source, digest)
    for at, spare in translation.texts.items():
        if at not in say.asked:
            yield Gap(at, Fault.SUPERFLUOUS, "", spare.text.source, "")
    for name in say.names:
        if name not in translation.names:
            yield Gap(name, Fault.MISSING, name, "", "", is_name=True)
    for name, translated in translation.names.items():
        if name not in say.names:
            yield Gap(name, Fault.SUPERFLUOUS, "", translated, "", is_name=True)
