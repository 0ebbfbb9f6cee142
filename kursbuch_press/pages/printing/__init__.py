"""Finishing of the print PDF: colours to ink, boxes, output intents, metadata. Drawn in sRGB, printed in CMYK."""

from kursbuch_press.pages.printing.finish import Converted, Description, Finished, OutputCondition, PrintFinish
from kursbuch_press.pages.printing.finishing import finish_and_tell, finish_print

__all__ = [
    "Converted",
    "Description",
    "Finished",
    "OutputCondition",
    "PrintFinish",
    "finish_and_tell",
    "finish_print",
]
