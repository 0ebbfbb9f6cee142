"""German microtypography: what a compositor would set, whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.compose.typography import polish, polish_runs, sort_key

GERMAN, GUILLEMETS = QuotationMarks.GERMAN, QuotationMarks.GUILLEMETS


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("z. B. hier", "z.\u202fB. hier"),
        ("z.B. hier", "z.\u202fB. hier"),
        ("d. h. und u. a. auch i. d. R.", "d.\u202fh. und u.\u202fa. auch i.\u202fd.\u202fR."),
        ("§ 53 Abs. 2", "§\u00a053\u00a0Abs.\u00a02"),
        ("§§ 3 und 4", "§§\u00a03\u00a0und\u00a04"),
        ("Abs. 1 und 2", "Abs.\u00a01\u00a0und\u00a02"),
        ("nach § 40 SGB VIII", "nach §\u00a040\u00a0SGB\u00a0VIII"),
        ("10 % und 10% sind gleich", "10\u202f% und 10\u202f% sind gleich"),
        ("am 27. Juni 2014", "am 27.\u00a0Juni 2014"),
        ("Fazel u. a. 2005 und andere u. a.", "Fazel u.\u202fa.\u00a02005 und andere u.\u202fa."),
        ("KMK 2013 b", "KMK 2013\u202fb"),
        ("BAMF 2013 a, S. 4; im Jahr 2013 begonnen", "BAMF 2013\u202fa, S.\u202f4; im Jahr 2013 begonnen"),
        ("Prof. Dr. Gillo", "Prof.\u00a0Dr.\u00a0Gillo"),
        ("50 Euro", "50\u00a0Euro"),
        ("Wort - und Wort", "Wort\u00a0– und Wort"),
        ("Wort – und Wort", "Wort\u00a0– und Wort"),
        ("Und so weiter...", "Und so weiter…"),
        ("Ist's so?", "Ist’s so?"),
        ("Sprach- und Kulturmittler", "Sprach- und Kulturmittler"),
        ("Förderverein e. V., gegründet 1990", "Förderverein e.\u202fV., gegründet 1990"),
        ("BGBl. I S. 1950", "BGBl.\u00a0I\u00a0S.\u202f1950"),
        ("SächsGVBl. S. 298", "SächsGVBl.\u00a0S.\u202f298"),
        ("ABl. L 180", "ABl.\u00a0L 180"),
        ("etwa 12 500 Plätze, 1 200 000 Euro", "etwa 12\u202f500 Plätze, 1\u202f200\u202f000\u00a0Euro"),
        ("Telefon 0351 493 5171", "Telefon 0351 493 5171"),
        ("im Jahr 2014 200 Plätze", "im Jahr 2014 200 Plätze"),
        ("Ende des Satzes. Beginn", "Ende des Satzes. Beginn"),
    ],
)
def test_spaces_and_dashes_are_set(typed: str, printed: str) -> None:
    assert polish(typed, GERMAN) == printed


@pytest.mark.parametrize("typed", ['Er sagt: "Guten Tag."', "Er sagt: „Guten Tag.“", "Er sagt: »Guten Tag.«"])
def test_the_edition_decides_the_quotation_marks(typed: str) -> None:
    assert polish(typed, GERMAN) == "Er sagt: „Guten Tag.“"
    assert polish(typed, GUILLEMETS) == "Er sagt: »Guten Tag.«"


def test_inner_quotations_take_the_inner_marks() -> None:
    assert polish("„Er sagt ‚ja‘ dazu“", GUILLEMETS) == "»Er sagt ›ja‹ dazu«"


@given(st.text())
def test_setting_twice_changes_nothing_more(text: str) -> None:
    once = polish(text, GERMAN)
    assert polish(once, GERMAN) == once


SIGNS = st.text(alphabet=" \u00a0\"'„“”«»‚‘’‹›ab1.-–(),§%", max_size=24)
"""What quotations are made of; among all of Unicode, hypothesis would hardly ever put two of them into one text."""


@given(st.text(alphabet=" \u00a0\"'„“”«»ab1.-–(),§%", max_size=24), st.sampled_from(QuotationMarks))
@settings(max_examples=300)
def test_setting_quotations_twice_changes_nothing_more(text: str, marks: QuotationMarks) -> None:
    once = polish(text, marks)
    assume(" »" not in once and "\u00a0»" not in once)  # a lonely mark that became » and looks like a French one
    assert polish(once, marks) == once


@given(st.lists(SIGNS, max_size=5), st.sampled_from(QuotationMarks))
def test_marks_in_a_text_change_nothing_in_how_it_is_set(runs: list[str], marks: QuotationMarks) -> None:
    assert "".join(polish_runs(runs, marks)) == polish("".join(runs), marks)


@given(st.lists(SIGNS, max_size=5))
def test_letters_stay_in_their_marks(runs: list[str]) -> None:
    def letters(text: str) -> list[str]:
        return [sign for sign in text if sign.isalnum()]

    assert [letters(run) for run in polish_runs(runs, GERMAN)] == [letters(run) for run in runs]


@pytest.mark.parametrize(
    ("runs", "printed"),
    [
        (['Der Roman "', "Sommer", '" steht'], ["Der Roman „", "Sommer", "“ steht"]),
        (['Das Wort "Kurs', '" auch'], ["Das Wort „Kurs", "“ auch"]),
        (["§ ", "53"], ["§\u00a0", "53"]),
        (["12", " %"], ["12", "\u202f%"]),
        (["12", "%"], ["12", "\u202f%"]),
        (["S. ", "5"], ["S.\u202f", "5"]),
        (["z. ", "B."], ["z.\u202f", "B."]),
        (["am 27. ", "Juni", " 2014"], ["am 27.\u00a0", "Juni", " 2014"]),
        (["Wort", " - ", "und"], ["Wort", "\u00a0– ", "und"]),
        (["Prof. ", "Gillo"], ["Prof.\u00a0", "Gillo"]),
        (["Ist", "'s gut?"], ["Ist", "’s gut?"]),
    ],
)
def test_rules_reach_across_marks(runs: list[str], printed: list[str]) -> None:
    assert polish_runs(runs, GERMAN) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Sie sagte “Guten Tag” und ging.", "Sie sagte „Guten Tag“ und ging."),
        ("«Grüezi» und «bonjour».", "„Grüezi“ und „bonjour“."),
        ("«\u00a0Bonjour\u00a0» und « salut ».", "„Bonjour“ und „salut“."),
        ("\"Er rief 'Komm!' und ging\", sagte sie.", "„Er rief ‚Komm!‘ und ging“, sagte sie."),
        ("“Er rief ‘Komm!’ und ging”", "„Er rief ‚Komm!‘ und ging“"),
        ("”Hej” sagte sie.", "„Hej“ sagte sie."),
        ('"Er sagt "ja" dazu"', "„Er sagt ‚ja‘ dazu“"),
        ('die "Eltern"-Gruppe ("Kurs")', "die „Eltern“-Gruppe („Kurs“)"),
        ('Er sagt:"Guten Tag"', "Er sagt:„Guten Tag“"),
        ("'s ist Hans' Auto", "’s ist Hans’ Auto"),
        ("\"Hans' Auto\" und 'ne Idee", "„Hans’ Auto“ und ’ne Idee"),
        ('ein Schirm von 27" steht da', 'ein Schirm von 27" steht da'),
        ('"[…] und so weiter..."', "„[…] und so weiter…“"),
        ("Ist‘s so?", "Ist’s so?"),
    ],
)
def test_quotation_marks_are_told_by_what_stands_beside_them(typed: str, printed: str) -> None:
    assert polish(typed, GERMAN) == printed


@pytest.mark.parametrize(
    "address", ["www.example.org/a...b", "https://example.org/10%25?a='b'-'c'", "s.5@example.org", "example.org/1%2"]
)
def test_an_address_stays_as_it_is(address: str) -> None:
    assert polish(f"unter {address} zu finden", GERMAN) == f"unter {address} zu finden"


@given(st.text())
def test_letters_and_digits_never_change(text: str) -> None:
    letters = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in polish(text, GUILLEMETS) if sign.isalnum()] == letters


def test_words_are_sorted_as_din_5007_1_says() -> None:
    words = ["Zeit", "Ärzte", "Arbeit", "Straße", "Strasse", "Übung", "Uhr"]
    assert sorted(words, key=sort_key) == ["Arbeit", "Ärzte", "Strasse", "Straße", "Übung", "Uhr", "Zeit"]


def test_letters_of_other_languages_are_sorted_by_their_letter() -> None:
    names = "Çelik Celle Đorđević Dorn Ístanbul Łukasz Lupe Ñandú Ørsted Ort Şahin Sand Tag"
    assert " ".join(sorted(sorted(names.split()), key=sort_key)) == names
