"""The structure types of ISO 32000-1, 14.8.4, and which of them may stand where (tables 333 to 338).

Those that came with PDF 2.0 are known by what a reader of PDF 1.7 takes them for.
"""

from __future__ import annotations

PDF_1 = "http://iso.org/pdf/ssn"
PDF_2 = "http://iso.org/pdf2/ssn"
MATHML = "http://www.w3.org/1998/Math/MathML"
OLDER = {
    "Aside": "Sect",
    "DocumentFragment": "Part",
    "Em": "Span",
    "FENote": "Note",
    "Strong": "Span",
    "Sub": "Span",
    "Title": "P",
}
"""Types of ISO 32000-2, 14.8.4, that PDF 1.7 does not know."""

GROUPS = frozenset(
    {
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    }
)
HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
TABLE = frozenset({"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"})
LIST = frozenset({"L", "LI", "Lbl", "LBody"})
INLINE = frozenset(
    {
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "Warichu",
        "RB",
        "RT",
        "RP",
        "WT",
        "WP",
    }
)
ILLUSTRATIONS = frozenset({"Figure", "Formula", "Form"})
STANDARD = GROUPS | HEADINGS | TABLE | LIST | INLINE | ILLUSTRATIONS | {"P"}

TABLE_KIDS = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
}
TABLE_PARENTS = {
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
}
LIST_KIDS = {"L": frozenset({"L", "LI", "Caption"}), "LI": frozenset({"Lbl", "LBody"})}
LIST_PARENTS = {"LI": frozenset({"L"}), "LBody": frozenset({"LI"})}
CONTENTS_KIDS = {
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
    "TOCI": frozenset({"Lbl", "Reference", "NonStruct", "P", "TOC", "Link"}),
}
CONTENTS_PARENTS = {"TOCI": frozenset({"TOC"})}
