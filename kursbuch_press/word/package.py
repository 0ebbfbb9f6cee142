"""The parts of a Word file as one zip file, the same bytes for the same content."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.package import Package

from kursbuch_press.problems import PressError
from kursbuch_press.word import wording
from kursbuch_press.word.links import Picture
from kursbuch_press.word.ooxml import NAMESPACES, x
from kursbuch_press.word.ooxml import part as whole_part

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can say."""
_PACKED = (".png", ".jpg", ".jpeg", ".gif")
"""These are compressed already."""
_LEVEL = 6


class WordFile:
    """A package of python-docx that is built part by part, without the template that python-docx begins with.

    So there is nothing in it that we did not put there: no thumbnail, no second set of styles, no author
    "python-docx".
    """

    def __init__(self) -> None:
        self.package = Package()
        self.document = self._part("word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.package.relate_to(self.document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self.footnotes = self.add("footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES)

    def _part(self, path: str, content_type: str) -> Part:
        return Part(PackURI(f"/{path}"), content_type, b"", self.package)

    def add(self, name: str, content_type: str, relationship: str) -> Part:
        """Add a part beside the text and relate the text to it."""
        part = self._part(f"word/{name}.xml", content_type)
        self.document.relate_to(part, relationship)
        return part

    def add_property_part(self, name: str, content_type: str, relationship: str, content: bytes) -> None:
        """Add a part that says something of the file as a whole."""
        part = self._part(f"docProps/{name}.xml", content_type)
        fill(part, content)
        self.package.relate_to(part, relationship)

    def add_custom_xml(self, content: bytes, properties: bytes) -> None:
        """Add a part with data of our own, which Word keeps and shows to nobody."""
        item = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, content, self.package)
        about = Part(PackURI("/customXml/itemProps1.xml"), CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties, self.package)
        item.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        self.document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)

    def save(self) -> bytes:
        """Give the file: parts in the order of their names, all of the same time, no trace of the machine."""
        parts = sorted(self.package.iter_parts(), key=lambda part: str(part.partname))
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            _store(archive, CONTENT_TYPES_URI, _content_types(parts))
            _store(archive, PACKAGE_URI.rels_uri, self.package.rels.xml)
            for part in parts:
                _store(archive, part.partname, part.blob)
                if len(part.rels):
                    _store(archive, part.partname.rels_uri, part.rels.xml)
        return target.getvalue()


def fill(part: Part, content: bytes) -> None:
    """Put the content into a part that was made before it was known."""
    part._blob = content  # noqa: SLF001 - python-docx takes the content of a part only when it is made


class PartLinks:
    """The relationships of one part, each address and picture related once."""

    def __init__(self, part: Part, package: Package) -> None:
        self._part = part
        self._package = package
        self._web: dict[str, str] = {}
        self.hrefs: dict[str, str] = {}
        self._pictures: dict[int, Picture] = {}
        self._vectors = 0

    def web(self, href: str) -> str:
        """Give the id of the relationship to an address in the web."""
        if href not in self._web:
            self._web[href] = self._part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self.hrefs[self._web[href]] = href
        return self._web[href]

    def picture(self, content: bytes) -> Picture:
        """Make a picture a part of the file; the same picture twice is one part."""
        try:
            part = self._package.get_or_add_image_part(BytesIO(content))
        except UnrecognizedImageError:
            raise PressError(wording.NO_PICTURE) from None
        image = part.image
        return Picture(self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE), image.px_width, image.px_height)

    def vectors(self, svg: bytes) -> str:
        """Make an SVG file a part of the file."""
        self._vectors += 1
        name = PackURI(f"/word/media/vector{self._vectors}.svg")
        return self._part.relate_to(Part(name, "image/svg+xml", svg, self._package), RELATIONSHIP_TYPE.IMAGE)


def _content_types(parts: list[Part]) -> bytes:
    """Give [Content_Types].xml: pictures by their extension, every other part by its name."""
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    defaults |= {part.partname.ext: part.content_type for part in parts if part.partname.ext != "xml"}
    named = {str(part.partname): part.content_type for part in parts if part.partname.ext == "xml"}
    return whole_part(
        "Types",
        (),
        *(x("Default", {"Extension": key, "ContentType": value}) for key, value in sorted(defaults.items())),
        *(x("Override", {"PartName": key, "ContentType": value}) for key, value in named.items()),
        xmlns=NAMESPACES["ct"],
    )


def _store(archive: ZipFile, uri: str, content: bytes) -> None:
    entry = ZipInfo(uri.lstrip("/"), _EPOCH)
    entry.create_system = 0  # the default is the system on which it was made
    entry.compress_type = ZIP_STORED if uri.endswith(_PACKED) else ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=_LEVEL)
