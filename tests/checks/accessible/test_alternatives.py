"""What is no alternative text and no title: addresses, paths, names of files, ids of mail, and words that say nothing."""

from __future__ import annotations

import pytest

from kursbuch_press.checks.accessible.alternatives import is_address, is_empty_phrase, leads_nowhere


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "–", "x", "Bild", "Abb. 3:", "Platzhalter", "das Logo"),
        *("https://www.example.org/karte.png", "www.example.org/karte", "mailto:amt@example.org", "amt@example.org"),
        *("karte.png", "Karte von Sachsen.jpg", r"C:\Bilder\karte.png", "/home/karte.png", "../bilder/karte.svg"),
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
