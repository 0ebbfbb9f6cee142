"""What a finished PDF is called: in its information dictionary, or in its metadata, which is all that PDF/A-4 has."""

from __future__ import annotations

from pikepdf import Pdf


def said_title(pdf: Pdf) -> str:
    """Give the title of a file; empty for a file without one."""
    if "/Title" in pdf.docinfo:
        return str(pdf.docinfo["/Title"]).strip()
    if "/Metadata" not in pdf.Root:
        return ""
    with pdf.open_metadata() as said:
        return str(said.get("dc:title", "")).strip()
