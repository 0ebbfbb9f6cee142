"""What can be made again at any time: kept under the digest of what it was made from, with a digest of its own and its name.

Nothing here ever stops a build. An entry that cannot be written is not kept; one that is not whole, foreign, or written by
another version of the press is as good as none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from kursbuch_press.disk.changing import write_new

_DIGEST = 64  # hexadecimal signs of a sha256


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; ``maker`` says who makes them, such as the digest of the press: another one knows other entries."""

    folder: Path
    maker: str = ""

    def key(self, *parts: bytes | str) -> str:
        """Give the name of what is made from these parts."""
        digest = sha256(self.maker.encode())
        for part in parts:
            digest.update(sha256(part if isinstance(part, bytes) else part.encode()).digest())
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """Give what was kept, if it is there and whole."""
        try:
            handle = os.open(self.folder / key, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with open(handle, "rb") as file:  # noqa: PTH123 - no opener of Path takes flags
                written = file.read() if S_ISREG(os.fstat(handle).st_mode) else b""
            content = written[_DIGEST:]
            if written[:_DIGEST] != _sealed(key, content):
                return None
        except OSError:
            return None
        with suppress(OSError):
            os.utime(self.folder / key)
        return content

    def has(self, key: str) -> bool:
        """Whether something is kept under a name, whole or not."""
        return (self.folder / key).is_file()

    def put(self, key: str, content: bytes) -> None:
        """Keep something, if the drive lets us."""
        aside = self.folder / f".{key}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            aside.unlink(missing_ok=True)
            write_new(aside, _sealed(key, content) + content)
            aside.replace(self.folder / key)
        except OSError:
            with suppress(OSError):
                aside.unlink(missing_ok=True)


def _sealed(key: str, content: bytes) -> bytes:
    """Give the digest of an entry: one that was renamed or copied to another name is as good as none."""
    return sha256(key.encode() + content).hexdigest().encode()


def forget(folders: Iterable[Path], limit: int) -> None:
    """Keep caches below a number of bytes: what was used longest ago goes first, and what a killed command was writing."""
    with suppress(OSError):
        files = [path for each in folders for path in each.rglob("*") if path.is_file() and not path.is_symlink()]
        found = sorted((path.stat().st_mtime_ns, path.name, path) for path in files)
        size = sum(path.stat().st_size for path in files)
        for _, name, path in found:
            if size > limit or name.startswith("."):
                size -= path.stat().st_size
                path.unlink(missing_ok=True)
