"""A set of small files, each with one thing that a rule of PDF/UA-1 is about, right or wrong; made anew each time."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.checks.accessible import Paper, T, cell, link, pdf_file, table, tag

H1 = tag("H1", "Ankommen")
Mend = Callable[[Pdf], None]

_NESTED = {
    "Table": ("P", "TR", "TBody", "TD", "Caption", "Div"),
    "THead": ("TR", "P", "TH"),
    "TBody": ("TR", "P", "Table", "TD"),
    "TFoot": ("TR", "Span"),
    "TR": ("TD", "TH", "P", "TR"),
    "L": ("LI", "P", "L", "Lbl", "LBody", "Caption", "Div"),
    "LI": ("LBody", "Lbl", "P", "L", "Span"),
    "TOC": ("TOCI", "P", "TOC", "LI", "Caption"),
    "TOCI": ("Reference", "P", "Lbl", "NonStruct", "TOC", "Div", "Span"),
    "Document": ("TR", "TD", "LI", "TOCI", "LBody", "Caption", "THead", "TBody"),
}


def files() -> Iterator[tuple[str, bytes]]:
    """Give each file with its name."""
    for name, tags in {**_nestings(), **_structures()}.items():
        yield name, pdf_file([H1, *tags])
    for name, tags in _HEADINGS.items():
        yield name, pdf_file(tags)
    for name, mend in {**_DOCUMENTS, **_ANNOTATIONS, **_FONTS}.items():
        yield name, pdf_file(paper=Paper(mend=mend))


def _nestings() -> dict[str, list[T]]:
    def whole(kind: str) -> T:
        inside = {
            "Table": tag("Table", _row("TH"), _row("TD")),
            "TR": _row("TD"),
            "THead": tag("THead", _row("TH")),
            "TBody": tag("TBody", _row("TD")),
            "TFoot": tag("TFoot", _row("TD")),
            "L": tag("L", _item()),
            "LI": _item(),
            "TOC": tag("TOC", _entry()),
            "TOCI": _entry(),
        }
        return inside.get(kind, tag(kind, "Text"))

    def around(kind: str, kid: T) -> T:
        shapes: dict[str, Callable[[], T]] = {
            "Table": lambda: tag("Table", kid, _row("TH"), _row("TD")),
            "THead": lambda: tag("Table", tag("THead", kid), tag("TBody", _row("TD"))),
            "TBody": lambda: tag("Table", tag("THead", _row("TH")), tag("TBody", kid)),
            "TFoot": lambda: tag("Table", tag("TBody", _row("TH")), tag("TFoot", kid)),
            "TR": lambda: tag("Table", _row("TH"), tag("TR", kid, cell("TD", "Montag"))),
            "L": lambda: tag("L", kid, _item()),
            "LI": lambda: tag("L", tag("LI", kid, tag("LBody", "Kinder"))),
            "TOC": lambda: tag("TOC", kid, _entry()),
            "TOCI": lambda: tag("TOC", tag("TOCI", kid)),
        }
        return shapes[kind]() if kind in shapes else kid

    return {f"{kid} in {kind}": [around(kind, whole(kid))] for kind, kids in _NESTED.items() for kid in kids}


def _row(kind: str) -> T:
    scope: dict[str, object] = {"Scope": Name.Column} if kind == "TH" else {}
    return tag("TR", cell(kind, "Ort", **scope), cell(kind, "Tag", **scope))


def _item() -> T:
    return tag("LI", tag("Lbl", "•"), tag("LBody", "Kinder"))


def _entry() -> T:
    return tag("TOCI", tag("Reference", link("Vorwort", "https://example.org/", "zum Vorwort")))


def _structures() -> dict[str, list[T]]:
    caption = tag("Caption", "Orte")

    def again() -> T:
        return tag("Caption", "Noch einmal")

    kids: dict[str, Callable[[], list[T]]] = {
        "Table": lambda: [_row("TH"), _row("TD")],
        "L": lambda: [_item(), _item()],
        "TOC": lambda: [_entry(), _entry()],
    }
    found: dict[str, list[T]] = {}
    for kind, make in kids.items():
        found[f"caption first in {kind}"] = [tag(kind, caption, *make())]
        found[f"caption last in {kind}"] = [tag(kind, *make(), caption)]
        found[f"caption inside {kind}"] = [tag(kind, make()[0], caption, make()[1])]
        found[f"two captions in {kind}"] = [tag(kind, caption, again(), *make())]

    def head() -> T:
        return tag("THead", _row("TH"))

    def body() -> T:
        return tag("TBody", _row("TD"))

    def foot() -> T:
        return tag("TFoot", _row("TD"))

    tables = {
        "head and body": [head(), body()],
        "head, body, foot": [head(), body(), foot()],
        "two bodies": [head(), body(), body()],
        "two heads": [head(), head(), body()],
        "two feet": [head(), body(), foot(), foot()],
        "head alone": [head(), _row("TD")],
        "foot alone": [_row("TH"), foot()],
    }
    found |= {f"table of {name}": [tag("Table", *parts)] for name, parts in tables.items()}
    figures: dict[str, dict[str, str]] = {
        "a text": {"Alt": "Eine Straße"}, "no text": {}, "an empty text": {"Alt": ""}, "actual text": {"ActualText": "Straße"},
    }  # fmt: skip
    for name, entries in figures.items():
        found[f"figure with {name}"] = [tag("Figure", "[Bild]", **entries)]
        found[f"formula with {name}"] = [tag("Formula", "a + b", **entries)]

    def note(**entries: str) -> T:
        return tag("Note", "Seit 2012 ", link("zurück", "https://example.org/n", "zurück zum Text"), **entries)

    call = tag("P", "Text ", tag("Reference", link("1", "https://example.org/c", "zur Anmerkung")))
    found |= {
        "note with an id": [call, note(ID="eins")],
        "note without an id": [call, note()],
        "two notes with one id": [call, note(ID="eins"), note(ID="eins")],
        "header cell without a scope": [table(tag("TR", cell("TH", "Ort"), cell("TH", "Tag")), _row("TD"))],
        "rows of different lengths": [table(_row("TH"), tag("TR", cell("TD", "Plauen")))],
        "cells over two columns": [table(_row("TH"), tag("TR", cell("TD", "Plauen", ColSpan=2)))],
        "cells over too many columns": [table(_row("TH"), tag("TR", cell("TD", "Plauen", ColSpan=3)))],
        "a cell over no column": [table(_row("TH"), tag("TR", cell("TD", "Plauen", ColSpan=0), cell("TD", "Montag")))],
        "a cell over two rows": [
            table(_row("TH"), tag("TR", cell("TD", "Plauen", RowSpan=2), cell("TD", "Tag")), tag("TR", cell("TD", "Woche")))
        ],
        "a cell beyond the last row": [
            table(_row("TH"), tag("TR", cell("TD", "Plauen", RowSpan=3), cell("TD", "Tag")), tag("TR", cell("TD", "Woche")))
        ],
        "a list in a list": [tag("L", tag("LI", tag("LBody", "Kurse ", tag("L", _item()))))],
        "contents in an entry": [tag("TOC", tag("TOCI", *_entry().kids, tag("TOC", _entry())))],
        "signs with their sound": [tag("P", tag("Ruby", tag("RB", "Ort"), tag("RT", "Stadt")))],
        "a heading of level 7": [*(tag(f"H{level}", "Kurse") for level in range(2, 8))],
        "a phrase in written Chinese": [tag("P", tag("Span", "huanying", Lang="zh-cmn-Hans-CN"))],
        "a form tag with a text": [tag("Form", "Name")],
        "an unknown tag": [tag("Absatz", "Text")],
        "a phrase in English": [tag("P", tag("Span", "welcome", Lang="en"))],
        "a phrase in English of Britain": [tag("P", tag("Span", "welcome", Lang="en-GB"))],
        "a phrase without a language that is known": [tag("P", tag("Span", "welcome", Lang="x-none"))],
        "a phrase whose language is a sentence": [tag("P", tag("Span", "welcome", Lang="in English"))],
        "a phrase whose language is empty": [tag("P", tag("Span", "welcome", Lang=""))],
    }
    return found


_HEADINGS: dict[str, list[T]] = {
    "headings in order": [H1, tag("H2", "Kurse"), tag("H3", "Orte"), tag("H2", "Zeiten")],
    "a first heading of level 2": [tag("H2", "Kurse")],
    "a level is skipped": [H1, tag("H3", "Kurse")],
    "one H": [tag("H", "Kurse"), tag("P", "Text")],
    "two H side by side": [tag("H", "Kurse"), tag("H", "Orte")],
    "H and H1": [H1, tag("H", "Kurse")],
}


def _entry_of(path: str, value: str | None) -> Mend:
    def mend(pdf: Pdf) -> None:
        *above, last = path.split("/")
        of = pdf.Root
        for key in above:
            of = of[f"/{key}"]
        if value is None:
            del of[f"/{last}"]
        else:
            of[f"/{last}"] = Object.parse(value.encode())

    return mend


def _xmp(before: str, after: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        content = pdf.Root.Metadata.read_bytes()
        changed = re.sub(before.encode(), after.encode(), content, flags=re.DOTALL)
        assert changed != content
        pdf.Root.Metadata.write(changed)

    return mend


def _roles(**map_: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{key}": Name(f"/{value}") for key, value in map_.items()})

    return mend


def _content(before: bytes, after: bytes) -> Mend:
    def mend(pdf: Pdf) -> None:
        content = pdf.pages[0].Contents.read_bytes()
        changed = re.sub(before, after, content, count=1)
        assert changed != content
        pdf.pages[0].Contents.write(changed)

    return mend


def _layers(config: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Karte")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Object.parse(config.encode()))

    return mend


def _attached(**entries: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        file = pdf.make_stream(b"Text", Type=Name.EmbeddedFile)
        spec = Dictionary({"/Type": Name.Filespec, **{f"/{key}": String(value) for key, value in entries.items()}})
        spec.EF = Dictionary(F=file)
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), pdf.make_indirect(spec)])))

    return mend


def _first_heading(change: Callable[[Pdf, Object], None]) -> Mend:
    def mend(pdf: Pdf) -> None:
        change(pdf, pdf.Root.StructTreeRoot.K[0].K[0])

    return mend


def _without_way_up(pdf: Pdf, heading: Object) -> None:
    del pdf, heading["/P"]


def _wrong_way_up(pdf: Pdf, heading: Object) -> None:
    heading.P = pdf.Root


def _clip(entries: str) -> Mend:
    """Show a film with these entries (ISO 32000-1, 13.2.4)."""

    def mend(pdf: Pdf) -> None:
        clip = Object.parse(f"<< /Type /MediaClip /S /MCD {entries} >>".encode())
        clip.D = pdf.make_stream(b"Film")
        _note("Screen", tagged=True)(pdf)
        screen = pdf.pages[0].Annots[-1]
        screen.A = Dictionary(S=Name.Rendition, OP=0, R=Dictionary(S=Name.MR, C=pdf.make_indirect(clip)), AN=screen)

    return mend


def _only_parts_have_a_language(*, all_of_them: bool) -> Mend:
    def mend(pdf: Pdf) -> None:
        del pdf.Root["/Lang"], pdf.Root["/Outlines"]
        pdf.pages[0].Annots = Array([])
        _xmp("x-default", "de")(pdf)
        for element in (document := pdf.Root.StructTreeRoot.K[0]).K:
            element.Lang = String("de")
        if all_of_them:
            document.Lang = String("de")
        else:
            del document.K[0]["/Lang"]

    return mend


_DOCUMENTS: dict[str, Mend] = {
    "nothing changed": lambda _: None,
    "no mark of tags": _entry_of("MarkInfo", None),
    "marked false": _entry_of("MarkInfo", "<< /Marked false >>"),
    "suspects": _entry_of("MarkInfo", "<< /Marked true /Suspects true >>"),
    "no tags": _entry_of("StructTreeRoot", None),
    "title not shown": _entry_of("ViewerPreferences", None),
    "title shown false": _entry_of("ViewerPreferences", "<< /DisplayDocTitle false >>"),
    "no language": _entry_of("Lang", None),
    "language of three parts": _entry_of("Lang", "(de-Latn-DE)"),
    "language that is a word": _entry_of("Lang", "(Deutsch_Deutschland)"),
    "no metadata": _entry_of("Metadata", None),
    "no claim": _xmp("<pdfuaid:part>1</pdfuaid:part>", ""),
    "claim of part 2": _xmp("part>1<", "part>2<"),
    "claim with spaces": _xmp("part>1<", "part> 1 <"),
    "claim of part 3": _xmp("part>1<", "part>3<"),
    "claim with another prefix": _xmp("pdfuaid", "ua"),
    "no title": _xmp("<dc:title>.*</dc:title>", ""),
    "roles that lead to the standard": _roles(Absatz="P", Kasten="Absatz"),
    "a role of itself": _roles(Absatz="Absatz"),
    "roles in a circle": _roles(Absatz="Kasten", Kasten="Absatz"),
    "a standard role of itself": _roles(P="P"),
    "a standard role of another": _roles(P="H1"),
    "content without a tag": _content(rb"/H1 <</MCID 0>> BDC", b"/H1 BMC"),
    "an artifact": _content(rb"^", b"/Artifact BMC 0 0 5 5 re f EMC "),
    "a tag inside an artifact": _content(rb"(/H1 <</MCID 0>> BDC)", rb"/Artifact BMC \1"),
    "an empty artifact inside a tag": _content(rb"(/H1 <</MCID 0>> BDC)", rb"\1 /Artifact BMC EMC"),
    "a tag without a way up": _first_heading(_without_way_up),
    "a tag with a wrong way up": _first_heading(_wrong_way_up),
    "an artifact of its kind": _content(rb"^", b"/Artifact <</Type /Pagination /Subtype /Header>> BDC 0 0 5 5 re f EMC "),
    "a line without a tag": _content(rb"^", b"0 0 5 5 re f "),
    "a clip without a tag": _content(rb"^", b"q 0 0 500 900 re W n Q "),
    "text that is not shown, without a tag": _content(rb"^", b"BT /F1 9 Tf 3 Tr (Ort) Tj 0 Tr ET "),
    "text that is not shown, as an artifact": _content(rb"^", b"/Artifact BMC BT /F1 9 Tf 3 Tr (Ort) Tj 0 Tr ET EMC "),
    "a picture within the content, without a tag": _content(rb"^", b"q 9 0 0 9 9 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "),
    "a language in the content": _content(rb"/H1 <</MCID 0>>", b"/H1 <</MCID 0 /Lang (en-GB)>>"),
    "an empty language in the content": _content(rb"/H1 <</MCID 0>>", b"/H1 <</MCID 0 /Lang ()>>"),
    "a wrong language in the content": _content(rb"/H1 <</MCID 0>>", b"/H1 <</MCID 0 /Lang (nicht gut)>>"),
    "layers with a name": _layers("<< /Name (Ebenen) /Order [] >>"),
    "layers without a name": _layers("<< /Order [] >>"),
    "layers that switch": _layers("<< /Name (Ebenen) /AS [] >>"),
    "an attachment with names": _attached(F="a.txt", UF="a.txt", Desc="Ein Text"),
    "an attachment without F": _attached(UF="a.txt"),
    "an attachment without UF": _attached(F="a.txt"),
    "a film with kind and words": _clip("/CT (video/mp4) /Alt [(de) (Ein Film)]"),
    "a film without a kind": _clip("/Alt [(de) (Ein Film)]"),
    "a film without words": _clip("/CT (video/mp4)"),
    "languages of all parts alone": _only_parts_have_a_language(all_of_them=True),
    "languages of some parts alone": _only_parts_have_a_language(all_of_them=False),
    "a dynamic form": _entry_of("AcroForm", "<< /Fields [] /XFA [] >>"),
}


def _note(subtype: str, *, tagged: bool, contents: str = "Ein Hinweis", place: str = "/Rect [60 60 90 90] /F 4") -> Mend:
    def mend(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        note = pdf.make_indirect(Object.parse(f"<< /Type /Annot /Subtype /{subtype} {place} >>".encode()))
        if contents:
            note.Contents = String(contents)
        if tagged:
            number = 900
            root = pdf.Root.StructTreeRoot
            document = root.K[0]
            kind = "/Form" if subtype == "Widget" else "/Link" if subtype == "Link" else "/Annot"
            element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=document, Pg=page))
            element.K = Array([Dictionary(Type=Name.OBJR, Obj=note, Pg=page)])
            document.K.append(element)
            note.StructParent = number
            root.ParentTree.Nums.append(number)
            root.ParentTree.Nums.append(element)
        if subtype == "Widget":
            note.FT = Name.Btn
            note.T = String("feld")
            if contents:
                note.TU = String(contents)
            pdf.Root.AcroForm = Dictionary(Fields=Array([note]))
        page.Annots.append(note)

    return mend


def _kid_of_a_field(**names: str) -> Mend:
    """Make the field a kid of another one; ``names`` are the descriptions of ``field`` and ``kid``."""

    def mend(pdf: Pdf) -> None:
        _note("Widget", tagged=True)(pdf)
        kid = pdf.pages[0].Annots[-1]
        field = pdf.make_indirect(Dictionary(FT=Name.Btn, T=String("feld"), Kids=Array([kid])))
        for key in ("/TU", "/T", "/FT", "/Contents"):
            if key in kid:
                del kid[key]
        kid.Parent = field
        for key, of in (("field", field), ("kid", kid)):
            if key in names:
                of.TU = String(names[key])
        pdf.Root.AcroForm.Fields = Array([field])

    return mend


def _page_entry(key: str, value: str | None) -> Mend:
    def mend(pdf: Pdf) -> None:
        if value is None:
            del pdf.pages[0].obj[key]
        else:
            pdf.pages[0].obj[key] = Object.parse(value.encode())

    return mend


def _link_words(value: str | None) -> Mend:
    def mend(pdf: Pdf) -> None:
        for each in pdf.pages[0].Annots:
            if value is None:
                del each["/Contents"]
            else:
                each.Contents = String(value)

    return mend


_ANNOTATIONS: dict[str, Mend] = {
    "no order of tabs": _page_entry("/Tabs", None),
    "tabs by rows": _page_entry("/Tabs", "/R"),
    "links without words": _link_words(None),
    "a comment with its tag": _note("Text", tagged=True),
    "a comment without a tag": _note("Text", tagged=False),
    "a comment without words": _note("Text", tagged=True, contents=""),
    "a comment outside the page": _note("Text", tagged=False, contents="", place="/Rect [900 900 950 950] /F 4"),
    "a comment beside the page": _note("Text", tagged=False, contents="", place="/Rect [-40 -40 0 0] /F 4"),
    "a comment at a point": _note("Text", tagged=False, contents="", place="/Rect [60 60 60 60] /F 4"),
    "a window of a comment without a tag": _note("Popup", tagged=False),
    "a window of a comment with its tag": _note("Popup", tagged=True),
    "a stamp without a tag": _note("Stamp", tagged=False),
    "a field that is hidden": _note("Widget", tagged=False, contents="", place="/Rect [60 60 90 90] /F 2"),
    "a hidden comment": _note("Text", tagged=False, contents="", place="/Rect [60 60 90 90] /F 2"),
    "a highlight with its tag": _note("Highlight", tagged=True),
    "a field with its tag": _note("Widget", tagged=True),
    "a field without a tag": _note("Widget", tagged=False),
    "a field without a name": _note("Widget", tagged=True, contents=""),
    "a field that describes its kid": _kid_of_a_field(field="Ihr Name"),
    "a field whose kid alone is described": _kid_of_a_field(kid="Ihr Name"),
    "a trap net": _note("TrapNet", tagged=True),
    "a printer's mark": _note("PrinterMark", tagged=False),
    "a printer's mark with a tag": _note("PrinterMark", tagged=True),
}


def _fonts(change: Callable[[Pdf, Object], None]) -> Mend:
    def mend(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/FontDescriptor" in font:
                change(pdf, font)

    return mend


def _font_entry(key: str, value: str | None) -> Mend:
    def change(pdf: Pdf, font: Object) -> None:
        del pdf
        of = font.FontDescriptor if key.startswith("/Font") or key == "/Flags" else font
        if value is None and key in of:
            del of[key]
        elif value is not None:
            of[key] = Object.parse(value.encode())

    return _fonts(change)


def _letters(before: bytes, after: bytes) -> Mend:
    def change(pdf: Pdf, font: Object) -> None:
        del pdf
        font.ToUnicode.write(re.sub(before, after, font.ToUnicode.read_bytes(), count=1))

    return _fonts(change)


def _wider(pdf: Pdf, font: Object) -> None:
    del pdf
    font.Widths = Array([float(width) + 40 for width in font.Widths])


def _as_composite(system: str, encoding: str, glyph_map: str | None, kind: str = "CIDFontType2") -> Mend:
    """Show the first words by a composite font with the same program."""

    def mend(pdf: Pdf) -> None:
        fonts = pdf.pages[0].Resources.Font
        name, plain = next((key, font) for key, font in fonts.items() if "/FontDescriptor" in font)
        program = plain.FontDescriptor
        widths = {code: float(width) for code, width in enumerate(plain.Widths, int(plain.FirstChar))}
        codes = _glyph_codes(plain)
        below = Dictionary(Type=Name.Font, Subtype=Name(f"/{kind}"), BaseFont=plain.BaseFont, FontDescriptor=program, DW=0)
        below.CIDSystemInfo = Object.parse(system.encode())
        below.W = Array([each for code, gid in codes.items() for each in (gid, Array([widths.get(code, 0)]))])
        if glyph_map is not None:
            below.CIDToGIDMap = Object.parse(glyph_map.encode())
        letters = "".join(f"<{gid:04X}> <{code:04X}>\n" for code, gid in codes.items())
        map_ = f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {len(codes)} beginbfchar {letters} endbfchar"
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=plain.BaseFont, Encoding=Name(f"/{encoding}"))
        font.DescendantFonts = Array([pdf.make_indirect(below)])
        font.ToUnicode = pdf.make_stream(map_.encode())
        fonts[name] = pdf.make_indirect(font)
        pdf.pages[0].Contents.write(_in_gids(pdf.pages[0].Contents.read_bytes(), codes))

    return mend


def _glyph_codes(font: Object) -> dict[int, int]:
    """Give the glyph of each code as ReportLab numbers them: by the map of symbols in the program."""
    program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    order = {name: gid for gid, name in enumerate(program.getGlyphOrder())}
    map_ = next(iter(program["cmap"].tables)).cmap
    return {code & 0xFF: order[name] for code, name in map_.items()}


def _in_gids(content: bytes, codes: dict[int, int]) -> bytes:
    def shown(found: re.Match[bytes]) -> bytes:
        plain = re.sub(rb"\\([0-7]{3})", lambda each: bytes([int(each[1], 8)]), found[1])
        plain = re.sub(rb"\\(.)", rb"\1", plain)
        return b"<" + b"".join(b"%04X" % codes.get(code, 0) for code in plain) + b"> Tj"

    return re.sub(rb"\(((?:[^()\\]|\\.)*)\) Tj", shown, content)


def _without_letters(first: Mend) -> Mend:
    def mend(pdf: Pdf) -> None:
        first(pdf)
        for font in pdf.pages[0].Resources.Font.values():
            if "/DescendantFonts" in font:
                del font["/ToUnicode"]

    return mend


_JAPAN = "<< /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >>"
_IDENTITY = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
_FONTS: dict[str, Mend] = {
    "fonts not embedded": _font_entry("/FontFile2", None),
    "fonts without letters": _font_entry("/ToUnicode", None),
    "a letter U+0000": _letters(rb"> <00[0-9A-Fa-f]{2}>", b"> <0000>"),
    "a letter U+FEFF": _letters(rb"> <00[0-9A-Fa-f]{2}>", b"> <FEFF>"),
    "a letter U+FFFE": _letters(rb"> <00[0-9A-Fa-f]{2}>", b"> <FFFE>"),
    "other widths": _fonts(_wider),
    "a symbolic font with an encoding": _font_entry("/Encoding", "/WinAnsiEncoding"),
    "a font of letters without an encoding": _font_entry("/Flags", "32"),
    "a composite font": _as_composite(_IDENTITY, "Identity-H", "/Identity"),
    "a composite font without a map of glyphs": _as_composite(_IDENTITY, "Identity-H", None),
    "a composite font with an unknown map": _as_composite(_IDENTITY, "Eigene-H", "/Identity"),
    "a font of Japan without a map of letters": _without_letters(_as_composite(_JAPAN, "UniJIS-UCS2-H", "/Identity")),
    "a composite font of another collection": _as_composite(_IDENTITY, "UniJIS-UCS2-H", "/Identity"),
}
