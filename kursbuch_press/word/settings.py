"""The parts around the text: settings, fonts, and the theme with the colours and typefaces of the book."""

from __future__ import annotations

from kursbuch_press.word.looks import Looks
from kursbuch_press.word.ooxml import STORY, Xml, part, w, x
from kursbuch_press.word.runs import word_language

_COMPATIBILITY = {
    "compatibilityMode": "15",  # Word 2013 and later; with less, Word opens the file in compatibility mode
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
    "useWord2013TrackBottomHyphenation": "0",
}
_COLOUR_MAP = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5",
    "accent6": "accent6", "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
_FAMILIES = {"text": "roman", "headings": "swiss"}


def settings_part(language: str) -> bytes:
    """Give word/settings.xml; order: CT_Settings, which both validators hold us to."""
    separators = [w("footnote", id="-1"), w("footnote", id="0")]
    return part(
        "w:settings",
        STORY,
        w("zoom", percent="100"),
        w("trackRevisions"),
        w("defaultTabStop", val="709"),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val="2"),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", *separators),
        w("compat", *_compatibility()),
        w("themeFontLang", val=word_language(language)),
        w("clrSchemeMapping", **_COLOUR_MAP),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _compatibility() -> list[Xml]:
    uri = "http://schemas.microsoft.com/office/word"
    return [w("compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBILITY.items()]


def fonts_part(looks: Looks) -> bytes:
    """Give word/fontTable.xml: which typeface stands in where one is not installed."""
    fonts = []
    for role, family in _FAMILIES.items():
        instead = getattr(looks.set.fonts, f"{role}_instead")
        fonts.append(
            w(
                "font",
                w("altName", val=instead) if instead else None,
                w("charset", val="00"),
                w("family", val=family),
                w("pitch", val="variable"),
                name=looks.font(role),
            )
        )
    return part("w:fonts", STORY, *fonts)


def theme_part(looks: Looks) -> bytes:
    """Give word/theme/theme1.xml: a co-author who picks a colour in Word picks one of the book's."""
    elements = x("a:themeElements", {}, _colours(looks), _typefaces(looks), _effects())
    return part("a:theme", ("a",), elements, name="Kursbuch")


def _colours(looks: Looks) -> Xml:
    accents = [looks.rgb(each) for each in looks.set.accents]
    accents = (accents * 6)[:6]
    named = {
        "dk1": looks.rgb("text"),
        "lt1": looks.rgb("paper"),
        "dk2": looks.rgb("quiet"),
        "lt2": looks.rgb("grey"),
        **{f"accent{at}": colour for at, colour in enumerate(accents, start=1)},
        "hlink": accents[0],
        "folHlink": looks.rgb("quiet"),
    }
    slots = [x(f"a:{slot}", {}, x("a:srgbClr", {"val": colour})) for slot, colour in named.items()]
    return x("a:clrScheme", {"name": "Kursbuch"}, *slots)


def _typefaces(looks: Looks) -> Xml:
    def face(tag: str, font: str) -> Xml:
        return x(
            tag,
            {},
            x("a:latin", {"typeface": font}),
            x("a:ea", {"typeface": ""}),
            x("a:cs", {"typeface": ""}),
        )

    major, minor = face("a:majorFont", looks.font("headings")), face("a:minorFont", looks.font("text"))
    return x("a:fontScheme", {"name": "Kursbuch"}, major, minor)


def _effects() -> Xml:
    """Give three plain fills, lines and effects: the schema asks for them, and nothing uses them."""

    def fill() -> Xml:
        return x("a:solidFill", {}, x("a:schemeClr", {"val": "phClr"}))

    lines = [x("a:ln", {"w": "6350"}, fill()) for _ in range(3)]
    effects = [x("a:effectStyle", {}, x("a:effectLst")) for _ in range(3)]
    return x(
        "a:fmtScheme",
        {"name": "Kursbuch"},
        x("a:fillStyleLst", {}, fill(), fill(), fill()),
        x("a:lnStyleLst", {}, *lines),
        x("a:effectStyleLst", {}, *effects),
        x("a:bgFillStyleLst", {}, fill(), fill(), fill()),
    )
