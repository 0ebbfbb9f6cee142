"""``python -m kursbuch_press.cli``: runs what was typed, and ends in peace on Ctrl-C, also while libraries are loaded."""

from __future__ import annotations

import os
import signal
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
MACHINE = 3  # the machine lacks something


def main(arguments: list[str] | None = None) -> int:
    """Run the command of the command line; gives its exit code."""
    _open_streams()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # who ignores it, as some parents do, never learns how a worker ended
    try:
        from kursbuch_press.cli.commanding import run_command

        return run_command(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        from kursbuch_press.cli import wording

        print(wording.INTERRUPTED, file=sys.stderr)
        return INTERRUPTED
    except ModuleNotFoundError as error:
        if not error.name or error.name.startswith("kursbuch_press"):
            raise
        return _broken(error.name)


def _open_streams() -> None:
    """Let streams that the caller has closed lead nowhere; else the next file that is opened would be taken for one of them."""
    for number, mode in enumerate("rww"):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
        name = ("stdin", "stdout", "stderr")[number]
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _broken(package: str) -> int:
    """Say that .venv has lost a package, and take its stamps away, so that build.py makes it anew."""
    from kursbuch_press.cli import wording

    for stamp in Path(sysconfig.get_path("purelib")).glob("*.lock.stamp"):
        stamp.unlink()
    print(wording.BROKEN_ENVIRONMENT.format(package=package), file=sys.stderr)
    return MACHINE


if __name__ == "__main__":
    code = main()
    with suppress(BrokenPipeError, ValueError):  # the reader has gone, or was told so and the stream is closed
        sys.stdout.flush()
        sys.stderr.flush()
    # The system frees the memory of a laid-out book at once; Python would take it apart object by object.
    os._exit(code)
