"""Long German words in narrow columns: broken between their parts, and only where they would not fit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from markupsafe import Markup

from kursbuch_press.pages.handouts.question import face_of
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.joints import NO_BREAK, SOFT_HYPHEN, Column, broken_at_joints, joints, loosened, vocabulary
from tests.shipped import PROJECT

GERMAN = Hyphenation("de", ("Flücht-lings-hilfe",))
KNOWN = vocabulary(["Kommunale Ausländer- und Integrationsbeauftragte", "Träger der Sozialarbeit"])
COLUMN = Column(120, 15.6, face_of(PROJECT), "Regular")


def _broken(word: str) -> str:
    places = (0, *joints(word, GERMAN, KNOWN), len(word))
    return "-".join(word[start:end] for start, end in pairwise(places))


@pytest.mark.parametrize(
    "word",
    [
        "Ausländer-beauftragter",
        "Integrations-beauftragte",
        "Kindertages-einrichtungen",
        "Migrations-beratungs-stellen",
        "Bildungs-agentur",
        "Flüchtlings-sozialarbeit",
    ],
)
def test_a_compound_breaks_between_its_parts(word: str) -> None:
    assert _broken(word.replace("-", "")) == word


def test_the_exceptions_of_an_edition_are_joints() -> None:
    assert _broken("Flüchtlingshilfe") == "Flücht-lings-hilfe"


def test_a_word_without_a_known_joint_breaks_wherever_it_may() -> None:
    assert joints("Asylbewerberinnen", GERMAN, ()) == (4, 6, 9, 11)


def test_only_a_word_that_is_wider_than_its_column_has_soft_hyphens_and_tags_have_none() -> None:
    html = Markup('Schulen und <a href="#integrationsbeauftragte">Integrationsbeauftragte</a>')
    broken = broken_at_joints(html, COLUMN, lambda word: joints(word, GERMAN, KNOWN))
    assert broken == Markup(str(html).replace(">Integrations", f">Integrations{SOFT_HYPHEN}"))  # noqa: S704 - the test's own words


def test_tied_words_that_are_too_wide_together_are_taken_apart() -> None:
    html = Markup("Eine{0}Ansprechpersonenliste im{0}Ort").format(NO_BREAK)
    assert loosened(html, COLUMN) == f"Eine Ansprechpersonenliste im{NO_BREAK}Ort"
