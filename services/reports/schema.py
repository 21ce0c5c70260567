"""The part of JSON Schema that our data files use: what people read about a file is then also what it is checked by."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """`where` is a path as people write it (`name_pt[0]`), `rule` the schema's keyword, `want` what it asks for."""

    where: str
    rule: str
    want: Any


def problems(value: Any, schema: dict[str, Any]) -> Iterator[Problem]:
    """Everything in `value` that `schema` does not allow, in the order of the schema."""
    yield from _check(value, schema, schema.get("$defs", {}), "")


def _check(value: Any, schema: dict[str, Any], shared: dict[str, Any], where: str) -> Iterator[Problem]:
    if "$ref" in schema:
        schema = shared[schema["$ref"].removeprefix("#/$defs/")] | schema
    if "enum" in schema and value not in schema["enum"]:
        yield Problem(where, "enum", schema["enum"])
    kind = schema.get("type")
    if kind is not None and (isinstance(value, bool) != (kind == "boolean") or not isinstance(value, _TYPES[kind])):
        yield Problem(where, "type", kind)
    elif isinstance(value, bool):
        return
    elif isinstance(value, dict):
        yield from _members(value, schema, shared, where)
    elif isinstance(value, list):
        yield from _bounds(len(value), schema, "minItems", "maxItems", where)
        for place, item in enumerate(value):
            yield from _check(item, schema.get("items", {}), shared, f"{where}[{place}]")
    elif isinstance(value, str):
        yield from _bounds(len(value), schema, "minLength", "maxLength", where)
    else:
        yield from _bounds(value, schema, "minimum", "maximum", where)


def _members(value: dict[str, Any], schema: dict[str, Any], shared: dict[str, Any], where: str) -> Iterator[Problem]:
    known = schema.get("properties", {})
    prefix = f"{where}." if where else ""
    for name in schema.get("required", ()):
        if name not in value:
            yield Problem(prefix + name, "required", True)
    for name, member in value.items():
        if name in known:
            yield from _check(member, known[name], shared, prefix + name)
        elif schema.get("additionalProperties") is False:
            yield Problem(prefix + name, "additionalProperties", sorted(known))


def _bounds(value: float, schema: dict[str, Any], least: str, most: str, where: str) -> Iterator[Problem]:
    if not value >= schema.get(least, value):
        yield Problem(where, least, schema[least])
    if not value <= schema.get(most, value):
        yield Problem(where, most, schema[most])
