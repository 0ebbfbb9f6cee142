"""Editing a Word file as co-authors do, in its XML: tracked or not, and as Google Docs hands it back."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from kursbuch_press.drafts.anchors import anchor_name

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DATE = "2014-07-01T10:00:00Z"
Element = Any
"""An element of lxml; tests reach deep into trees that they know."""


Stripping = Callable[[str, bytes], bytes | None]
"""Takes the name and the content of a part and gives what is left of it."""


@dataclass
class Doc:
    """A Word file that is being edited by somebody; ``tracked`` as Word does with tracking on."""

    content: bytes
    author: str = "Anna Muster"
    tracked: bool = True
    parts: dict[str, Element] = field(default_factory=dict)
    _ids: int = 9000

    def part(self, name: str) -> Element:
        """Give a part of the text as a tree."""
        if name not in self.parts:
            with zipfile.ZipFile(io.BytesIO(self.content)) as packed:
                self.parts[name] = etree.fromstring(packed.read(f"word/{name}.xml"))
        return self.parts[name]

    def save(
        self, *, without: Callable[[str, bytes], bytes | None] | None = None, add: dict[str, bytes] | None = None
    ) -> bytes:
        """Give the file with what was edited."""
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.content)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in source.namelist():
                short = name.removeprefix("word/").removesuffix(".xml")
                content: bytes | None = etree.tostring(self.parts[short]) if short in self.parts else source.read(name)
                if without is not None and content is not None:
                    content = without(name, content)
                if content is not None and name not in (add or {}):
                    packed.writestr(name, content)
            for name, content in (add or {}).items():
                packed.writestr(name, content)
        return target.getvalue()

    # Places

    def paragraph(self, address: str, part: str = "document") -> Element:
        """Give the paragraph of an address."""
        name = anchor_name(address)
        found = self.part(part).xpath(f"//w:p[.//w:bookmarkStart[@w:name='{name}']]", namespaces=NS)
        assert found, address
        return found[0]

    def runs(self, paragraph: Element) -> list[Element]:
        """Give the runs of the text of a paragraph, behind its label."""
        start = paragraph.xpath(".//w:bookmarkStart[starts-with(@w:name, '_y_')]", namespaces=NS)[0]
        return [run for run in paragraph.iter(f"{W}r") if run.xpath("w:t", namespaces=NS) and _is_behind(run, start)]

    # Marks of tracking

    def mark(self, tag: str) -> Element:
        """Give an element of a tracked change."""
        self._ids += 1
        return etree.Element(f"{W}{tag}", {f"{W}id": str(self._ids), f"{W}author": self.author, f"{W}date": DATE})

    def new_run(self, text: str, like: Element | None = None, tag: str = "t") -> Element:
        """Give a run with a text."""
        run = etree.Element(f"{W}r")
        properties = like.find(f"{W}rPr") if like is not None else None
        if properties is not None:
            run.append(copy.deepcopy(properties))
        word = etree.SubElement(run, f"{W}{tag}")
        word.text = text
        word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return run

    def cut(self, paragraph: Element, words: str) -> Element:
        """Cut the runs of a paragraph so that some words are a run of their own; gives it."""
        for run in self.runs(paragraph):
            texts = run.findall(f"{W}t")
            if len(texts) == 1 and words in (texts[0].text or ""):
                before, _, behind = (texts[0].text or "").partition(words)
                middle = self.new_run(words, run)
                run.addnext(middle)
                if behind:
                    middle.addnext(self.new_run(behind, run))
                texts[0].text = before
                texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                if not before:
                    run.getparent().remove(run)
                return middle
        raise AssertionError(f"no run has {words!r}")

    def strike(self, run: Element) -> None:
        """Delete a run."""
        if not self.tracked:
            run.getparent().remove(run)
            return
        mark = self.mark("del")
        run.addprevious(mark)
        mark.append(run)
        for text in run.findall(f"{W}t"):
            text.tag = f"{W}delText"

    def put(self, place: Element, text: str, *, before: bool = False) -> Element:
        """Insert words beside a run."""
        run = self.new_run(text, place if place.tag == f"{W}r" else None)
        new = run
        if self.tracked:
            new = self.mark("ins")
            new.append(run)
        outer = place
        while outer.getparent() is not None and outer.getparent().tag in {f"{W}del", f"{W}ins"}:
            outer = outer.getparent()
        (outer.addprevious if before else outer.addnext)(new)
        return new

    # Edits

    def replace(self, address: str, old: str, new: str, part: str = "document") -> None:
        """Replace some words."""
        run = self.cut(self.paragraph(address, part), old)
        if new:
            self.put(run, new)
        if old:
            self.strike(run)

    def insert(self, address: str, behind: str, new: str, part: str = "document") -> None:
        """Insert words behind others."""
        self.put(self.cut(self.paragraph(address, part), behind), new)

    def fill(self, address: str, text: str) -> None:
        """Write into an empty text."""
        paragraph = self.paragraph(address)
        end = paragraph.xpath(f".//w:bookmarkStart[@w:name='{anchor_name(address)}']", namespaces=NS)[0]
        self.put(end, text)

    def retype(self, address: str, text: str) -> None:
        """Type over a whole text."""
        runs = self.runs(self.paragraph(address))
        self.put(runs[-1], text)
        for run in runs:
            self.strike(run)

    def split(self, address: str, behind: str) -> None:
        """Press Enter behind some words."""
        paragraph = self.paragraph(address)
        run = self.cut(paragraph, behind)
        second = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            second.append(copy.deepcopy(properties))
        at = list(paragraph).index(_child_of(run, paragraph))
        for child in list(paragraph)[at + 1 :]:
            second.append(child)
        paragraph.addnext(second)
        if self.tracked:
            self.mark_paragraph(paragraph, "ins")

    def mark_paragraph(self, paragraph: Element, tag: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        looks = properties.find(f"{W}rPr")
        if looks is None:
            looks = etree.SubElement(properties, f"{W}rPr")
        looks.insert(0, self.mark(tag))

    def join(self, address: str) -> None:
        """Delete the end of a paragraph, so that the next one follows in it."""
        paragraph = self.paragraph(address)
        if self.tracked:
            self.mark_paragraph(paragraph, "del")
            return
        following = paragraph.getnext()
        for child in list(following):
            if child.tag != f"{W}pPr":
                paragraph.append(child)
        following.getparent().remove(following)

    def new_paragraph(self, behind: str, text: str) -> None:
        """Write a paragraph behind another one, as Word does: the old one's end is the new one."""
        old = self.paragraph(behind)
        new = etree.Element(f"{W}p")
        properties = old.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        run = self.new_run(text)
        if self.tracked:
            mark = self.mark("ins")
            mark.append(run)
            new.append(mark)
            self.mark_paragraph(old, "ins")
        else:
            new.append(run)
        old.addnext(new)

    def drop_paragraph(self, address: str) -> None:
        """Delete a whole paragraph."""
        paragraph = self.paragraph(address)
        if not self.tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]:
            self.strike(run)
        self.mark_paragraph(paragraph, "del")

    def move(self, address: str, behind: str) -> None:
        """Move a paragraph behind another one, with drag and drop."""
        paragraph = self.paragraph(address)
        target = self.paragraph(behind)
        if not self.tracked:
            target.addnext(paragraph)
            return
        new = copy.deepcopy(paragraph)
        for mark in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd | ./w:del", namespaces=NS):
            mark.getparent().remove(mark)
        for source, tag in ((paragraph, "moveFrom"), (new, "moveTo")):
            for run in [run for run in source.iter(f"{W}r") if run.find(f"{W}t") is not None]:
                mark = self.mark(tag)
                run.addprevious(mark)
                mark.append(run)
            self.mark_paragraph(source, "del" if tag == "moveFrom" else "ins")
        target.addnext(new)

    def row(self, address: str) -> Element:
        """Give the row of a cell."""
        found = self.paragraph(address)
        while found.tag != f"{W}tr":
            found = found.getparent()
        return found

    def new_row(self, behind: str, texts: list[str]) -> None:
        """Add a row behind that of a cell."""
        old = self.row(behind)
        new = copy.deepcopy(old)
        for mark in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd", namespaces=NS):
            mark.getparent().remove(mark)
        for paragraph, text in zip(new.iter(f"{W}p"), texts, strict=True):
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            run = self.new_run(text)
            if self.tracked:
                mark = self.mark("ins")
                mark.append(run)
                paragraph.append(mark)
            else:
                paragraph.append(run)
        if self.tracked:
            new.find(f"{W}trPr").append(self.mark("ins"))
        old.addnext(new)

    def drop_row(self, address: str) -> None:
        """Delete the row of a cell."""
        row = self.row(address)
        if not self.tracked:
            row.getparent().remove(row)
            return
        row.find(f"{W}trPr").append(self.mark("del"))
        for run in [run for run in row.iter(f"{W}r") if run.find(f"{W}t") is not None]:
            self.strike(run)

    def bold(self, address: str, words: str) -> None:
        """Make some words bold."""
        run = self.cut(self.paragraph(address), words)
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, f"{W}b")
        if self.tracked:
            etree.SubElement(etree.SubElement(properties, f"{W}rPrChange", self.mark("x").attrib), f"{W}rPr")

    def link(self, address: str, words: str, href: str) -> None:
        """Make some words a link, by a field as Word does when one types it."""
        run = self.cut(self.paragraph(address), words)
        simple = etree.Element(f"{W}fldSimple", {f"{W}instr": f' HYPERLINK "{href}" '})
        run.addprevious(simple)
        simple.append(run)

    def note(self, address: str, behind: str, text: str) -> None:
        """Add a footnote behind some words."""
        notes = self.part("footnotes")
        number = str(1 + max(int(each.get(f"{W}id")) for each in notes))
        note = etree.SubElement(notes, f"{W}footnote", {f"{W}id": number})
        paragraph = etree.SubElement(note, f"{W}p")
        sign = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(sign, f"{W}footnoteRef")
        run = self.new_run(f" {text}")
        call = etree.Element(f"{W}r")
        etree.SubElement(call, f"{W}footnoteReference", {f"{W}id": number})
        place = self.cut(self.paragraph(address), behind)
        if self.tracked:
            inside, outside = self.mark("ins"), self.mark("ins")
            inside.append(run)
            outside.append(call)
            run, call = inside, outside
        paragraph.append(run)
        place.addnext(call)

    def comment(self, address: str, words: str, text: str, reply: str = "") -> dict[str, bytes]:
        """Comment on some words; gives the parts that the file needs for it."""
        run = self.cut(self.paragraph(address), words)
        for tag, add in (("commentRangeStart", run.addprevious), ("commentRangeEnd", run.addnext)):
            add(etree.Element(f"{W}{tag}", {f"{W}id": "77"}))
        w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
        w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
        body = _comment("77", self.author, text, "10000001") + (
            _comment("78", "Ben Beispiel", reply, "10000002") if reply else ""
        )
        extended = '<w15:commentEx w15:paraId="10000001" w15:done="0"/>'
        if reply:
            extended += '<w15:commentEx w15:paraId="10000002" w15:paraIdParent="10000001" w15:done="0"/>'
        root = f'<w:comments xmlns:w="{NS["w"]}" xmlns:w14="{w14}">{body}</w:comments>'
        with zipfile.ZipFile(io.BytesIO(self.content)) as packed:
            relations = packed.read("word/_rels/document.xml.rels").decode()
            types = packed.read("[Content_Types].xml").decode()
        base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        more = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        relations = relations.replace(
            "</Relationships>",
            f'<Relationship Id="rc1" Type="{base}" Target="comments.xml"/>'
            f'<Relationship Id="rc2" Type="{more}" Target="commentsExtended.xml"/></Relationships>',
        )
        for part in ("comments", "commentsExtended"):
            if f"/word/{part}.xml" not in types:
                form = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"
                types = types.replace("</Types>", f'<Override PartName="/word/{part}.xml" ContentType="{form}"/></Types>')
        return {
            "word/comments.xml": root.encode(),
            "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{w15}">{extended}</w15:commentsEx>'.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
            "[Content_Types].xml": types.encode(),
        }


