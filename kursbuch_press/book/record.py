"""What all records of the book have in common: they are frozen, and a key that is not known is a mistake."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording
from kursbuch_press.book.addresses import Id
from kursbuch_press.book.web import LONGEST, is_address


class Record(BaseModel):
    """A part of the book as editors write it in YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False)


class Identified(Record):
    """A part of the book that has an id, and with it an address."""

    id: Id


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A short line without any mark, such as a name."""


# Files in a ZIP have years from 1980 to 2107 (APPNOTE 4.4.6); nothing in a Kursbuch is older or newer.
_EARLIEST, _LATEST = 1980, 2099


def _flag(value: object) -> object:
    """Take the spellings of YAML 1.2 only: pydantic would also read "yes", "on" and "1", which other readers do not."""
    if isinstance(value, str) and value not in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        raise PydanticCustomError("flag", wording.NO_FLAG, {"value": value[:60]})
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]
"""true or false."""


def _day(value: object) -> object:
    """Take ISO 8601 days only: pydantic would read "20140627" as seconds since 1970."""
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else "")
        except ValueError:
            raise PydanticCustomError("day", wording.NO_DAY, {"value": value[:60]}) from None
        if not _EARLIEST <= day.year <= _LATEST:
            years = {"value": value, "earliest": _EARLIEST, "latest": _LATEST}
            raise PydanticCustomError("day", wording.FAR_DAY, years)
        return day
    return value


Day = Annotated[date, BeforeValidator(_day)]


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value) or not is_address(value):
        raise PydanticCustomError("web_address", wording.NO_WEB_ADDRESS)
    if len(value) > LONGEST:
        raise PydanticCustomError("long_address", wording.LONG_ADDRESS, {"count": len(value), "most": LONGEST})
    return value


WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"pattern": "^https?://[^\\s/]+(/\\S*)?$"})]
Month = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"),
    Field(description="Ein Monat als JJJJ-MM, zum Beispiel 2014-09."),
]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as ``de`` or ``en``."""
