"""What an element of HTML is called in a PDF (ISO 32000-1, 14.8.4); templates say the rest with ``data-tag``.

``data-tag`` names one of: ``TOC`` (on a list), ``Index``, ``Sect``, ``Aside``, ``Part``, ``Div``; ``L``, ``LI``, ``Lbl`` and
``LBody`` for lists that are no lists in HTML; ``Heading`` for the title of a box, one level below the heading before it;
``P`` for a heading of HTML that heads nothing; and, for notes at the end of a text, ``Note`` (with an id) and ``Lbl`` (on its
number, which links back to the call). ``aria-hidden="true"`` takes decoration out of the text; ``aria-label`` gives signs their
words, and on a table says what it is. ``data-spoken-before`` and ``data-spoken-after`` give what is read and not printed;
``data-expansion`` spells out what a link shortens, and
``data-spoken-call`` on a footnote is read in place of the figure that calls it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

_KINDS = {
    "section": "Sect",
    "article": "Art",
    "aside": "Aside",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "address": "P",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "strong": "Strong",
    "b": "Strong",
    "em": "Em",
    "q": "Quote",
    "code": "Code",
    "a": "Link",
}
_BY_TEMPLATE = frozenset({"TOC", "Index", "Sect", "Aside", "Part", "Div", "P", "L", "LI", "Lbl", "LBody", "Heading", "Note"})
# What names itself by an attribute of its own instead of other words for its content.
_NAMED = frozenset({"table"})
_PICTURES = frozenset({"img", "svg", "{http://www.w3.org/2000/svg}svg", "object", "embed"})


def kind_of(element: Element) -> str:
    """Give the structure type of an element; empty if the element says nothing to a reader."""
    wanted = element.get("data-tag", "")
    if wanted in _BY_TEMPLATE:
        return wanted
    tag = element.tag
    if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return tag.upper()
    if tag in {"ul", "ol"} and _is_contents(element):
        return "TOC"
    if tag == "a" and not element.get("href"):
        return ""
    return _KINDS.get(tag, "")


def _is_contents(element: Element) -> bool:
    """Say whether a list is a contents: each entry links into the document and names the page there."""
    items = [child for child in element if child.tag == "li"]
    return bool(items) and all(
        any(each.get("href", "").startswith("#") for each in item.iter("a"))
        and any(each.get("data-folio") for each in item.iter("span"))
        for item in items
    )


def phrase_entries(element: Element) -> dict[str, str]:
    """Give what a stretch of text says beside its letters: what a short form stands for, words for signs."""
    entries = {}
    if element.tag == "abbr" and element.get("title"):
        entries["E"] = element.get("title", "")
    elif element.get("data-expansion"):
        entries["E"] = element.get("data-expansion", "")
    if element.get("aria-label") and element.tag not in _PICTURES | _NAMED:
        entries["ActualText"] = element.get("aria-label", "")
    return entries


def summary_of(element: Element) -> str:
    """Give what a table says of itself, where no caption does; empty for other elements."""
    return element.get("aria-label", "") if element.tag in _NAMED else ""


def spoken_around(element: Element) -> tuple[str, str]:
    """Give the words that are read before and after an element, and printed nowhere."""
    return element.get("data-spoken-before", ""), element.get("data-spoken-after", "")


def spoken_call(element: Element) -> str:
    """Give what is read where a footnote is called, in place of its number; may be empty."""
    return element.get("data-spoken-call", "")


def language_of(element: Element) -> str:
    """Give the language that an element sets, empty if it sets none."""
    return element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def is_hidden(element: Element) -> bool:
    """Say whether an element is decoration."""
    return element.get("aria-hidden") == "true"


def is_picture(element: Element) -> bool:
    """Say whether an element is a picture."""
    return element.tag in _PICTURES


def words_of_picture(element: Element) -> str:
    """Give the alternative text of a picture; none means decoration."""
    if element.tag in {"img", "object", "embed"}:
        return element.get("alt") or element.get("aria-label") or ""
    title = element.find("{http://www.w3.org/2000/svg}title")
    return element.get("aria-label") or (title.text if title is not None and title.text else "")


def pictures_in(element: Element) -> list[Element]:
    """Give the pictures inside an element that have words."""
    return [each for each in element.iter() if is_picture(each) and words_of_picture(each)]


def cell_attributes(element: Element) -> dict[str, object]:
    """Give the table attributes of a cell (ISO 32000-1, table 349)."""
    attributes: dict[str, object] = {}
    if element.tag == "th":
        scope = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}
        attributes["Scope"] = scope.get(element.get("scope", ""), "/Column")
    for name, entry in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        span = element.get(name, "1")
        if span.isdigit() and int(span) > 1:
            attributes[entry] = int(span)
    return attributes
