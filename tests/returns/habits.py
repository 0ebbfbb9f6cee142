"""What programs do to a file that nobody edits: each habit takes the tree of a part and changes it as such a program would."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from tests.returns.editing import Doc, Element, R, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
Parts = dict[str, bytes]
Links = Mapping[str, str]
Habit = Callable[[Element, random.Random, Links], None]
Repacking = Callable[[Parts], Parts]


def _new(tag: str, **values: str) -> Element:
    return etree.Element(f"{W}{tag}", {f"{W}{name}": value for name, value in values.items()})


def _wrap(inner: Element, tag: str) -> None:
    outer = _new(tag, element="place")
    inner.addprevious(outer)
    outer.append(inner)


def _control(element: Element) -> None:
    control, content = _new("sdt"), _new("sdtContent")
    control.append(_new("sdtPr"))
    control.append(content)
    element.addprevious(control)
    content.append(element)


def _text(tag: str, words: str) -> Element:
    text = _new(tag)
    text.text = words
    text.set(_SPACE, "preserve")
    return text


def _spoken(root: Element) -> Iterator[Element]:
    """Give the runs that have one text and nothing else."""
    for run in list(root.iter(f"{W}r")):
        texts = run.findall(f"{W}t")
        if len(texts) == 1 and texts[0].text and all(child.tag in {f"{W}rPr", f"{W}t"} for child in run):
            yield run


def split_runs(root: Element, chance: random.Random, _: Links) -> None:
    """Word cuts runs where somebody saved, where it found a spelling, and where a page broke."""
    for run in _spoken(root):
        words = run.find(f"{W}t").text
        if len(words) > 3:
            at, second = chance.randrange(1, len(words) - 1), copy.deepcopy(run)
            run.set(f"{W}rsidR", "00AB12CD")
            run.replace(run.find(f"{W}t"), _text("t", words[:at]))
            second.replace(second.find(f"{W}t"), _text("t", words[at:]))
            second.find(f"{W}t").addprevious(_new("lastRenderedPageBreak"))
            run.addnext(second)
            run.addnext(_new("proofErr", type="spellStart"))


def wrapped_words(root: Element, chance: random.Random, _: Links) -> None:
    """Smart tags, content controls, directions, and marks of rights stand around words."""
    for run in _spoken(root):
        if run.getparent().tag == f"{W}p" and chance.random() < 0.4:
            how = chance.choice(["smartTag", "dir", "bdo", "sdt"])
            if how == "sdt":
                _control(run)
            else:
                _wrap(run, how)
    for paragraph in root.iter(f"{W}p"):
        paragraph.append(_new("permStart", id="3"))
        paragraph.append(_new("permEnd", id="3"))


def wrapped_blocks(root: Element, chance: random.Random, _: Links) -> None:
    """Content controls and custom XML stand around paragraphs, tables, rows and cells."""
    for block in list(root.iter(f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc")):
        if chance.random() < 0.3:
            if block.tag == f"{W}p" and chance.random() < 0.5:
                _wrap(block, "customXml")
            else:
                _control(block)


def tracked_looks(root: Element, chance: random.Random, _: Links) -> None:
    """Somebody gave paragraphs, words and tables another look with tracking on."""
    who = {"id": "7", "author": "Fremde", "date": "2014-07-01T10:00:00Z"}
    for properties in list(root.iter(f"{W}pPr", f"{W}tblPr")):
        if chance.random() < 0.5:
            change = _new(f"{etree.QName(properties).localname}Change", **who)
            change.append(_new(etree.QName(properties).localname))
            properties.append(change)
    for run in _spoken(root):
        if chance.random() < 0.3:
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = _new("rPr")
                run.insert(0, properties)
            change, old = _new("rPrChange", **who), copy.deepcopy(properties)
            change.append(old)
            properties.append(_new("color", val="FF0000"))
            properties.append(change)


def linked_by_fields(root: Element, _: random.Random, links: Links) -> None:
    """Links are fields, their instruction in two pieces."""
    for link in [each for each in root.iter(f"{W}hyperlink") if each.get(f"{R}id") in links]:
        pieces = [
            _new("fldChar", fldCharType="begin"),
            _text("instrText", ' HYPERLINK "'),
            _text("instrText", f'{links[link.get(f"{R}id")]}" '),
            _new("fldChar", fldCharType="separate"),
            *link,
            _new("fldChar", fldCharType="end"),
        ]
        for piece in pieces:
            run = piece if piece.tag == f"{W}r" else _new("r")
            if run is not piece:
                run.append(piece)
            link.addprevious(run)
        link.getparent().remove(link)


def hyphens_as_elements(root: Element, _: random.Random, __: Links) -> None:
    """Hyphens that do not break and those that are seldom seen have elements of their own."""
    for text in [each for each in root.iter(f"{W}t") if re.search("[-\u2011\u00ad]", each.text or "")]:
        for piece in re.split("([-\u2011\u00ad])", text.text):
            signs = {"-": "noBreakHyphen", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
            text.addprevious(_new(signs[piece]) if piece in signs else _text("t", piece))
        text.getparent().remove(text)


def drawings_twice(root: Element, _: random.Random, __: Links) -> None:
    """Drawings stand there for new programs and for old ones."""
    for drawing in list(root.iter(f"{W}drawing")):
        either = etree.Element(f"{_MC}AlternateContent")
        drawing.addprevious(either)
        etree.SubElement(either, f"{_MC}Choice", Requires="wps").append(drawing)
        etree.SubElement(either, f"{_MC}Fallback").append(_new("pict"))


def other_tables(root: Element, chance: random.Random, _: Links) -> None:
    """The grid of tables is another one, and cells go over more columns of it."""
    for column in root.iter(f"{W}gridCol"):
        column.set(f"{W}w", str(chance.randrange(300, 3000)))
    for grid in root.iter(f"{W}tblGrid"):
        grid.append(_new("gridCol", w="100"))
    for properties in root.iter(f"{W}tcPr"):
        if properties.find(f"{W}gridSpan") is None and chance.random() < 0.2:
            properties.insert(0, _new("gridSpan", val="2"))


def other_names(root: Element, chance: random.Random, _: Links) -> None:
    """Styles and lists have other names, paragraphs other ids, and headings bookmarks of the program's own."""
    for style in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
        style.set(f"{W}val", f"{style.get(f'{W}val')[:3].lower()}neu")
    for number in root.iter(f"{W}numId"):
        number.set(f"{W}val", str(chance.randrange(1, 99)))
    for at, paragraph in enumerate(root.iter(f"{W}p")):
        for name in [name for name in paragraph.attrib if str(name).endswith(("paraId", "textId"))]:
            paragraph.set(name, f"{chance.randrange(1, 2**31):08X}")
        paragraph.append(_new("bookmarkStart", id=f"{50000 + at}", name=f"_heading=h.{chance.randrange(9**9):x}"))
        paragraph.append(_new("bookmarkEnd", id=f"{50000 + at}"))


