"""The sample, written once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from kursbuch_press.word import write
from tests.word import sample

W = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}


@dataclass(frozen=True)
class Written:
    """A finished file, and its parts as somebody else's parser reads them."""

    content: bytes

    def read(self, part: str) -> bytes:
        """Give a part as it is stored."""
        with ZipFile(BytesIO(self.content)) as archive:
            return archive.read(part)

    def find(self, path: str, part: str = "document") -> list[str]:
        """Give what an XPath finds, as words."""
        root = etree.fromstring(self.read(f"word/{part}.xml"))
        return [str(each) for each in root.xpath(path, namespaces=W)]

    def paragraphs(self, style: str, part: str = "document") -> list[str]:
        """Give the words of each paragraph of a style, field instructions left out."""
        root = etree.fromstring(self.read(f"word/{part}.xml"))
        found = root.xpath(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", namespaces=W)
        return ["".join(str(each) for each in one.xpath(".//w:t/text()", namespaces=W)) for one in found]


@pytest.fixture(scope="session")
def whole() -> Written:
    """Give the whole sample as a Word file."""
    return Written(write(sample.manuscript(), sample.draft()).content)


@pytest.fixture(scope="session")
def field() -> Written:
    """Give one chapter of the sample as a Word file."""
    return Written(write(sample.manuscript(), sample.draft(("feld",))).content)
