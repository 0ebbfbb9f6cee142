"""The examples of docs/writing.md, which editors copy, put into a small book."""

from __future__ import annotations

import re
from pathlib import Path

GUIDE = Path(__file__).parents[1] / "docs/writing.md"


def examples(section: str) -> list[str]:
    """Give the YAML that a section of the guide shows."""
    text = GUIDE.read_text(encoding="utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)


def put_examples_into(project: Path) -> None:
    """Put the blocks, notes and measures of the guide into the chapters of a copy of tests/sources/base."""
    chapters = project / "sources/chapters"
    chapter, field = chapters / "kapitel.yaml", chapters / "feld.yaml"
    blocks, notes, measures = (
        "".join(indented(example) for example in examples(section)) for section in ("Bausteine", "Fußnoten", "Maßnahmen")
    )
    chapter.write_text(f"{chapter.read_text('utf-8')}{blocks}notes:\n{notes}", "utf-8")
    field.write_text(field.read_text("utf-8").replace("actors:\n", f"{measures}actors:\n"), "utf-8")


def indented(example: str) -> str:
    """Write an example two steps to the right, as it stands below ``blocks``."""
    return "".join(f"  {line}\n" for line in example.splitlines())
