"""Data -> YAML without disturbing a byte that need not change: comments, folding, quoting and line ends stay."""

from __future__ import annotations

from kursbuch_press.sources.writing.fresh import fresh_text
from kursbuch_press.sources.writing.rewriting import RewriteError, encoded, rewrite

__all__ = ["RewriteError", "encoded", "fresh_text", "rewrite"]
