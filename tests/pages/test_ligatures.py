"""Ligatures keep to the parts of a word: in the places that are found, and in the glyphs of a finished PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from kursbuch_press.pages.fonts import close_fontconfig


def _parted(text: str) -> str:
    from kursbuch_press.pages.ligatures import seams  # noqa: PLC0415 - loads WeasyPrint, which reads the fonts

    for at in reversed(list(seams(text))):
        text = f"{text[:at]}|{text[at:]}"
    return text


@pytest.fixture(scope="module", autouse=True)
def fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize(
    "word",
    [
        "Auf|lage",
        "auf|fallen",
        "Ausländerbeauf|tragter",
        "beruf|lich",
        "höf|liche",
        "hilf|los",
        "Prüf|ling",
        "Kauf|kraft",
        "Brief|kasten",
        "Stoff|liste",
        "fünf|jährig",
        "AUF|LAGE",
        "Auf|lage und Auf|trag",
    ],
)
def test_a_part_of_a_word_ends_a_ligature(word: str) -> None:
    assert _parted(word.replace("|", "")) == word


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Pflicht",
            "verpflichten",
            "Ausflug",
            "überflüssig",
            "Konflikt",
            "geflohen",
            "Treffen",
            "Hoffnung",
            "läuft",
            "Kaffee",
        ),
        *("Herkunft", "Gemeinschaften", "wirtschaftlich", "öffentlich", "häufig", "Qualifikation", "Fjord", "Office"),
    ],
)
def test_within_a_part_letters_are_joined_as_ever(word: str) -> None:
    assert _parted(word) == word


@pytest.mark.parametrize(
    ("word", "language", "glyphs"),
    [("Auflage", "de", 7), ("Auflage", "en", 6), ("Pflicht", "de", 6), ("auffallen", "de", 9), ("Stoffliste", "de-DE", 9)],
)
def test_the_letters_after_a_seam_have_glyphs_of_their_own(word: str, language: str, glyphs: int) -> None:
    from weasyprint import HTML  # noqa: PLC0415 - reads the fonts, so not before they are closed

    from kursbuch_press.pages.engine.start import replace_functions  # noqa: PLC0415

    replace_functions()
    html = (
        f'<html lang="{language}"><style>p {{ font-family: Spectral; font-variant-numeric: lining-nums }}</style><p>{word}</p>'
    )
    with pikepdf.open(BytesIO(HTML(string=html).write_pdf())) as pdf:
        shown = [
            bytes(piece)
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) == "TJ"
            for piece in instruction.operands[0]
            if isinstance(piece, pikepdf.String)
        ]
    assert sum(map(len, shown)) // 2 == glyphs
