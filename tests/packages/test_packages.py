"""Packages from anybody: parts by relations, XML without surprises, a budget before reading, and a sentence for each fault."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import pytest

from kursbuch_press.limits import Budget, Limits
from kursbuch_press.packages import open_package, open_word
from kursbuch_press.packages.elements import W, is_on, text_of
from kursbuch_press.problems import PressError

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TEXT = f"<w:document {SPACES}><w:body><w:p><w:r><w:t>Ankommen</w:t></w:r></w:p></w:body></w:document>"
_RUNS = '<w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>'
STYLES = f"<w:styles {SPACES}><w:docDefaults>{_RUNS}</w:docDefaults></w:styles>"


def relations(*pairs: tuple[str, str]) -> str:
    lines = "".join(f'<Relationship Id="r{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(pairs))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def package(**changed: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations((KINDS + "officeDocument", "/text/haupt.xml")),
        "text/haupt.xml": TEXT,
        "text/_rels/haupt.xml.rels": relations((KINDS + "styles", "aussehen%202.xml"), (KINDS + "footnotes", "../noten.xml")),
        "text/aussehen 2.xml": STYLES,
        "noten.xml": f"<w:footnotes {SPACES}/>",
    }
    names = {"rels": "_rels/.rels", "text": "text/haupt.xml", "styles": "text/aussehen 2.xml"}
    parts |= {names[name]: content for name, content in changed.items()}
    return _zip(parts)


def _zip(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return target.getvalue()


def test_parts_are_found_by_their_relations_and_not_by_their_names() -> None:
    file = open_word(package())
    assert (file.main, file.language, len(file.notes)) == ("text/haupt.xml", "de-DE", 1)


def test_all_parts_are_found_by_their_relations_and_without_case() -> None:
    """Parts under the usual names are none if no relation names them (ECMA-376, part 2, 9.1.1.3 and 9.3)."""
    decoy = f'<w:settings {SPACES}><w:displayBackgroundShape w:val="0"/></w:settings>'
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{}"/>'
    related = relations((KINDS + "settings", "/Einstellungen.XML"), (KINDS + "theme", "farben.xml"))
    file = open_word(
        _zip(
            {
                "_rels/.rels": relations((KINDS + "officeDocument", "Text/Haupt.xml")),
                "text/haupt.xml": TEXT,
                "Text/_rels/Haupt.xml.rels": related,
                "einstellungen.xml": f"<w:settings {SPACES}><w:displayBackgroundShape/></w:settings>",
                "Text/farben.xml": theme.format("Haus"),
                "word/settings.xml": decoy,
                "word/theme/theme1.xml": theme.format("Köder"),
            }
        )
    )
    assert is_on(file.settings, "displayBackgroundShape")
    assert file.theme is not None
    assert file.theme.get("name") == "Haus"


def test_a_part_without_a_relation_is_not_read_as_word_does_not() -> None:
    file = open_word(_zip({"word/document.xml": TEXT, "word/styles.xml": STYLES}))
    assert file.language == ""
    assert list(file.related("styles")) == list(file.related("comments")) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_parts_in_each_encoding_of_the_standard_are_read(encoding: str) -> None:
    written = f'<?xml version="1.0" encoding="{encoding.upper()[:6].rstrip("-")}"?>{TEXT}' if "16" in encoding else TEXT
    file = open_word(package(text=written.encode(encoding)))
    assert [text_of(each) for each in file.paragraphs()] == ["Ankommen"]


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE x [<!ENTITY a 'b'>]>" + TEXT,
        "<!-- " + "lang " * 2000 + "--><!DOCTYPE x>" + TEXT,
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + TEXT).encode("utf-16"),
    ],
)
def test_a_document_type_is_refused_wherever_it_stands(content: str | bytes) -> None:
    with pytest.raises(PressError, match="Dokumenttypdefinition"):
        open_word(package(text=content))


def test_comments_and_instructions_are_nothing_to_word() -> None:
    rels = relations((KINDS + "officeDocument", "text/haupt.xml")).replace(
        "<Relationship ", "<!-- hier --><?x y?><Relationship ", 1
    )
    assert open_word(package(rels=rels, text=TEXT.replace("<w:p>", "<!-- a --><w:p>"))).main == "text/haupt.xml"


def test_of_alternatives_the_one_is_read_that_word_shows() -> None:
    def run(word: str) -> str:
        return f"<w:r><w:t>{word}</w:t></w:r>"

    def choose(needed: str) -> str:
        return (
            f'<mc:AlternateContent><mc:Choice Requires="{needed}">{run("neu")}</mc:Choice>'
            f"<mc:Fallback>{run('alt')}</mc:Fallback></mc:AlternateContent>"
        )

    body = f"<w:p>{run('vor ')}{choose('wps')}{choose('unbekannt')}{run(' nach')}</w:p>"
    file = open_word(package(text=f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"))
    assert [text_of(each) for each in file.paragraphs()] == ["vor neualt nach"]
    assert [child.tag for child in next(file.paragraphs())] == [f"{W}r"] * 4


def test_more_than_the_budget_is_never_unpacked() -> None:
    large = package(text=TEXT.replace("Ankommen", "a" * (3 << 20)))
    with pytest.raises(PressError, match="größer als 2 MB"):
        open_word(large, budget=Budget(Limits(megabytes=2)))
    with pytest.raises(PressError, match="Rechenschritte"):
        open_word(package(text=TEXT.replace("<w:p>", "<w:p/>" * 2000 + "<w:p>")), budget=Budget(Limits(million_steps=0.001)))
    with pytest.raises(PressError, match="nach 0 Sekunden"):
        open_word(large, budget=Budget(Limits(seconds=0)))


def test_a_part_that_lies_about_its_size_ends_in_a_sentence() -> None:
    content = bytearray(package(text=TEXT.replace("Ankommen", "a" * 5000)))
    at = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(PressError, match="beschädigt"):
        open_word(bytes(content))


def _with_method(number: int) -> bytes:
    content = bytearray(package())
    at = content.index(b"PK\x01\x02")
    content[at + 10 : at + 12] = struct.pack("<H", number)
    return bytes(content)


def _with_broken_name() -> bytes:
    content = bytearray(package())
    at = content.index(b"PK\x01\x02")
    content[at + 9] |= 0x08  # bit 11: the name is said to be in UTF-8
    content[at + 46] = 0xFF
    return bytes(content)


def _twice() -> bytes:
    target = io.BytesIO(package())
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("TEXT/haupt.xml", TEXT)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (_with_method(zipfile.ZIP_LZMA), "Verfahren gepackt"),
        (_with_method(99), "Verfahren gepackt"),
        (_with_broken_name(), "beschädigt"),
        (_twice(), "zweimal"),
        (package(text="<x"), "text/haupt.xml.*lässt sich nicht lesen"),
        (package(text="<x/>"), "keine Word-Datei"),
        (package(rels="<x"), "beschädigt"),
        (package(text=b"\xff\xfe\x00"), "beschädigt"),
        (package(text=b""), "beschädigt"),
        (b"PK\x03\x04", "beschädigt"),
    ],
)
def test_each_fault_of_a_package_is_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(PressError, match=sentence):
        open_word(content)


def test_relations_never_lead_out_of_the_package() -> None:
    opened = open_package(package(rels=relations((KINDS + "officeDocument", "../../../etc/passwd"))))
    assert [each.target for each in opened.relations()] == ["etc/passwd"]
    assert opened.related("officeDocument") == ()
