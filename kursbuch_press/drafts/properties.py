"""The names under which a Word file says of which draft it is: custom properties, and the namespace of its snapshot."""

DRAFT_ID = "DraftId"
DRAFT_DIGEST = "DraftDigest"
"""The sha256 of the snapshot as it is written: a snapshot that somebody changed is not believed."""
RECIPIENT = "DraftFor"
SEND_BY = "DraftDue"
DRAFT_NAMESPACE = "urn:kursbuch-press:draft"
