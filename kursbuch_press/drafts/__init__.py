"""What a draft said, word for word: written by `word`, read by `returns` and `merge`."""

from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot, read_snapshot, write_snapshot
from kursbuch_press.drafts.spans import Span, Spans, plain

__all__ = ["Block", "Kind", "Snapshot", "Span", "Spans", "plain", "read_snapshot", "write_snapshot"]
