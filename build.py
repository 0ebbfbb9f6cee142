#!/usr/bin/env python3
"""Front door of the press: makes itself a .venv on the first run, then hands over to kursbuch_press.cli.

Standard library only. A later run may add 50 ms at most: paths are strings here (pathlib alone takes 17 ms),
and what only the first run needs is imported where it is used.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as typing.TYPE_CHECKING, without the time to import it
if TYPE_CHECKING:
    import ctypes

LACKS_SOMETHING = 3  # exit code: the machine lacks something that this program may not or cannot bring
RUNTIME_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"

LIBRARIES = {  # those that WeasyPrint loads
    "GObject": "libgobject-2.0.so.0",
    "Pango": "libpango-1.0.so.0",
    "PangoFT2": "libpangoft2-1.0.so.0",
    "Fontconfig": "libfontconfig.so.1",
    "HarfBuzz": "libharfbuzz.so.0",
    "HarfBuzz-Subset": "libharfbuzz-subset.so.0",
}
OLDEST_PANGO = 14400  # 1.44 in Pango's count, the oldest that WeasyPrint lays out with
MAC_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib")  # Homebrew's two, and MacPorts
COMMANDS = {  # what brings them, by the system's tool; Debian and Ubuntu keep venv apart as well
    "apt-get": "sudo apt-get install -y python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "sudo dnf install -y pango harfbuzz",
    "brew": "brew install pango harfbuzz",
}

TEST_HELP = """\
Aufruf: python3 build.py test [ANGABEN FÜR PYTEST]

Führt alle Tests aus, auf allen Prozessorkernen. Mit Angaben gehen diese unverändert an pytest:
  python3 build.py test tests/front_door   nur die Tests in einem Ordner
  python3 build.py test -k footnote        nur Tests, in deren Namen das Wort vorkommt
  python3 build.py test -m "not judge"     ohne die fremden Prüfprogramme (Java, LibreOffice, npm)
  python3 build.py test -x --pdb           beim ersten Fehler anhalten und nachsehen
Alle Angaben zeigt: .venv/bin/python -m pytest --help

