"""Short words in large type go with the next one."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from kursbuch_press.pages.short_words import bound, bound_html


def test_short_words_are_bound_to_the_next() -> None:
    assert bound("Initiativen zur Einigkeit in Vielfalt") == "Initiativen zur\u00a0Einigkeit in\u00a0Vielfalt"


@pytest.mark.parametrize(
    ("title", "set_as"),
    [
        ("Vielfalt als Stärke", "Vielfalt als\u00a0Stärke"),
        (
            'Ein <em lang="en" class="a b">From day to night</em> hier',
            'Ein <em lang="en" class="a b">From day\u00a0to\u00a0night</em> hier',
        ),
        ("Rat und Donaudampfschifffahrt", "Rat\u00a0und Donaudampfschifffahrt"),
        ("Arbeit &amp; Leben", "Arbeit &amp; Leben"),
    ],
)
def test_a_title_keeps_its_tags_and_leaves_long_words_alone(title: str, set_as: str) -> None:
    assert bound_html(Markup(title)) == set_as  # noqa: S704 - a title of this test
