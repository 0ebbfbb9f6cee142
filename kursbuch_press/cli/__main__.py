"""``python -m kursbuch_press.cli``: runs what was typed, and ends in peace on Ctrl-C, also while libraries are loaded."""

from __future__ import annotations

import io
import os
import resource
import signal
import sys
import sysconfig
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from kursbuch_press.cli import MACHINE, OUTPUT

INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
_MEMORY = (resource.RLIMIT_AS, resource.RLIMIT_DATA)


def main(arguments: list[str] | None = None) -> int:
    """Run the command of the command line; gives its exit code."""
    _open_streams()
    warnings.simplefilter("ignore")  # those of libraries are for programmers, and an error if the caller's Python says so
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
    except (ImportError, OSError, MemoryError) as error:  # while libraries are loaded; later, commanding.py says it better
        if isinstance(error, ImportError) and (error.name or "").startswith("kursbuch_press"):
            raise
        from kursbuch_press.cli import wording

        print(wording.NOT_LOADED.format(reason=" ".join(str(error).split())[-200:] or wording.NO_MEMORY), file=sys.stderr)
        return MACHINE


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
    if sys.stderr is sys.__stderr__ or sys.__stderr__ is None:  # else somebody's own, such as that of a test
        sys.stderr = _text(_Unheard(2, "wb", closefd=False), sys.stderr.encoding, "backslashreplace")
    if sys.stdout is sys.__stdout__ or sys.__stdout__ is None:
        sys.stdout = _text(_Named(1, "wb", closefd=False), sys.stdout.encoding, sys.stdout.errors or "strict")


def _text(raw: io.FileIO, encoding: str, errors: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors, line_buffering=raw.isatty() or raw.fileno() != 1)


class _Named(io.FileIO):
    """The output: where it cannot be written, the error has its name."""

    def write(self, words: Any, /) -> int:  # noqa: ANN401 - a buffer has no public type before Python 3.12
        """Write, or say what could not be written."""
        try:
            return super().write(words) or 0
        except OSError as error:
            error.filename = OUTPUT
            raise


class _Unheard(io.FileIO):
    """A stream for progress and sentences: where nobody can hear them, the work goes on without."""

    def write(self, words: Any, /) -> int:  # noqa: ANN401 - a buffer has no public type before Python 3.12
        """Write what can be written."""
        try:
            return super().write(words) or 0
        except OSError:
            return memoryview(words).nbytes


def _broken(package: str) -> int:
    """Say that .venv has lost a package, and take its stamps away, so that build.py makes it anew."""
    from kursbuch_press.cli import wording

    for stamp in Path(sysconfig.get_path("purelib")).glob("*.lock.stamp"):
        stamp.unlink()
    print(wording.BROKEN_ENVIRONMENT.format(package=package), file=sys.stderr)
    return MACHINE


def _flushed(code: int) -> int:
    """Write out what is still held back; gives the exit code, which says so if that cannot be."""
    try:
        with suppress(BrokenPipeError, ValueError):  # the reader has gone, or was told so and the stream is closed
            sys.stdout.flush()
    except OSError as error:
        from kursbuch_press.cli import wording
        from kursbuch_press.disk.wording import reason

        print(wording.UNSAID.format(reason=reason(error)), file=sys.stderr)
        code = code or MACHINE
    with suppress(ValueError):
        sys.stderr.flush()
    return code


def whole(arguments: list[str] | None = None) -> int:
    """Run a command to its very end, when all that it said is written out; gives the exit code.

    Where memory is limited, libraries end the process that asks for more than there is, without a word that people understand:
    there somebody stays beside it who can tell.
    """
    limit = min((each for kind in _MEMORY if (each := resource.getrlimit(kind)[0]) != resource.RLIM_INFINITY), default=0)
    if not limit:
        return _whole(arguments)
    from kursbuch_press.cli.accompanied import accompanied

    return accompanied(lambda: _whole(arguments), limit)


def _whole(arguments: list[str] | None) -> int:
    try:
        code = main(arguments)
    except SystemExit as leave:  # argparse, after its help
        code = leave.code if isinstance(leave.code, int) else MACHINE
    return _flushed(code)


if __name__ == "__main__":
    # The system frees the memory of a laid-out book at once; Python would take it apart object by object.
    os._exit(whole())
