"""The colours of boxes of one kind, on pages and in Word alike: ``boxes`` of layouts/palette.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kursbuch_press.book.record import Record

_Swatch = Annotated[str | None, Field(description="Name einer Farbe aus swatches.")]


class BoxLook(Record):
    """The colours of the boxes of one kind, by names of swatches; what is left out is as in every box."""

    colour: Annotated[_Swatch, Field(description="Farbe von Marke und Titel.")] = None
    shade: Annotated[_Swatch, Field(description="Farbe des Hintergrunds.")] = None
    bar: Annotated[_Swatch, Field(description="Farbe des Balkens links und des Rahmens.")] = None
