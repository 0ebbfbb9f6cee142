"""Whether the file is encrypted: a printer's machine opens no such file, even without a password."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words


def _judge(file: PrintFile) -> Result:
    """See an /Encrypt dictionary, whatever it allows."""
    if not file.pdf.is_encrypted:
        return Result(measured=words.NOT_ENCRYPTED)
    bits = file.pdf.encryption.bits
    return Result(measured=words.ENCRYPTED, seen=(Seen(words.IS_ENCRYPTED.format(bits=bits)),))


CHECK = Check("encryption", _judge)