Fehlt ein fremdes Prüfprogramm, so werden seine Tests übersprungen und der Grund genannt;
ist in der Umgebung CI=true gesetzt, so ist es ein Fehler. tests/judges/install.sh installiert alle.
Rückgabe: 0 gut, 1 ein Test schlug fehl, 2 abgebrochen oder nicht lesbar, 3 dem Rechner fehlt etwas,
4 falscher Aufruf, 5 kein Test gefunden.
"""


class MachineError(Exception):
    """The machine lacks something; the text says what, and the one command that brings it."""


def main(arguments: list[str], root: str) -> int:
    """Prepare `.venv` and become the program that was asked for; returns only if there is none."""
    is_test = arguments[:1] == ["test"]
    if is_test and {"-h", "--help"} & set(arguments):
        sys.stdout.write(TEST_HELP)
        return 0
    try:
        check_interpreter(sys.platform, sys.version_info[:2])
        prepare(root, [RUNTIME_LOCK, TEST_LOCK] if is_test else [RUNTIME_LOCK])
    except MachineError as lack:
        say(f"\n{lack}")
        return LACKS_SOMETHING
    except OSError as error:
        say(f"\nDer Rechner ließ nicht zu, .venv einzurichten ({error.filename or root}): {error.strerror or error}")
        return LACKS_SOMETHING
    except KeyboardInterrupt:
        return 130  # a shell's code for Ctrl-C; the half-made .venv has no stamp
    try:
        if is_test:
            os.chdir(root)  # where pytest finds its settings
            hand_over(root, ["-m", "pytest", *(arguments[1:] or ["-n", "auto"])])
        hand_over(root, ["-m", "kursbuch_press.cli", *(arguments or ["build"])])
    except OSError as error:
        say(f"\nDer Rechner ließ nicht zu, {interpreter(root)} zu starten: {error.strerror or error}")
    return LACKS_SOMETHING


def check_interpreter(platform: str, version: tuple[int, ...]) -> None:
    """Raise MachineError on Windows, where Pango is not to be had in one step, and below Python 3.11."""
    if platform == "win32":
        raise MachineError(
            "Unter Windows arbeitet die Presse im Windows-Subsystem für Linux. Bitte einmal eingeben:\n\n"
            "    wsl --install -d Debian\n\nund dort weitermachen, wie es im README unter „Windows“ steht."
        )
    if version < (3, 11):
        found = ".".join(map(str, version))
        raise MachineError(f"Die Presse braucht Python 3.11 oder neuer, dies ist {found}: python3.12 build.py")


def prepare(root: str, locks: list[str]) -> None:
    """Make sure that `.venv` was made from these locks, here and to the end; raises MachineError."""
    if all(is_current(root, lock) for lock in locks):
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        wait_for_others(folder)
        renew(root, locks)
    finally:
        os.close(folder)


def is_current(root: str, lock: str) -> bool:
    """Whether an installation left the stamp that it would leave today, and the interpreter is there."""
    try:
        with open(stamp_path(root, lock), encoding="utf-8") as file:
            return file.read() == stamp(root, lock) and os.access(interpreter(root), os.X_OK)
    except FileNotFoundError:
        return False


def stamp(root: str, lock: str) -> str:
    """All that an environment depends on: its place (it cannot be moved), Python, the machine, the lock."""
    with open(os.path.join(root, lock), encoding="utf-8") as file:
        machine = os.uname()
        return f"{root} {sys.implementation.cache_tag} {machine.sysname} {machine.machine}\n{file.read()}"


def stamp_path(root: str, lock: str) -> str:
    return os.path.join(site_packages(root), f"{lock}.stamp")  # beside the packages: it goes when they go


def site_packages(root: str) -> str:
    python = "python{}.{}".format(*sys.version_info)
    return os.path.join(root, ".venv", "lib", python, "site-packages")


def interpreter(root: str) -> str:
    return os.path.join(root, ".venv", "bin", "python")


def wait_for_others(folder: int) -> None:
    """Let a second first run wait until the first one closes this folder."""
    import fcntl

    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError:
        return  # a network drive without locks


def renew(root: str, locks: list[str]) -> None:
    """Install what is not current; all anew where a lock has changed, as pip keeps what it dropped."""
    outdated = [lock for lock in locks if not is_current(root, lock)]
    if RUNTIME_LOCK in outdated or any(os.path.exists(stamp_path(root, lock)) for lock in outdated):
        require_libraries()
        make_environment(root)
        outdated = locks
    for lock in outdated:
        install(root, lock)


def require_libraries() -> None:
    """Raise MachineError unless WeasyPrint will find its libraries; apt-get brings them where it may."""
    lacking = missing_libraries()
    if lacking and apt_installs(COMMANDS["apt-get"]):
        lacking = missing_libraries()
    if lacking:
        raise MachineError(missing_message(joined(lacking), install_commands(sys.platform)))


def joined(names: list[str]) -> str:
    """The names as a sentence lists them: a, b und c."""
    return " und ".join([*filter(None, [", ".join(names[:-1])]), *names[-1:]])


def missing_libraries() -> list[str]:
    """The names of the native libraries that cannot be loaded, or are too old."""
    found = {name: load_library(file) for name, file in LIBRARIES.items()}
    pango = found["Pango"]
    if pango and pango.pango_version() < OLDEST_PANGO:
        found["Pango"] = None
    return [name for name, library in found.items() if library is None]


def load_library(file: str) -> ctypes.CDLL | None:
    import ctypes

    is_mac = sys.platform == "darwin"
    mac_file = f"{file.partition('.so.')[0]}.dylib"
    for path in [f"{folder}/{mac_file}" for folder in MAC_FOLDERS] if is_mac else [file]:
        try:
            return ctypes.CDLL(path)
        except OSError:
            continue
    return None


def install_commands(platform: str) -> list[str]:
    """The command that brings the libraries on this system; all commands where it is none that we know."""
    from shutil import which

    if platform == "darwin":
        return [COMMANDS["brew"]]
    return [COMMANDS[tool] for tool in ("apt-get", "dnf") if which(tool)][:1] or list(COMMANDS.values())


def missing_message(what: str, commands: list[str]) -> str:
    typed = "\n    ".join(commands)
    return f"Diesem Rechner fehlt: {what}.\nBitte einmal eingeben:\n\n    {typed}\n\nund den Befehl wiederholen."


def apt_installs(command: str) -> bool:
    """Whether this apt-get command was carried out just now, which takes root."""
    from shutil import which

    if os.geteuid() != 0 or not which("apt-get"):
        return False
    install = command.removeprefix("sudo ").split()
    say(f"Installiere, was dem Rechner fehlt: {' '.join(install)}")
    run(["apt-get", "-qq", "update"])  # what fails may be a source that is not needed here
    options = ["-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    return run(["env", "DEBIAN_FRONTEND=noninteractive", *install, *options])


def make_environment(root: str) -> None:
    """Make `.venv` from nothing, with a .pth file through which it imports the press from any folder."""
    import shlex
    from importlib.util import find_spec

    # Debian and Ubuntu keep ensurepip in a package of its own.
    command = "sudo apt-get install -y python{}.{}-venv".format(*sys.version_info)
    if not find_spec("ensurepip") and not apt_installs(command):
        raise MachineError(missing_message("das venv-Modul von Python", [command]))
    if not is_readable(root):
        raise MachineError(f"Der Name des Ordners ist nicht lesbar (kein UTF-8): {root!a}\nBitte den Ordner umbenennen.")
    if os.pathsep in root:
        raise MachineError(
            f"Im Namen des Ordners steht ein „{os.pathsep}“: {root}\n"
            "Daran trennt das System Namen; bitte den Ordner umbenennen."
        )
    folder = os.path.join(root, ".venv")
    if os.path.islink(folder):  # --clear would empty what somebody else keeps there
        raise MachineError(
            f".venv ist hier nur ein Verweis auf {os.path.realpath(folder)}.\n"
            "Die Presse leert keinen fremden Ordner; bitte den Verweis löschen:\n"
            f"    rm {shlex.quote(folder)}"
        )
    say("Richte .venv ein. Das geschieht nur einmal und dauert etwa eine Minute.")
    if not run([sys.executable, "-m", "venv", "--clear", folder]):
        raise MachineError("Der Ordner .venv ließ sich nicht anlegen (Meldung oben). Reichen Platz und Schreibrecht?")
    # Python reads the file in the encoding of the locale, so the path in it is a way up from where it lies.
    path = os.path.relpath(root, site_packages(root))
    write(os.path.join(site_packages(root), "kursbuch_press.pth"), f"{path}\n")


def is_readable(path: str) -> bool:
    """Whether a path can be written down as text, which Python's own tools do with it."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def install(root: str, lock: str) -> None:
    """Install exactly the packages of a lock, each checked against its hashes; raises MachineError."""
    say(f"Installiere die Pakete aus {lock}.")
    # Wheels only: a source package would run its own code here, and want a compiler.
    options = ["-qq", "--disable-pip-version-check", "--no-input", "--no-deps", "--only-binary", ":all:"]
    pip = [interpreter(root), "-m", "pip", "install", *options, "--require-hashes"]
    said: list[str] = []
    if not run([*pip, "-r", os.path.join(root, lock)], said):
        if "DO NOT MATCH THE HASHES" in "".join(said):
            raise MachineError(
                f"Ein Paket ist nicht das, das {lock} nennt (Meldung oben): Seine Prüfsumme ist eine andere.\n"
                "Es wurde verändert oder beschädigt übertragen; installiert ist nichts davon. Bitte wiederholen;\n"
                "bleibt es dabei, stimmt etwas an der Stelle nicht, von der die Pakete kommen."
            )
        raise MachineError(
            f"Die Pakete aus {lock} ließen sich nicht installieren (Meldung oben).\n"
            "Besteht eine Verbindung zum Netz? Fertige Pakete gibt es für Python 3.11 bis 3.14 unter Linux\n"
            "und für macOS ab 15 auf Apple-Prozessoren."
        )
    write(stamp_path(root, lock), stamp(root, lock))


