"""Reads every Word file below some folders as a return: how many are read, how many refused, and which takes longest.

    .venv/bin/python benchmarks/foreign.py FOLDER...

Issue 13 asks for 200 files of strangers without a traceback, none over 5 s. Sources of LibreOffice and pandoc hold enough of
them (`apt-get source --download-only libreoffice pandoc` on Debian), as does that of python-docx.
"""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from time import process_time

PROJECT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print the figures; 1 where a word was lost. What crashes, crashes."""
    sys.path.insert(0, str(PROJECT))
    from kursbuch_press.problems import PressError
    from kursbuch_press.returns.arrived import Arrived
    from kursbuch_press.returns.guard import kind_of
    from kursbuch_press.returns.reading import read_word
    from kursbuch_press.returns.report_html import report_html
    from tests.returns.conftest import CHAPTER, Kept, written_draft

    draft = written_draft(CHAPTER).snapshot
    files = {sha256(path.read_bytes()).digest(): path for folder in sys.argv[1:] for path in Path(folder).rglob("*.docx")}
    told: Counter[str] = Counter()
    spent: list[tuple[float, str]] = []
    for path in files.values():
        content, begin = path.read_bytes(), process_time()
        try:
            kind_of(content)
            returned = read_word(Arrived(path.name, content, draft=draft.id), Kept((draft,)))
            report_html(returned)
            told["read" if returned.ledger.remainder == 0 else "with lost words"] += 1
        except PressError as error:
            told["refused"] += 1
            print(f"{path.name}: {str(error)[:100]}")
        spent.append((round(process_time() - begin, 2), path.name))
    print(f"{len(files)} files: {dict(told)}; the slowest: {sorted(spent)[-3:]}")
    return 1 if told["with lost words"] else 0


if __name__ == "__main__":
    sys.exit(main())
