"""Our own lint finds what the public validators let pass, each in a file that has this one fault."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.word.conftest import Written
from tests.word.lint import faults


def _spoilt(content: bytes, part: str, old: str, new: str) -> bytes:
    """Give a file in which one place is replaced."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(target, "w") as spoilt:
        for name in archive.namelist():
            text = archive.read(name)
            if name == f"word/{part}.xml":
                changed = re.sub(old, new, text.decode(), count=1)
                assert changed != text.decode()
                text = changed.encode()
            spoilt.writestr(name, text)
    return target.getvalue()


def test_what_we_write_has_no_fault(whole: Written, field: Written) -> None:
    assert faults(whole.content) == faults(field.content) == ()


_SDT = (
    '<w:sdt><w:sdtPr><w:tag w:val="{}"/><w:id w:val="7"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    ("part", "change", "fault"),
    [
        (
            "document",
            ("<w:body>", f"<w:body>{_SDT.format('a')}{_SDT.format('b')}"),
            "content control id 7 is there 2 times",
        ),
        ("document", ("<w:body>", f"<w:body>{_SDT.format('a' * 65)}"), "longer than 64"),
        (
            "document",
            ('w14:paraId="[0-9A-F]+"(.*?)w14:paraId="([0-9A-F]+)"', r'w14:paraId="\2"\1w14:paraId="\2"'),
            "paragraph id",
        ),
        ("document", (r'<w:numId w:val="\d+"/>', '<w:numId w:val="99"/>'), "list 99 does not exist"),
        (
            "styles",
            (r'<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/>', ""),
            "the language of the document is not said",
        ),
        (
            "document",
            ('w:name="_y_[0-9a-f]+"(.*?)w:name="(_y_[0-9a-f]+)"', r'w:name="\2"\1w:name="\2"'),
            "bookmark _y_",
        ),
        ("document", (r"<w:bookmarkEnd [^>]*/>", ""), "has no end or no start"),
        ("document", (r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""), "do not end"),
        ("document", (r'w:anchor="_Toc\d+"', 'w:anchor="_Toc1"'), "points to _Toc1, which does not exist"),
        (
            "document",
            ('<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Quotes"/>'),
            "style Quotes does not exist",
        ),
        ("document", (r"<w:footnoteReference [^>]*/>", "<w:t/>"), "note 1 has no text or no call"),
        (
            "document",
            ('w:val="Ueberschrift1ohneVerzeichnis"', 'w:val="Heading3"'),
            "a heading of level 3 follows one of level 0",
        ),
        ("document", ('descr="Eine Karte."', 'descr=""'), "picture Abbildung\u00a02 has no alternative text"),
        ("document", ("<w:tblHeader/>", ""), "1 tables have no header row"),
        ("document", ("<w:cantSplit/>", ""), "1 rows may be split"),
        ("document", ("<w:body>", "<w:body><w:p/>"), "1 paragraphs are empty"),
    ],
)
def test_a_fault_is_found(whole: Written, part: str, change: tuple[str, str], fault: str) -> None:
    found = faults(_spoilt(whole.content, part, *change))
    assert any(fault in each for each in found), found
