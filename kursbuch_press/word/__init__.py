"""Manuscript in, Word file out: what co-authors edit and send back."""

from kursbuch_press.word.anchors import anchor_name
from kursbuch_press.word.draft import Draft, Drawing
from kursbuch_press.word.file import write
from kursbuch_press.word.looks import Looks, StyleSet, make_looks

__all__ = ["Draft", "Drawing", "Looks", "StyleSet", "anchor_name", "make_looks", "write"]
