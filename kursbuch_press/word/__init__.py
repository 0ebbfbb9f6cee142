"""Manuscript in, Word file out: what co-authors edit and send back."""

from kursbuch_press.drafts.anchors import anchor_name
from kursbuch_press.word.draft import Asked, Draft, Drawing, Written
from kursbuch_press.word.file import write
from kursbuch_press.word.looks import Looks, StyleSet, make_looks

__all__ = ["Asked", "Draft", "Drawing", "Looks", "StyleSet", "Written", "anchor_name", "make_looks", "write"]
