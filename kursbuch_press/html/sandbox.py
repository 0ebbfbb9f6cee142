"""The sandbox of templates: what would fill the memory with a few signs is refused before it is made."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_WIDEST = 10_000
"""Signs to which a text may be filled up; a line of a page has a hundred."""
_LARGEST = 10_000
"""Bits of a number; as words it has 3,000 digits."""
_LONGEST = 20_000_000
_FILLING = {"center", "ljust", "rjust", "zfill", "expandtabs"}
_WIDE = re.compile(r"\d{5,}")
_FORMS = re.compile(r"%[^a-zA-Z%]*|\{[^{}]*:[^{}]*")
_GIVEN_WIDTH = re.compile(r"%[^a-zA-Z%]*\*|:[^{}]*\{")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, with limits for what is made longer, wider or larger; MemoryError says that one was reached."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja2 has them
        """Put the limits around the filters that fill up."""
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}
        for name in ("center", "indent", "format"):
            self.filters[name] = _limited(self.filters[name])

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - as Jinja2 has it
        """Whether a template may have an attribute; Jinja2 goes by class and name alone, so each pair is asked about once."""
        kind = type(obj)
        if obj.__class__ is not kind:  # a stand-in says that it is something else
            return super().is_safe_attribute(obj, attr, value)
        known = self._safe.get((kind, attr))
        if known is None:
            known = self._safe[kind, attr] = super().is_safe_attribute(obj, attr, value)
        return known

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - whatever a template has
        """Work out what stands on both sides of a sign."""
        if operator == "**" and isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _LARGEST:
            raise MemoryError
        if operator == "*":
            for many, count in ((left, right), (right, left)):
                if isinstance(many, (str, list, tuple)) and isinstance(count, int) and len(many) * count > _LONGEST:
                    raise MemoryError
        if operator == "%" and isinstance(left, str):
            _refuse_wide(left, right if isinstance(right, tuple) else (right,))
        return super().call_binop(context, operator, left, right)

    def call(self, /, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja2 has it
        """Call what a template calls."""
        own = getattr(obj, "__wrapped__", obj)  # Jinja2 puts its own function around format
        owner, name = getattr(own, "__self__", None), getattr(own, "__name__", "")
        if isinstance(owner, str) and name in _FILLING:
            _refuse_wide("", (*args, *kwargs.values()), given=True)
        if isinstance(owner, str) and name in {"format", "format_map"}:
            _refuse_wide(owner, (*args, *kwargs.values()))
        return super().call(context, obj, *args, **kwargs)


def _limited(fill: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(fill)
    def limited(value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the filter has them
        is_form = fill.__name__ == "do_format"
        _refuse_wide(str(value) if is_form else "", (*args, *kwargs.values()), given=not is_form)
        return fill(value, *args, **kwargs)

    return limited


def _refuse_wide(form: str, values: tuple[Any, ...], *, given: bool = False) -> None:
    """Refuse a form with a width of more than four digits, and where values are widths, such a value."""
    wide = any(_WIDE.search(part) for part in _FORMS.findall(form))
    by_value = given or _GIVEN_WIDTH.search(form)
    if wide or (by_value and any(isinstance(each, int) and each > _WIDEST for each in values)):
        raise MemoryError
