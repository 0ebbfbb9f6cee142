"""Finishing of the print PDF: drawn in sRGB, printed in CMYK."""

from kursbuch_press.pages.prepress.finish import (
    Converted,
    Description,
    Finished,
    OutputCondition,
    PrintFinish,
)
from kursbuch_press.pages.prepress.finishing import finish_and_tell, finish_print

__all__ = [
    "Converted",
    "Description",
    "Finished",
    "OutputCondition",
    "PrintFinish",
    "finish_and_tell",
    "finish_print",
]
