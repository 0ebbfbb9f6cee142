"""What a draft said, word for word: written by `word`, read by `returns` and `merge`."""

from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot, read_snapshot, write_snapshot
from kursbuch_press.drafts.spans import Span, Spans, span_text

__all__ = ["Block", "Kind", "Snapshot", "Span", "Spans", "read_snapshot", "span_text", "write_snapshot"]
