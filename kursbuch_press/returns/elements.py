"""Small questions to elements of Office XML: their names, their numbers, all their words."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.packages.elements import WP, Element, W


def local_of(element: Element) -> str:
    """Give the name of an element without its namespace; those that mean text have names of their own."""
    return str(element.tag).rpartition("}")[2]


def inside(element: Element, wanted: str) -> Iterator[Element]:
    """Give rows or cells, those in content controls too."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if local_of(child) == wanted:
            yield child
        elif local_of(child) in {"sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"}:
            yield from inside(child, wanted)


def number_of(element: Element | None, otherwise: int) -> int:
    written = element.get(f"{W}val", "") if element is not None else ""
    return int(written) if written.isdecimal() and len(written) < 7 else otherwise  # noqa: PLR2004 - no figure beyond sense


def symbol_of(code: str) -> str:
    """Give a sign of a symbol typeface; Word moves them into the private use area."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def title_of(drawing: Element) -> str:
    about = next(drawing.iter(f"{WP}docPr"), None)
    return (about.get("descr") or about.get("title") or "") if about is not None else ""


def all_words(element: Element) -> str:
    """Give all words below an element as they stand now, one line for each paragraph."""
    lines: list[str] = [""]
    for each in element.iter():
        name = local_of(each)
        if name == "p":
            lines.append("")
        elif name == "t" and not any(local_of(above) in {"del", "moveFrom"} for above in each.iterancestors()):
            lines[-1] += each.text or ""
        elif name in {"tab", "br", "tc"}:
            lines[-1] += " "
    return "\n".join(line.strip() for line in lines if line.strip())
