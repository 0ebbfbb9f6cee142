"""The folded sheets: length by design, two sides for the print shop, translations in step with the German."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import yaml

from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.texts import parse
from kursbuch_press.compose.translating import Fault, asked_of, gaps
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.handouts.imposing import places_on_sheet, sheet_for_print, sides
from kursbuch_press.pages.handouts.names import all_names
from kursbuch_press.pages.handouts.setting import (
    HandoutDocument,
    HandoutMaterial,
    Organisation,
    Wanted,
    set_for,
    set_handout,
)
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.qr import Codes
from kursbuch_press.problems import BookError
from tests.shipped import PROJECT

FIELD = "01-deutsch-fuer-alle"
MM = 72 / 25.4


def _texts(material: HandoutMaterial) -> HandoutTexts:
    assert material.texts is not None, "the shipped book has handouts"
    return material.texts


def _with(material: HandoutMaterial, **changed: str) -> HandoutMaterial:
    first, *others = _texts(material).sheets
    texts = {name: parse(words)[0] for name, words in changed.items()}
    sheets = (first.model_copy(update=texts), *others)
    return replace(material, texts=_texts(material).model_copy(update={"sheets": sheets}))


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("question", "Wer weiß denn so etwas genau? " * 7, "um 3 Zeilen zu lang"),
        ("stays", "Ein Satz bleibt im Kopf. " * 8, "zu lang"),
        ("about", "Darum geht es hier auf diesem Blatt. " * 60, "zu lang"),
    ],
)
def test_too_much_text_is_a_problem_with_its_line_and_how_many_lines_it_is(  # noqa: PLR0913, PLR0917 - as pytest gives them
    name: str, words: str, said: str, material: HandoutMaterial, design: Design
) -> None:
    setter = Typesetter(design, Codes(design.palette))
    with pytest.raises(BookError) as raised:
        set_handout(FIELD, _with(material, **{name: words}), design, setter)
    (problem,) = [each for each in raised.value.problems if each.address.endswith(name)]
    assert said in problem.message
    assert problem.place == material.places[f"handouts/{_texts(material).sheets[0].id}/{name}"]


ORGANISATION = Organisation("probe", "Verein", "Guten Tag", "Weg 1", "")


def _for_organisation(material: HandoutMaterial, design: Design, sample: str) -> HandoutDocument:
    texts = _texts(material).model_copy(update={"sample": parse(sample)[0]})
    name = next(name for name in all_names(material.manuscript) if name.path == FIELD)
    setter = Typesetter(design, Codes(design.palette))
    return set_for(Wanted(name, ORGANISATION), replace(material, texts=texts), design, setter)


def test_what_is_dropped_at_the_foot_of_a_page_is_too_long_although_the_rest_of_it_fits(
    material: HandoutMaterial, design: Design
) -> None:
    with pytest.raises(BookError) as raised:
        _for_organisation(material, design, "Ein Satz, der nicht mehr auf dieses Blatt passen kann. " * 6)
    (problem,) = raised.value.problems
    assert (problem.address, problem.rule) == ("handouts/sample", "sheet-length")
    assert re.search(r"um (eine Zeile|\d Zeilen) zu lang", problem.message)


def test_a_sheet_for_an_organisation_says_all_that_the_others_say(material: HandoutMaterial, design: Design) -> None:
    sample = _texts(material).sample
    assert sample is not None
    sheet = _for_organisation(material, design, sample.source)
    with pypdfium2.PdfDocument(draw_plain(sheet.document)) as pdf:
        printed = _letters("".join(page.get_textpage().get_text_range() for page in pdf))
    for words in ("Herausgegeben von: Netzwerk Integration", "Bitte melden", "PDF zum Vorlesen", sample.plain):
        assert _letters(words) in printed


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def test_the_fold_lies_between_the_last_page_and_the_first() -> None:
    assert sides(to_the_left=False) == ((3, 0), (1, 2))
    assert sides(to_the_left=True) == ((0, 3), (2, 1))


def test_the_sheet_for_the_print_shop_is_two_sides_of_a4_with_bleed(laid_out: Callable[[str], HandoutDocument]) -> None:
    sheet = sheet_for_print(draw_plain(laid_out(FIELD).document), 3)
    with pikepdf.open(BytesIO(sheet)) as pdf:
        trims = [[round(float(value) / MM, 1) for value in page.trimbox.as_list()] for page in pdf.pages]
        medias = [[round(float(value) / MM, 1) for value in page.mediabox.as_list()] for page in pdf.pages]
        shown = [
            [round(float(value) / MM, 1) for value in form.BBox.as_list()]
            for form in (pdf.pages[0].Resources.XObject[name] for name in ("/Page0", "/Page1"))
        ]
    assert trims == [[0, 0, 297, 210]] * 2
    assert medias == [[-3, -3, 300, 213]] * 2
    # Of pages of A4 that are made smaller, each shows its bleed but at the fold.
    bleed = round(3 * 210 / 148.5, 1)
    assert shown == [[-bleed, -bleed, 210, 297 + bleed], [0, -bleed, 210 + bleed, 297 + bleed]]


def test_lines_on_the_sheet_for_the_print_shop_are_known_by_their_place(laid_out: Callable[[str], HandoutDocument]) -> None:
    document = laid_out(FIELD).document
    places = places_on_sheet(facts_of_pages(document.pages, "handouts", placed=True))
    addresses = {"question": 0, "stays": 0, "about": 1, "blatt-deutsch-wo-amt/text": 0}
    with pypdfium2.PdfDocument(sheet_for_print(draw_plain(document), 3)) as pdf:
        for name, side in addresses.items():
            line = next(
                each for each in places.pages[side].lines if each.address.endswith(f"/{name}") and " " in each.text.strip()
            )
            found = pdf[side].get_textpage().search(line.text.strip()).get_next()
            assert found is not None, line.text
            left, bottom, _, top = pdf[side].get_textpage().get_charbox(found[0])
            assert abs(left / MM - line.place.left) < 2, name
            assert line.place.top - 1 < 210 - top / MM < 210 - bottom / MM < line.place.bottom + 1, name


def test_the_shipped_translations_are_in_step(material: HandoutMaterial) -> None:
    for wanted in material.book.edition.translations:
        say = asked_of(material.book, _texts(material), wanted.sheets)
        assert list(gaps(say, material.translations[wanted.language])) == []


def test_a_changed_a_missing_and_a_superfluous_text_are_named_with_both_wordings(material: HandoutMaterial) -> None:
    english = material.translations["en"]
    texts = dict(english.texts)
    texts["handouts/gone/text"] = texts.pop("deutsch-fuer-alle/title")
    changed = _with(material, question="Wo bitte lerne ich Deutsch?")
    say = asked_of(changed.book, _texts(changed), changed.book.edition.translations[0].sheets)
    found = {gap.fault: gap for gap in gaps(say, english.model_copy(update={"texts": texts}))}
    assert found[Fault.MISSING].german == "Deutsch für alle"
    assert found[Fault.SUPERFLUOUS].translated == "German for all"
    outdated = found[Fault.OUTDATED]
    assert (outdated.german, outdated.translated) == (
        "Wo bitte lerne ich Deutsch?",
        "Where can I learn German, and who looks after my child?",
    )


def test_an_arabic_sheet_runs_to_the_left_and_says_so(laid_out: Callable[[str], HandoutDocument]) -> None:
    sheet = laid_out(f"ar/{FIELD}")
    assert '<html lang="ar" dir="rtl">' in sheet.html
    assert (len(sheet.document.pages), sheet.language) == (4, "ar")
    assert re.search('<i lang="de" dir="ltr">§.{1,8}44.{1,8}AufenthG</i>', sheet.html)
    assert "الجهات المنظِّمة لدورات الاندماج، المقاطعات والمدن المستقلة" in sheet.html


def test_a_sheet_says_that_nobody_has_checked_its_translation_until_somebody_has(
    material: HandoutMaterial, design: Design, laid_out: Callable[[str], HandoutDocument]
) -> None:
    said = "Translation not yet checked."
    checked = material.translations["en"].model_copy(update={"checked_by": "Stelle"})
    setter = Typesetter(design, Codes(design.palette))
    overview = set_handout("en/00-auf-einen-blick", replace(material, translations={"en": checked}), design, setter)
    german = laid_out(FIELD)
    assert [said in sheet.html for sheet in (laid_out("en/00-auf-einen-blick"), overview, german)] == [True, False, False]


def test_every_language_of_a_sheet_says_the_pictures_of_the_house(material: HandoutMaterial) -> None:
    pictures = set(yaml.safe_load((PROJECT / "layouts/drawings/illustrations.yaml").read_text("utf-8")))
    for wanted in material.manuscript.edition.translations:
        words = yaml.safe_load((PROJECT / f"layouts/handout/words/{wanted.language}.yaml").read_text("utf-8"))
        assert pictures == set(words["pictures"]), wanted.language


def test_a_long_short_title_goes_below_the_heading_of_the_measures(material: HandoutMaterial, design: Design) -> None:
    edition = material.manuscript.edition
    long = edition.model_copy(update={"short_title": "Kursbuch Integration und Migration Sachsen"})
    setter = Typesetter(design, Codes(design.palette))
    for title, expected in ((long, "more below"), (edition, "more")):
        changed = replace(material, manuscript=replace(material.manuscript, edition=title))
        html = set_handout(FIELD, changed, design, setter).html
        assert f'class="{expected}"' in html
