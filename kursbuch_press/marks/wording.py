"""The German sentences about PDF files that cannot be read."""

from __future__ import annotations

NOT_READABLE = "Die Datei „{file}“ lässt sich nicht lesen: {reason}"
NO_PDF = "Die Datei ist keine PDF-Datei."
LOCKED = "Die PDF-Datei ist mit einem Kennwort geschützt und lässt sich nicht öffnen; eine ungeschützte Fassung liefern."
BROKEN = "Die PDF-Datei ist beschädigt und lässt sich nicht lesen: {reason}"
NO_PAGES = "Die PDF-Datei hat keine Seiten."
TOO_MANY_PAGES = "Die PDF-Datei hat {count} Seiten; geprüft werden höchstens {most}."
FILE_TOO_LARGE = "Die Datei „{file}“ ist {size} MB groß; geprüft werden höchstens {most} MB."
