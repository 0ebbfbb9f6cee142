"""How long twelve returns of one chapter take to be read and merged; Docxodus Consolidate needs 5.45 s for as many.

Run it with ``.venv/bin/python benchmarks/merging.py``.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from kursbuch_press.merge import merge  # noqa: E402 - the project is found first
from kursbuch_press.merge.files import read_sheets, sheets_of  # noqa: E402
from kursbuch_press.returns.arrived import Arrived  # noqa: E402
from kursbuch_press.returns.reading import read_word  # noqa: E402
from tests.merge import draft_of  # noqa: E402
from tests.returns.conftest import Kept  # noqa: E402
from tests.returns.editing import Doc  # noqa: E402

CHAPTER = "deutsch-fuer-alle"
RETURNS = 12
EDITS = 10
WORDS = 6


def main() -> None:
    """Edit a draft twelve times, some of it at the same places, and time the reading and the merging."""
    chance = random.Random(1)  # noqa: S311 - the same edits each time
    content, snapshot = draft_of(PROJECT, CHAPTER)
    plain = [block for block in snapshot.blocks if block.editable and len(block.spans) == 1]
    blocks = [block for block in plain if len(block.rendered.split()) >= WORDS]
    files = []
    for number in range(RETURNS):
        doc = Doc(content, author=f"Person {number}", tracked=number % 2 == 0)
        for block in chance.sample(blocks[:60], EDITS):
            doc.retype(block.address, f"{block.rendered} Zusatz {number}.")
        files.append(doc.save())
    sheets = sheets_of(read_sheets(PROJECT))
    began = time.process_time()
    returns = [read_word(Arrived(f"{at}.docx", file), Kept((snapshot,))) for at, file in enumerate(files)]
    read = time.process_time()
    outcome = merge(returns, sheets)
    merged = time.process_time()
    print(f"{RETURNS} returns read in {read - began:.2f} s, merged in {merged - read:.2f} s of CPU")
    print(f"{len(outcome.changes)} changes, {len(outcome.conflicts)} conflicts")


if __name__ == "__main__":
    main()
