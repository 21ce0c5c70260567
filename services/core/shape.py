"""Typed dataclasses from JSON and back, with clear refusals, and as JSON schema.

Operations and records are frozen dataclasses; this is the one place that reads a value from outside into them.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Annotated, Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin

from services.core.refused import Refused

T = TypeVar("T")
type_hints = cache(lambda cls: typing.get_type_hints(cls, include_extras=True))


@dataclass(frozen=True, slots=True)
class Text:
    """A bound on a text's length in characters; `least` 1 means it may not be blank."""

    most: int = 200
    least: int = 1


@dataclass(frozen=True, slots=True)
class Range:
    """Inclusive bounds on a number."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Ref:
    """The text is the id of a record of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Blob:
    """The text is the SHA-256 (64 hex digits) of a stored blob: a photo or a drawing."""


@dataclass(frozen=True, slots=True)
class Personal:
    """The value is about a person: it enters the journal only as a salted commitment and can be erased."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How one dataclass field is read, written and described."""

    name: str
    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    schema: dict[str, Any]
    required: bool
    personal: bool
    blob: bool


class Wrong(ValueError):
    """A value does not fit; the text is the JSON-schema-like expectation."""


def same(value: Any) -> Any:
    """For values that are already JSON."""
    return value


def shapes(cls: type) -> dict[str, Shape]:
    """The fields of a dataclass by name; computed once a class."""
    return _shapes(cls)


@cache
def _shapes(cls: type) -> dict[str, Shape]:
    hints = type_hints(cls)
    found = {}
    for field in fields(cls):
        hint = hints[field.name]
        read, write, schema = _of(hint)
        marks = _marks(hint)
        required = field.default is MISSING and field.default_factory is MISSING
        personal = any(isinstance(mark, Personal) for mark in marks)
        blob = any(isinstance(mark, Blob) for mark in marks)
        found[field.name] = Shape(field.name, read, write, schema, required, personal, blob)
    return found


def read_as(cls: type[T], values: Any) -> T:
    """An instance of dataclass `cls` from a JSON object. Raises Refused: args_wrong, args_missing, args_unknown."""
    if not isinstance(values, Mapping):
        raise Refused("args_wrong", field="", expected="object")
    known = shapes(cls)
    for name in values:
        if name not in known:
            raise Refused("args_unknown", field=str(name)[:60])
    taken = {}
    for name, shape in known.items():
        if name in values:
            try:
                taken[name] = shape.read(values[name])
            except Wrong as wrong:
                raise Refused("args_wrong", field=name, expected=str(wrong)) from None
        elif shape.required:
            raise Refused("args_missing", field=name)
    return cls(**taken)


def written(instance: Any) -> dict[str, Any]:
    """The JSON object of a dataclass instance."""
    return {name: shape.write(getattr(instance, name)) for name, shape in shapes(type(instance)).items()}


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON schema (2020-12) of a dataclass."""
    known = shapes(cls)
    return {
        "type": "object",
        "properties": {name: shape.schema for name, shape in known.items()},
        "required": [name for name, shape in known.items() if shape.required],
        "additionalProperties": False,
    }


def utc_text(moment: datetime) -> str:
    """A moment as fixed-width ISO 8601 in UTC with microseconds: sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def utc_moment(text: Any) -> datetime:
    """A moment from ISO 8601 with an offset. Raises Wrong."""
    if isinstance(text, datetime):
        return text
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise Wrong("date-time with offset")
        return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise Wrong("date-time with offset") from None


