"""What must not come in stays out, with a sentence that says what to do; what is merely foreign is read past."""

from __future__ import annotations

import io
import resource
import time
import zipfile

import pytest

from kursbuch_press.problems import PressError
from kursbuch_press.returns.guard import kind_of
from kursbuch_press.word import Written
from tests.returns.conftest import Kept, read
from tests.returns.editing import Doc

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    b'ContentType="application/xml"/></Types>'
)


def _pack(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        for name, content in parts.items():
            packed.writestr(name, content)
    return target.getvalue()


def _document(body: str, before: str = "") -> bytes:
    return f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>".encode()


def _twice() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("word/document.xml", _document(""))
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("word/document.xml", _document(""))
    return target.getvalue()


def _hostile() -> dict[str, tuple[bytes, str]]:
    """Give hostile files and a part of the sentence that each must be refused with."""
    paragraph = "<w:p><w:r><w:t>Wort</w:t></w:r></w:p>"
    return {
        "empty": (b"", "leer"),
        "zeros": (b"\0" * 5000, "leer"),
        "old word": (_OLE + b"\0" * 600, ".doc"),
        "password": (_OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "Kennwort"),
        "rtf": (b"{\\rtf1 Text}", "RTF"),
        "web page": (b"<!DOCTYPE html><html><body>x</body></html>", "Webseite"),
        "plain text": (b"Lieber Herr Muster, anbei", "keine Word-Datei"),
        "excel": (_pack({"xl/workbook.xml": b"<workbook/>"}), "Excel"),
        "truncated": (_pack({"word/document.xml": _document(paragraph)})[:-30], "unvollständig"),
        "climbing": (_pack({"../../etc/passwd": b"x", "word/document.xml": _document("")}), "hinausführt"),
        "climbing backwards": (_pack({"word\\..\\..\\x": b"x", "word/document.xml": _document("")}), "hinausführt"),
        "absolute": (_pack({"/etc/passwd": b"x", "word/document.xml": _document("")}), "hinausführt"),
        "drive": (_pack({"C:/x": b"x", "word/document.xml": _document("")}), "hinausführt"),
        "twice": (_twice(), "zweimal"),
        "doctype": (_pack({"word/document.xml": _document("", '<!DOCTYPE w [<!ENTITY a "b">]>')}), "Dokumenttyp"),
        "bomb": (_pack({"word/document.xml": _document(""), "word/media/x.png": b"\0" * (200 << 20)}), "größer"),
        "large part": (_pack({"word/document.xml": b"<a>" + b" " * (60 << 20)}), "größer"),
        "many parts": (_pack({"word/document.xml": b"", **{f"word/media/{n}": b"" for n in range(5001)}}), "größer"),
        "many tags": (_pack({"word/document.xml": _document("<w:p/>" * 2_000_000)}), "Rechenschritte"),
        "broken xml": (_pack({"word/document.xml": b"<w:document"}), "beschädigt"),
        "no text": (_pack({"word/styles.xml": b"<x/>"}), "Haupttext fehlt"),
        "packing": (_pack({"word/document.xml": _document("")}, zipfile.ZIP_BZIP2), "gepackt"),
    }


HOSTILE = _hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_what_to_do(name: str, kept: Kept) -> None:
    content, words = HOSTILE[name]
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PressError) as refusal:
        _come_in(content, kept)
    assert words in str(refusal.value)
    assert str(refusal.value).endswith((".", ". "))
    assert time.process_time() - began < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


def _come_in(content: bytes, kept: Kept) -> None:
    kind_of(content)
    read(content, kept)


def test_deep_nesting_is_refused_or_read_but_never_a_crash(kept: Kept) -> None:
    for count in (100, 300, 5000):
        body = "<w:sdt><w:sdtContent>" * count + "<w:p><w:r><w:t>Wort</w:t></w:r></w:p>" + "</w:sdtContent></w:sdt>" * count
        with pytest.raises(PressError):
            read(_pack({"word/document.xml": _document(body)}), kept)


def test_what_is_foreign_is_read_past_and_told(draft: Written, kept: Kept) -> None:
    doc = Doc(draft.content)
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="https://evil.example/x.dotm" TargetMode="External"/></Relationships>'
    )
    added = {
        "word/_rels/settings.xml.rels": relations,
        "word/vbaProject.bin": b"x",
        "word/embeddings/oleObject1.bin": b"x",
    }
    returned = read(doc.save(add=added), kept)
    assert {each.what for each in returned.refused} == {"embedded", "template", "macro"}
    assert any("evil.example" in each.sentence for each in returned.refused)
    assert (returned.changes, returned.ledger.remainder) == ((), 0)


def test_a_file_of_no_draft_says_how_to_name_it(kept: Kept) -> None:
    foreign = _pack({"word/document.xml": _document("<w:p><w:r><w:t>Etwas ganz anderes als der Entwurf.</w:t></w:r></w:p>")})
    with pytest.raises(PressError, match="--draft KENNUNG"):
        read(foreign, kept)
    with pytest.raises(PressError, match="gibt es in drafts/ nicht"):
        read(foreign, kept, draft="abcd-abcd-abcd")
