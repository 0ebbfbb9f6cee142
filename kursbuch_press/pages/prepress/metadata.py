"""Document information and XMP: said twice in a PDF, so written from one place."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, Stream

from kursbuch_press.pages.prepress.finish import Description

PRODUCER = "kursbuch-press"
_STAMP = "%Y-%m-%dT00:00:00+00:00"

# PDF/A wants every property explained that its own standard does not know (ISO 19005-2, 6.6.2.3).
# pdf:Trapped, which PDF/X-4 asks for, is younger than what PDF/A-2 knows of the schema "pdf". veraPDF takes the explanation;
# page-validation takes none for that schema, however it is worded, and complains three times of this one property.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
{extensions}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


# One property that an older standard does not know: schema, namespace, prefix, name, type and meaning.
_EXTENSION = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{schema}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{meaning}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_EXTENSIONS = (
    (
        "PDF/X ID Schema",
        "http://www.npes.org/pdfx/ns/id/",
        "pdfxid",
        "GTS_PDFXVersion",
        "ID of PDF/X standard",
    ),
    ("Adobe PDF Schema", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Whether the document is trapped"),
)


def _extensions() -> str:
    keys = ("schema", "namespace", "prefix", "name", "meaning")
    listed = "\n".join(_EXTENSION.format(**dict(zip(keys, row, strict=True))) for row in _EXTENSIONS)
    return f"<pdfaExtension:schemas><rdf:Bag>{listed}</rdf:Bag></pdfaExtension:schemas>"


def add_metadata(pdf: Pdf, description: Description, ids: tuple[str, str]) -> None:
    """Write title, author, dates, and that this is PDF/X-4 (ISO 15930-7) and PDF/A-2b (ISO 19005-2).

    The ids are made from two words: the first stays while it is the same document, the second while its
    content is the same.
    """
    stamp = description.day.strftime(_STAMP)
    xmp = _XMP.format(
        title=escape(description.title),
        author=escape(description.author),
        subject=escape(description.subject),
        language=escape(description.language),
        keywords=escape(", ".join(description.keywords)),
        producer=PRODUCER,
        stamp=stamp,
        extensions=_extensions(),
        document=uuid5(NAMESPACE_URL, f"kursbuch-press:{ids[0]}"),
        instance=uuid5(NAMESPACE_URL, f"kursbuch-press:{ids[0]}:{ids[1]}"),
    )
    # Unfiltered, so that a job ticket system finds the packet without decoding the file.
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, xmp.encode(), Type=Name.Metadata, Subtype=Name.XML))
    moment = description.day.strftime("D:%Y%m%d000000+00'00'")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=description.title,
            Author=description.author,
            Subject=description.subject,
            Keywords=", ".join(description.keywords),
            Creator=PRODUCER,
            Producer=PRODUCER,
            CreationDate=moment,
            ModDate=moment,
            Trapped=Name("/False"),
        ),
    )
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # or its first half, from the drawing, would stay