def without_marks(root: Element, _: random.Random, __: Links) -> None:
    """Bookmarks are gone."""
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)


def drop_column(doc: Doc, address: str) -> None:
    """Take the column of a cell out of its table; tracked, Word leaves the cells with a mark."""
    cell = doc.paragraph(address).getparent()
    at = cell.getparent().findall(f"{W}tc").index(cell)
    table = cell.getparent().getparent()
    for row in table.iter(f"{W}tr"):
        each = row.findall(f"{W}tc")[at]
        if doc.tracked:
            each.find(f"{W}tcPr").append(doc.mark("cellDel"))
        else:
            row.remove(each)


# Habits of the package


def without_properties(parts: Parts) -> Parts:
    """Lose what the file says of itself."""
    return {name: part for name, part in parts.items() if not name.startswith(("customXml/", "docProps/custom"))}


def second_document(parts: Parts) -> Parts:
    """Call the main part otherwise, as Word on the web does."""
    swap = {"word/document.xml": "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"}
    heads = {"_rels/.rels", "[Content_Types].xml"}
    return {
        swap.get(name, name): part.replace(b"word/document.xml", b"word/document2.xml") if name in heads else part
        for name, part in parts.items()
    }


def strict(parts: Parts) -> Parts:
    """Write the strict form of the format, whose namespaces are others."""
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/drawingml/2006/main": b"http://purl.oclc.org/ooxml/drawingml/main",
    }
    for old, new in names.items():
        parts = {name: part.replace(old, new) if name.endswith((".xml", ".rels")) else part for name, part in parts.items()}
    return parts


def notes_at_the_end(parts: Parts) -> Parts:
    """Turn footnotes into endnotes, with other numbers."""
    found = {name.replace("footnotes", "endnotes"): part for name, part in parts.items()}
    for name in ("word/endnotes.xml", "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        part = found[name].replace(b"footnote", b"endnote")
        shifted = rb'(<w:endnote(?:Reference)? (?:[^>]*? )?w:id=")(\d+)"'
        found[name] = re.sub(shifted, lambda match: match[1] + str(int(match[2]) * 7 + 3).encode() + b'"', part)
    return found


def saved(content: bytes, habits: Sequence[Habit], repacking: Sequence[Repacking] = (), seed: int = 1) -> bytes:
    """Give a file as a program with these habits saves it."""
    chance = random.Random(seed)  # noqa: S311 - a test wants the same file again
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in ("document", "footnotes"):
        relations = parts.get(f"word/_rels/{name}.xml.rels")
        outward = [each for each in etree.fromstring(relations) if each.get("TargetMode") == "External"] if relations else []
        links = {str(each.get("Id")): str(each.get("Target")) for each in outward}
        root = etree.fromstring(parts[f"word/{name}.xml"])
        for habit in habits:
            habit(root, chance, links)
        parts[f"word/{name}.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for repack in repacking:
        parts = repack(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return target.getvalue()
