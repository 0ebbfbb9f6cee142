"""The German words of the disk."""

from __future__ import annotations

import errno

NOT_WRITABLE = "„{path}“ kann nicht geschrieben werden: {reason}"
NOT_READABLE = "„{path}“ kann nicht gelesen werden: {reason}"
LEADS_OUT = "Der Name führt aus dem Ordner hinaus."
REASONS = {  # of the system, which speaks English
    errno.EACCES: "Dafür fehlen die Rechte.",
    errno.EPERM: "Dafür fehlen die Rechte.",
    errno.EROFS: "Das Laufwerk ist schreibgeschützt.",
    errno.ENOSPC: "Der Datenträger ist voll.",
    errno.EDQUOT: "Der Speicherplatz ist aufgebraucht.",
    errno.EFBIG: "Die Datei wäre größer, als hier erlaubt ist.",
    errno.EISDIR: "Dort liegt ein Ordner dieses Namens.",
    errno.ENOTDIR: "Wo ein Ordner sein soll, liegt eine Datei oder eine Verknüpfung.",
    errno.EEXIST: "Wo ein Ordner sein soll, liegt eine Datei.",
    errno.ELOOP: "Wo ein Ordner sein soll, liegt eine Verknüpfung.",
    errno.ENAMETOOLONG: "Der Name ist zu lang.",
    errno.ENOENT: "Den Ordner gibt es nicht mehr.",
    errno.EIO: "Der Datenträger meldet einen Fehler.",
    errno.EMFILE: "Zu viele Dateien sind gleichzeitig offen.",
    errno.ENFILE: "Zu viele Dateien sind gleichzeitig offen.",
    errno.EBUSY: "Ein anderes Programm hält die Datei fest.",
    errno.ETXTBSY: "Ein anderes Programm hält die Datei fest.",
    errno.ESTALE: "Das Netzlaufwerk antwortet nicht mehr.",
}


def reason(error: OSError) -> str:
    """Say in German why the system refused; what it rarely says stays as it is."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error)
