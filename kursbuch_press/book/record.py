"""What all records of the book have in common: they are frozen, and a key that is not known is a mistake."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kursbuch_press.book.addresses import Id


class Record(BaseModel):
    """A part of the book as editors write it in YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


class Identified(Record):
    """A part of the book that has an id, and with it an address."""

    id: Id


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A short line without any mark, such as a name."""


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise PydanticCustomError("web_address", "Eine Adresse im Netz beginnt mit https:// oder http://.")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"pattern": "^https?://"})]
Month = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"),
    Field(description="Ein Monat als JJJJ-MM, zum Beispiel 2014-09."),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as ``de`` or ``en``."""
