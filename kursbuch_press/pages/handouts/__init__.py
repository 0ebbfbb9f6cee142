"""The handouts: sheets for each action field, one page for decision makers, a summary in Leichte Sprache."""

from __future__ import annotations

from kursbuch_press.pages.handouts.setting import (
    HandoutDocument,
    HandoutMaterial,
    handout_address,
    handout_ids,
    handout_pictures,
    set_handout,
)

__all__ = [
    "HandoutDocument",
    "HandoutMaterial",
    "handout_address",
    "handout_ids",
    "handout_pictures",
    "set_handout",
]
