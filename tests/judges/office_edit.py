# ruff: noqa: ANN001, ANN002, ANN201, ANN202, ANN204, FBT003 - it speaks to uno, which has no types and takes bare booleans
# mypy: ignore-errors
# uno is there in the system's Python only, and has no types.
"""Edits a Word file in LibreOffice's own engine: run by the system's Python, which has ``uno`` (Debian: python3-uno).

Usage: office_edit.py SOFFICE SOURCE TARGET TRACKED AUTHOR FOLDER < edits.json, each edit a list: what to do and its words.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse"><value>{given}</value></prop></item>
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="sn" oor:op="fuse"><value>{name}</value></prop></item>
</oor:items>"""
_FORMATS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connect(office, folder, author):
    profile = Path(folder) / "uno-profile"
    given, _, name = author.partition(" ")
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(_PROFILE.format(given=given, name=name), "utf-8")
    pipe = f"edit{abs(hash(str(profile)))}"
    arguments = (f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless", "--norestore")
    running = subprocess.Popen([office, *arguments, f"--accept=pipe,name={pipe};urp;"], stdin=subprocess.DEVNULL)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            return running, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    running.kill()
    raise SystemExit("LibreOffice does not answer")


class Editor:
    """An open document, and what co-authors do in it."""

    def __init__(self, document):
        self.document = document

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"not found: {words}")
        return found

    def replace(self, old, new):
        self.find(old).setString(new)

    def insert(self, behind, new):
        found = self.find(behind)
        found.getText().insertString(found.getEnd(), new, False)

    def split(self, behind):
        found = self.find(behind)
        found.getText().insertControlCharacter(found.getEnd(), PARAGRAPH_BREAK, False)

    def paragraph(self, words):
        found = self.find(words)
        cursor = found.getText().createTextCursorByRange(found)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def retype(self, words, new):
        self.paragraph(words).setString(new)

    def new_paragraph(self, words, new):
        cursor = self.paragraph(words)
        cursor.collapseToEnd()
        text = cursor.getText()
        text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        text.insertString(cursor, new, False)

    def delete_paragraph(self, words):
        cursor = self.paragraph(words)
        cursor.goRight(1, True)
        cursor.setString("")

    def join(self, words):
        cursor = self.paragraph(words)
        cursor.collapseToEnd()
        cursor.goRight(1, True)
        cursor.setString(" ")

    def bold(self, words):
        self.find(words).setPropertyValue("CharWeight", 150.0)

    def note(self, behind, new):
        found = self.find(behind)
        note = self.document.createInstance("com.sun.star.text.Footnote")
        found.getText().insertTextContent(found.getEnd(), note, False)
        note.setString(new)

    def rows(self, words, count):
        found = self.find(words)
        table, cell = found.TextTable, found.Cell
        row = int("".join(sign for sign in cell.CellName if sign.isdigit()))
        if count > 0:
            table.getRows().insertByIndex(row, 1)
        else:
            table.getRows().removeByIndex(row - 1, 1)
        return table, row

    def new_row(self, words, *texts):
        table, row = self.rows(words, 1)
        for column, text in zip("ABCDEFGHI", texts, strict=False):
            table.getCellByName(f"{column}{row + 1}").setString(text)

    def drop_row(self, words):
        self.rows(words, -1)


def main():
    office, source, target, tracked, author, folder = sys.argv[1:]
    running, context = _connect(office, folder, author)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        document = desktop.loadComponentFromURL(Path(source).resolve().as_uri(), "_blank", 0, (_property("Hidden", True),))
        document.RecordChanges = tracked == "tracked"
        editor = Editor(document)
        for what, *words in json.load(sys.stdin):
            getattr(editor, what)(*words)
        name = _FORMATS[Path(target).suffix]
        document.storeToURL(Path(target).resolve().as_uri(), (_property("FilterName", name),))
        document.close(True)
    finally:
        try:
            desktop.terminate()
        finally:
            running.wait(timeout=60)


main()