def run(command: list[str], said: list[str] | None = None) -> bool:
    """Whether a command succeeded. It gets no input, and prints to stderr: stdout belongs to the press.

    What it says there is also kept in ``said``.
    """
    import subprocess

    errors = None if said is None else subprocess.PIPE
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=errors, check=False)
    if said is not None:
        said.append(done.stderr.decode("utf-8", "replace"))
        say(said[-1].rstrip("\n"))
    return done.returncode == 0


def write(path: str, text: str) -> None:
    """Write the whole file or none."""
    with open(f"{path}.new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(f"{path}.new", path)


def hand_over(root: str, command: list[str]) -> None:
    """Become the Python of the environment, so that signals and exit codes pass through untouched."""
    if sys.platform == "darwin":  # dlopen does not look into Homebrew's folder by itself
        own = os.environ.get("DYLD_FALLBACK_LIBRARY_PATH", "")
        os.environ["DYLD_FALLBACK_LIBRARY_PATH"] = ":".join((own, *MAC_FOLDERS)).lstrip(":")
    # -P: a yaml.py in the caller's folder is not taken for PyYAML; utf8: the same bytes under every locale
    os.execv(interpreter(root), [interpreter(root), "-P", "-X", "utf8", *command])


def say(message: str) -> None:
    try:
        sys.stderr.write(f"{message}\n")
    except (OSError, AttributeError):  # full, or closed by the caller
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.path.dirname(os.path.realpath(__file__))))
