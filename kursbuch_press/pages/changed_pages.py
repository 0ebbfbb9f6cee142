"""Which pages differ between two finished PDF files, such as two print runs: what a printer has to plate again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

import pypdfium2

from kursbuch_press.pages.wording import NO_PDF
from kursbuch_press.problems import PressError

_SCALE = 100 / 72
"""100 dpi show a comma that moved; every page of a book takes a few seconds."""


@dataclass(frozen=True, slots=True)
class ChangedPages:
    """Pages by their numbers in the file, from 1, with what is printed as their number where the file says it.

    ``changed`` and ``added`` are pages of the new file, ``gone`` pages of the old one.
    """

    changed: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]


def changed_pages(old: Path, new: Path) -> ChangedPages:
    """Compare two files page by page, by what is seen."""
    before, after = _pages(old), _pages(new)
    changed: list[str] = []
    added: list[str] = []
    gone: list[str] = []
    matcher = SequenceMatcher(None, [digest for _, digest in before], [digest for _, digest in after], autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(end - begin, stop - start)
        changed += [label for label, _ in after[start : start + both]]
        added += [label for label, _ in after[start + both : stop]]
        gone += [label for label, _ in before[begin + both : end]]
    return ChangedPages(tuple(changed), tuple(added), tuple(gone))


def _pages(path: Path) -> Sequence[tuple[str, str]]:
    """Give each page as its number and a digest of what it shows and how large it is."""
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise PressError(NO_PDF.format(path=path), exit_code=2) from error
    try:
        found = []
        for number in range(len(document)):
            page = document[number]
            bitmap = page.render(scale=_SCALE, grayscale=True)
            digest = sha256(repr(page.get_size()).encode() + bytes(bitmap.buffer)).hexdigest()
            label = document.get_page_label(number)
            found.append((f"{number + 1} ({label})" if label and label != str(number + 1) else str(number + 1), digest))
            bitmap.close()
            page.close()
        return found
    finally:
        document.close()
