"""The Kursbuch press: structured YAML in, a printed book, accessible PDFs and Word drafts out.

The rooms, in the order of the data: ``sources`` reads YAML into a ``book``; ``compose`` makes a manuscript of it (numbers,
references, generated parts); ``pages`` lays the manuscript out and draws PDFs, ``word`` writes it as .docx; ``checks`` judges
book, manuscript and finished files; ``press`` knows which product is made from what; ``cli`` is what people type.
docs/architecture.md is the map, and tests/test_architecture.py keeps it true.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
