"""The metadata of the screen edition: what it is called, and which standards it keeps (ISO 16684-1).

That is PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4. PDF/A-2 allows only properties that its standard knows or that the
file declares; pdfuaid is declared (ISO 19005-2, 6.6.2.3). PDF/A-4 asks for no such thing (ISO 19005-4, 6.7.2).
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from kursbuch_press.book.edition import ScreenStandard

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
_TAIL = '</x:xmpmeta>\n<?xpacket end="r"?>'
_NAMES = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
"""
_CLAIMS = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
"""
# Declarations as the PDF Association writes them ("PDF Declarations", 2019; "Well-Tagged PDF 1.0", 2024, 4.1).
_SECOND_CLAIMS = """<pdfaid:part>4</pdfaid:part>
<pdfaid:rev>2020</pdfaid:rev>
<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
</rdf:Bag></pdfd:declarations>
</rdf:Description>
</rdf:RDF>
"""


def write_xmp(known: dict[str, str], language: str, standard: ScreenStandard = ScreenStandard.UA_1) -> bytes:
    """Write the packet; ``known`` are the entries of the information dictionary, dates as XMP writes them."""
    parts = [
        _one("dc:title", "Alt", known.get("Title", "")),
        _one("dc:creator", "Seq", known.get("Author", "")),
        _one("dc:description", "Alt", known.get("Subject", "")),
        _one("dc:language", "Bag", language),
        "<dc:format>application/pdf</dc:format>\n",
        _plain("pdf:Keywords", known.get("Keywords", "")),
        _plain("pdf:Producer", known.get("Producer", "")),
        _plain("xmp:CreatorTool", known.get("Creator", "")),
        _plain("xmp:CreateDate", known.get("CreationDate", "")),
        _plain("xmp:ModifyDate", known.get("ModDate", "")),
    ]
    claims = _SECOND_CLAIMS if standard is ScreenStandard.UA_2 else _CLAIMS
    return (_HEAD + _NAMES + "".join(parts) + claims + _TAIL).encode()


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>\n" if value else ""


def _one(name: str, container: str, value: str) -> str:
    """Write a list of one; a text in languages names the default one."""
    if not value:
        return ""
    language = ' xml:lang="x-default"' if container == "Alt" else ""
    return f"<{name}><rdf:{container}><rdf:li{language}>{escape(value)}</rdf:li></rdf:{container}></{name}>\n"
