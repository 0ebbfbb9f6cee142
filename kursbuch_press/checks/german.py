"""Numbers and lists as German sentences write them."""

from __future__ import annotations

from collections.abc import Iterable

SPACE = "\N{NO-BREAK SPACE}"


def number(value: float, digits: int = 1) -> str:
    """Write a number with a decimal comma and without zeros at its end."""
    written = f"{value:.{digits}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-", "\N{MINUS SIGN}").replace(".", ",")


def mm(value: float, digits: int = 2) -> str:
    """Write a length."""
    return f"{number(value, digits)}{SPACE}mm"


def size(width: float, height: float) -> str:
    """Write a format in mm."""
    return f"{number(width, 2)} × {number(height, 2)}{SPACE}mm"


def pt(value: float) -> str:
    """Write points."""
    return f"{number(value, 2)}{SPACE}pt"


def percent(value: float, digits: int = 0) -> str:
    """Write a share of 100."""
    return f"{number(value, digits)}{SPACE}%"


def dpi(value: float) -> str:
    """Write a resolution."""
    return f"{number(value, 0)}{SPACE}dpi"


def count(amount: int, one: str, many: str) -> str:
    """Write how many: „1 Seite“, „3 Seiten“."""
    return f"{amount}{SPACE}{one if amount == 1 else many}"


def runs(numbers: Iterable[int]) -> str:
    """Write page numbers with runs joined: 1–3, 7."""
    found: list[list[int]] = []
    for each in sorted(set(numbers)):
        if found and each == found[-1][-1] + 1:
            found[-1][1:] = [each]
        else:
            found.append([each])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[1]}" for run in found)


def shortened(text: str, most: int = 60) -> str:
    """Write the beginning of a text."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
