"""What holds for all tests that set type."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.fonts import close_fontconfig


@pytest.fixture(scope="session", autouse=True)
def own_fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Close fontconfig off before any test lays out a page: with the machine's faces a text has other lines."""
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