def _marks(hint: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        found = (*marks, *_marks(inner))
    elif get_origin(hint) in (Union, types.UnionType, tuple):
        for part in get_args(hint):
            found += _marks(part)
    return found


def _of(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin is Annotated:
        return _annotated(hint)
    if origin in (Union, types.UnionType):
        return _optional(hint)
    if origin is tuple:
        return _tuple(hint)
    if origin is Literal:
        return _choice(tuple(get_args(hint)), same)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(tuple(member.value for member in hint), hint)
    if is_dataclass(hint):
        return _object(hint)
    return _PLAIN[hint]


def _object(cls: Any) -> Any:
    """A dataclass within another: a row of a list. It may hold nothing personal and no blob, which are looked for in
    the outer one only."""
    if any(shape.personal or shape.blob for shape in shapes(cls).values()):
        raise TypeError(f"{cls} holds what only a record or an operation may hold")

    def read(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        try:
            return read_as(cls, value)
        except Refused as refused:
            expected = refused.facts.get("expected", refused.code)
            raise Wrong(f"{refused.facts['field']}: {expected}".removeprefix(": ")) from None

    return read, written, json_schema(cls)


def _choice(values: tuple[str, ...], make: Callable[[Any], Any]) -> Any:
    allowed = frozenset(values)

    def read(value: Any) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise Wrong("one of " + ", ".join(values))
        return make(value)

    return read, lambda value: str(value), {"type": "string", "enum": list(values)}


def _optional(hint: Any) -> Any:
    inner = [part for part in get_args(hint) if part is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"only X | None is supported, not {hint}")
    read, write, schema = _of(inner[0])
    return (
        lambda value: None if value is None else read(value),
        lambda value: None if value is None else write(value),
        _or_null(schema),
    )


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    choices = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **choices}


def _tuple(hint: Any) -> Any:
    parts = get_args(hint)
    if parts[-1] is not Ellipsis:
        return _row(parts)
    read, write, schema = _of(parts[0])

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Wrong("array")
        return tuple(read(item) for item in value)

    return read_all, lambda value: [write(item) for item in value], {"type": "array", "items": schema}


def _row(parts: tuple[Any, ...]) -> Any:
    """A tuple of so many values, each of its own kind."""
    reads, writes, schemas = zip(*(_of(part) for part in parts), strict=True)
    length = len(parts)

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or len(value) != length:
            raise Wrong(f"array of {length}")
        return tuple(read(item) for read, item in zip(reads, value, strict=True))

    def write_all(value: Any) -> list[Any]:
        return [write(item) for write, item in zip(writes, value, strict=True)]

    items = {"items": schemas[0]} if all(schema == schemas[0] for schema in schemas) else {"prefixItems": [*schemas]}
    return read_all, write_all, {"type": "array", **items, "minItems": length, "maxItems": length}


def _annotated(hint: Any) -> Any:
    inner, *marks = get_args(hint)
    read, write, schema = _of(inner)
    schema = dict(schema)
    for mark in marks:
        read = _marked(read, mark, schema)
    return read, write, schema


def _marked(read: Callable[[Any], Any], mark: Any, schema: dict[str, Any]) -> Callable[[Any], Any]:
    if isinstance(mark, Text):
        schema.update(minLength=mark.least, maxLength=mark.most)
        return lambda value: _text_within(read(value), mark)
    if isinstance(mark, Range):
        schema.update(minimum=mark.least, maximum=mark.most)
        return lambda value: _within(read(value), mark)
    if isinstance(mark, Blob):
        schema.update(pattern="^[0-9a-f]{64}$", **{"x-blob": True})
        return lambda value: _hash(read(value))
    if isinstance(mark, Ref):
        schema["x-ref"] = mark.kind
    elif isinstance(mark, Personal):
        schema["x-personal"] = True
    return read


def _text_within(value: str, mark: Text) -> str:
    value = value.strip()
    if not mark.least <= len(value) <= mark.most:
        raise Wrong(f"text of {mark.least} to {mark.most} characters")
    return value


def _within(value: float, mark: Range) -> float:
    if not mark.least <= value <= mark.most:
        raise Wrong(f"number from {mark.least:g} to {mark.most:g}")
    return value


def is_hash(value: Any) -> TypeGuard[str]:
    """Whether it is a SHA-256 as 64 lower-case hex digits, as blobs are named."""
    return isinstance(value, str) and len(value) == 64 and all(letter in "0123456789abcdef" for letter in value)


def _hash(value: str) -> str:
    if not is_hash(value):
        raise Wrong("SHA-256 as 64 hex digits")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\x00" in value:
        raise Wrong("text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise Wrong("text without broken characters") from None
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 2**53:
        raise Wrong("whole number")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e15 or not isfinite(value):
        raise Wrong("number")
    return float(value)


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if len(value) != 10:
            raise Wrong("date")
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Wrong("date") from None


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true or false")
    return value


_PLAIN: dict[Any, tuple[Callable[[Any], Any], Callable[[Any], Any], dict[str, Any]]] = {
    str: (_text, same, {"type": "string"}),
    int: (_whole, same, {"type": "integer"}),
    float: (_number, same, {"type": "number"}),
    bool: (_flag, same, {"type": "boolean"}),
    datetime: (utc_moment, utc_text, {"type": "string", "format": "date-time"}),
    date: (_day, date.isoformat, {"type": "string", "format": "date"}),
}
