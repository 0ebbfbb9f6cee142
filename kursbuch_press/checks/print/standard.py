"""The standard that the file names, and what it must carry for it (PDF/X-4: ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Stream

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.objects import string_of
from kursbuch_press.marks.xmp import Xmp, read_xmp
from kursbuch_press.problems import listed

_NAMESPACES = {
    "x": "http://www.npes.org/pdfx/ns/id/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "mm": "http://ns.adobe.com/xap/1.0/mm/",
}
_WANTED = {
    "dc:title": "Titel",
    "xmp:CreateDate": "Erstellungsdatum",
    "xmp:ModifyDate": "Änderungsdatum",
    "xmp:MetadataDate": "Datum der Metadaten",
    "mm:DocumentID": "Dokumentkennung",
    "mm:VersionID": "Fassungskennung",
    "mm:RenditionClass": "Art der Fassung",
}
_X4 = "PDF/X-4"
_NO_CURVE = (None, Name.Identity, Name.Default)
_MASKS = (Name.Alpha, Name.Luminosity)  # a soft mask may have a curve: it changes what is seen, not how it is printed


def _judge(file: PrintFile) -> Result:
    """Compare the named standard with the wanted one, and look for what PDF/X-4 demands besides."""
    xmp = _Xmp(read_xmp(file.pdf.Root.get("/Metadata"), file.library.budget))
    info = file.pdf.trailer.get("/Info")
    info = info if isinstance(info, Dictionary) else Dictionary()
    named = xmp.value("x:GTS_PDFXVersion") or string_of(info.get("/GTS_PDFXVersion"))
    faults = list(_faults(file, xmp, info))
    if not _matches(named, file.wanted.standard):
        faults.insert(0, words.OTHER_STANDARD.format(wanted=file.wanted.standard))
    seen = tuple(Seen(fault, measured=named or words.NONE, limit=file.wanted.standard) for fault in faults)
    return Result(measured=named or words.NO_STANDARD, limit=file.wanted.standard, seen=seen)


def _matches(named: str, wanted: str) -> bool:
    """Whether a name such as „PDF/X-1a:2003“ stands for the wanted „PDF/X-1a“."""
    return named == wanted or named.startswith(f"{wanted}:")


def _faults(file: PrintFile, xmp: _Xmp, info: Object) -> Iterator[str]:
    trapped = string_of(info.get("/Trapped")) or xmp.value("pdf:Trapped")
    if trapped not in {"True", "False"}:
        yield words.NO_TRAPPED
    if file.pdf.trailer.get("/ID") is None:
        yield words.NO_ID
    if file.wanted.standard == _X4:
        missing = [title for key, title in _WANTED.items() if not xmp.value(key)]
        if missing:
            yield words.NO_METADATA.format(what=listed(missing))
        yield from _forbidden(file)
    root = file.pdf.Root
    names = root.get("/Names")
    scripts = isinstance(names, Dictionary) and "/JavaScript" in names
    if scripts or "/AA" in root or _is_script(root.get("/OpenAction")):
        yield words.SCRIPTS


def _forbidden(file: PrintFile) -> Iterator[str]:
    """Find what ISO 15930-7 forbids anywhere: curves of another press, stand-ins for pictures, foreign code, LZW."""
    found: dict[str, None] = {}
    for thing in file.pdf.objects:
        if not isinstance(thing, Dictionary | Stream):
            continue
        keys = set(thing.keys())
        curves = (thing.get("/TR"), thing.get("/TR2"))
        if thing.get("/S") not in _MASKS and any(curve not in _NO_CURVE for curve in curves):
            found[words.TRANSFER_CURVE] = None
        if "/OPI" in keys or "/Alternates" in keys:
            found[words.STAND_IN] = None
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.PS:
            found[words.POSTSCRIPT] = None
        if isinstance(thing, Stream) and _is_lzw(thing.get("/Filter")):
            found[words.LZW] = None
    yield from found


def _is_lzw(packed: object) -> bool:
    return any(each == Name.LZWDecode for each in (packed if isinstance(packed, Array) else (packed,)))


def _is_script(action: object) -> bool:
    return isinstance(action, Dictionary) and str(action.get("/S")) in {"/JavaScript", "/Launch", "/URI"}


class _Xmp:
    """The metadata of the file by the names of their properties."""

    def __init__(self, root: Xmp | None) -> None:
        self._root = root

    def value(self, key: str) -> str:
        """Give a property, whether it is written as an element or as an attribute."""
        if self._root is None:
            return ""
        prefix, name = key.split(":")
        tag = f"{{{_NAMESPACES[prefix]}}}{name}"
        for node in self._root.iter():
            if node.tag == tag:
                return "".join(str(text) for text in node.itertext()).strip()
            if tag in node.attrib:
                return str(node.attrib[tag])
        return ""


CHECK = Check("standard", _judge)
