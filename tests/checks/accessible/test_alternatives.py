"""What is no alternative text and no title: addresses, paths, names of files, ids of mail, and words that say nothing."""

from __future__ import annotations

import pytest

from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.accessible.alternatives import is_address, is_empty_phrase, is_unreviewed, leads_nowhere
from tests.checks.accessible import pdf_file, tag


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "–", "x", "Bild", "Abb. 3:", "Platzhalter", "das Logo"),
        *("https://www.example.org/karte.png", "www.example.org/karte", "mailto:amt@example.org", "amt@example.org"),
        *("karte.png", "Karte von Sachsen.jpg", r"C:\Bilder\karte.png", "/home/karte.png", "../bilder/karte.svg"),
        *("Unbenannt", "untitled", "xxx", "Screenshot 2024-05-01 at 10.11.12", "Bildschirmfoto 2024-05-01 um 10.11"),
        *(
            "IMG_20240501_123456",
            "shutterstock_123456",
            "AdobeStock_123456789",
            "pexels-photo-1234",
            "DSC_0001.NEF",
            "logo.avif",
        ),
        *(
            "image2.png@01D0A1B2.C3D4E5F0",
            "urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "Bild: karte.png",
            "&nbsp;",
            "…–",
            "logo.avif",
        ),
        *("Alt-Text", "Bildbeschreibung", "Objekt 1", "Picture Placeholder 2", "Google Shape;54;p13", "undefined", "k. A."),
        *("Bildschirmfoto vom 2024-05-01 10-11-12", "Screen Shot 2024-05-01 at 10.11.12 AM", "Quelle: https://example.org/x"),
        *(r"C:\Users\x y\karte 1.png", r"D:\Karte 7.png", r"\\rechner\ordner\karte.png", "file:///C:/Bild.png", "cid:01"),
        *("cid:part1.0A0B@example.org", "IMG_2034", "DSC0042", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    ],
)
def test_what_machines_write_says_nothing(text: str) -> None:
    assert is_empty_phrase(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Karte von Sachsen mit fünf Orten", "Logo des Netzwerks", "Foto: eine Gruppe am Tisch", "§ 53 AufenthG"),
        *("Ablauf in vier Schritten, siehe www.example.org", "Das Formular liegt als antrag.pdf bei", "Bild einer Brücke"),
        *(
            "Test der Sprachkenntnisse",
            "Objekt der Denkmalpflege",
            "Zeichnung: Haus mit drei Türen",
            "1989 bis 2014",
            "F&E-Haus",
        ),
    ],
)
def test_what_people_write_says_something(text: str) -> None:
    assert not is_empty_phrase(text)


def test_a_link_says_where_it_leads() -> None:
    assert [is_address(each) for each in ("https://a.example/", "mailto:a@b.example", "a.example/b", "Antrag stellen")] == [
        True,
        True,
        True,
        False,
    ]
    assert [leads_nowhere(each) for each in ("hier", "Mehr …", "Klicken Sie hier", "Mehr zum Integrationskurs")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "unreviewed"),
    [
        ("Ein Bild, das Text enthält. Automatisch generierte Beschreibung", True),
        ("A picture containing outdoor  Description automatically generated", True),
        ("Zwei Kinder. KI-generierte Inhalte können fehlerhaft sein.", True),
        ("Zwei Kinder an einem Tisch", False),
    ],
)
def test_what_a_machine_has_described_is_to_be_looked_at(text: str, unreviewed: bool) -> None:  # noqa: FBT001 - a column of a table
    assert is_unreviewed(text) is unreviewed
    figure = tag("Figure", "[Bild]", Alt=text)
    assert (pdf_judged(pdf_file([tag("H1", "Ankommen"), figure]), "figures") == ["WARNING"]) is unreviewed


def pdf_judged(content: bytes, name: str) -> list[str]:
    check = next(each for each in judge_readable(content).checks if each.check == name)
    return [each.severity.name for each in check.findings if each.severity.name != "NOTE"]
