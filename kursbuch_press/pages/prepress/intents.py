"""Output intents: the printing condition that the numbers in the file are meant for."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from kursbuch_press.pages.prepress.finish import OutputCondition

_CMYK = 4


def add_intents(pdf: Pdf, condition: OutputCondition) -> None:
    """Name the condition twice, for PDF/X and for PDF/A, with one profile object, as PDF/A wants it.

    ISO 15930-7 takes the name from the registry of the ICC (``FOGRA39`` at http://www.color.org), not from
    the profile.
    """
    profile = pdf.make_indirect(Stream(pdf, condition.icc, N=_CMYK, Alternate=Name.DeviceCMYK))
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name(standard),
                OutputConditionIdentifier=condition.identifier,
                OutputCondition=condition.info,
                RegistryName=condition.registry,
                Info=condition.info,
                DestOutputProfile=profile,
            )
            for standard in ("/GTS_PDFX", "/GTS_PDFA1")
        ],
    )
