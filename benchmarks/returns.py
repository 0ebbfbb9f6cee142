"""What reading a return costs: the whole book, as it went out, edited, and with every anchor stripped.

    .venv/bin/python benchmarks/returns.py [ROUNDS]

Figures are pictures of one pixel: the drawings of a draft are not read. Issue 13 allows 1.0 s of CPU for the whole book.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

_LONG = 40
PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print the CPU seconds of reading each return, as often as wanted."""
    sys.path.insert(0, str(PROJECT))
    from kursbuch_press.returns.arrived import Arrived
    from kursbuch_press.returns.reading import read_word
    from tests.returns.conftest import Kept, written_draft
    from tests.returns.editing import Doc, as_google_docs

    written = written_draft()
    edited = Doc(written.content)
    for block in written.snapshot.blocks[100:1100:50]:
        if block.editable and len(block.rendered) > _LONG and len(block.spans) == 1:
            edited.retype(block.address, "Ganz anders gesagt.")
    files = {
        "untouched": written.content,
        "20 edits": edited.save(),
        "stripped": Doc(written.content).save(without=as_google_docs),
    }
    kept = Kept((written.snapshot,))
    for number in range(1, (int(sys.argv[1]) if len(sys.argv) > 1 else 3) + 1):
        spent = []
        for name, content in files.items():
            begin = process_time()
            returned = read_word(Arrived(f"{name}.docx", content), kept)
            spent.append(f"{name} {process_time() - begin:.2f} s ({len(returned.changes)} changes)")
            assert returned.ledger.remainder == 0
        print(f"{number}: {written.snapshot.id}, {len(written.snapshot.blocks)} blocks: {', '.join(spent)}")


if __name__ == "__main__":
    main()
