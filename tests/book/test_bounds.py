"""Values have bounds where they are read, so that nothing behind the reader meets one that it cannot print."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from kursbuch_press.book.record import Day, WebAddress
from kursbuch_press.book.texts import parse
from kursbuch_press.book.web import is_address


@pytest.mark.parametrize("day", ["0001-01-01", "1979-12-31", "2100-01-01", "9999-12-31", "2014-02-30", "20140627"])
def test_a_day_that_no_archive_can_hold_is_a_mistake(day: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(day)


@pytest.mark.parametrize(
    "address",
    [
        *("https://[::1", "https://", "http:///x", "https://a:99999999/", "https://a:b/", "https://a.de/" + "x" * 3000),
        *("https://.example/", "https://a..", "https://a..de/", f"https://{'a' * 64}.de/", f"https://{'a.' * 130}de/"),
        *(
            "https://1.1.1.1.1/",
            "https://1.2.3.999/",
            "https://[fe80::1%25eth0]/",
            "https://a.de/%zz",
            "https://a:b@c.de/",
            "https://a.de:0/",
        ),
    ],
)
def test_an_address_that_cannot_be_called_or_printed_is_a_mistake(address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(WebAddress).validate_python(address)


@pytest.mark.parametrize("address", ["https://[::1", "http:///x", "https://a:99999999/", "http:x"])
def test_a_link_that_leads_nowhere_is_a_mistake_with_its_place(address: str) -> None:
    text = f"Ein [Wort]({address}) steht hier."
    _, (fault,) = parse(text)
    assert "kann niemand aufrufen" in fault.message


@pytest.mark.parametrize(
    "address", ["https://www.example.org/", "https://[::1]/", "https://bücher.example/ä?b=1", "mailto:a@b.de"]
)
def test_a_link_that_works_stays(address: str) -> None:
    assert parse(f"Ein [Wort]({address}) steht hier.")[1] == []


@pytest.mark.parametrize(
    "address",
    [
        "https://müller.example/ä?ö=%C3%A4#ü",
        "http://127.0.0.1:8000/",
        "https://[2001:db8::1]/",
        "https://a_b.example./",
        "HTTPS://A.DE",
    ],
)
def test_an_address_that_can_be_called_is_good(address: str) -> None:
    assert is_address(address)