def _comment(number: str, author: str, text: str, paragraph: str) -> str:
    return (
        f'<w:comment w:id="{number}" w:author="{escape(author)}" w:date="{DATE}"><w:p w14:paraId="{paragraph}">'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def _is_behind(run: Element, start: Element) -> bool:
    paragraph = start
    while paragraph.tag != f"{W}p":
        paragraph = paragraph.getparent()
    every = list(paragraph.iter())
    return every.index(run) > every.index(start)


def _child_of(inner: Element, outer: Element) -> Element:
    while inner.getparent() is not outer:
        inner = inner.getparent()
    return inner


def as_google_docs(name: str, content: bytes) -> bytes | None:
    """Take away what Google Docs takes away: bookmarks, ids, properties, our part, names of styles, fields."""
    if name.startswith(("customXml/", "docProps/")):
        return None
    if name == "[Content_Types].xml":
        return re.sub(rb'<Override PartName="/(?:customXml|docProps)/[^>]*/>', b"", content)
    if name.endswith(".rels"):
        return re.sub(rb'<Relationship [^>]*Target="[^"]*(?:customXml|docProps)/[^>]*/>', b"", content)
    if name == "word/styles.xml":
        return re.sub(rb"<w:style [^>]*>.*?</w:style>", b"", content, flags=re.DOTALL)
    if name.startswith("word/") and name.endswith(".xml"):
        content = re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", content)
        content = re.sub(rb' w14:paraId="[^"]*"', b"", content)
        content = re.sub(rb"<w:(?:pStyle|rStyle|tblStyle) [^>]*/>", b"", content)
        mark = rb"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:(?:fldChar|instrText)[^>]*?(?:/>|>[^<]*</w:instrText>)</w:r>"
        return re.sub(mark, b"", content)
    return content
