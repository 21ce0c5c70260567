"""Operations and entries as they travel and as they wait: JSON objects in, typed values out."""

from collections.abc import Mapping
from typing import Any

from services.core.ids import is_id
from services.core.operation import Operation
from services.core.refused import Refused
from services.core.shape import Wrong, utc_moment, utc_text

MOST_PREMISE = 20_000


def operation_json(operation: Operation) -> dict[str, Any]:
    """The operation as a JSON object."""
    return {
        "id": operation.id,
        "kind": operation.kind,
        "args": dict(operation.args),
        "device": operation.device,
        "n": operation.n,
        "premise": dict(operation.premise),
        "made_at": utc_text(operation.made_at),
        "mono": operation.mono,
        "boot": operation.boot,
        "domain_version": operation.domain_version,
    }


def operation_from(values: Any) -> Operation:
    """The operation of a JSON object. Raises Refused: malformed, with the field that does not fit."""
    if not isinstance(values, Mapping):
        raise Refused("malformed", field="operation")
    premise = values.get("premise") or {}
    fits = {
        "id": is_id(values.get("id")),
        "kind": _short(values.get("kind"), 60),
        "device": _short(values.get("device"), 80),
        "args": isinstance(values.get("args"), Mapping) and is_clean(values["args"]),
        "premise": isinstance(premise, Mapping) and len(str(premise)) < MOST_PREMISE and is_clean(premise),
        "n": _whole(values.get("n")),
        "mono": isinstance(values.get("mono", 0.0), int | float) and abs(values.get("mono", 0.0)) < 1e12,
        "boot": _short(values.get("boot", "") or "-", 80),
        "domain_version": _whole(values.get("domain_version", 1)),
    }
    for field, fine in fits.items():
        if not fine:
            raise Refused("malformed", field=field)
    try:
        made_at = utc_moment(values.get("made_at"))
    except Wrong:
        raise Refused("malformed", field="made_at") from None
    return Operation(
        id=values["id"],
        kind=values["kind"],
        args=dict(values["args"]),
        device=values["device"],
        n=values["n"],
        made_at=made_at,
        premise=dict(premise),
        mono=float(values.get("mono", 0.0)),
        boot=values.get("boot", ""),
        domain_version=values.get("domain_version", 1),
    )


def _short(value: Any, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= most and value.isprintable() and is_clean(value)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53


def is_clean(value: Any, depth: int = 0) -> bool:
    """Whether a JSON value can be hashed and stored: no lone surrogates, no NUL, no NaN, not too deep."""
    if depth > 12:
        return False
    if isinstance(value, str):
        return not any(letter == "\x00" or "\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, float):
        return value == value and abs(value) < 1e300
    if isinstance(value, Mapping):
        return all(is_clean(key, depth + 1) and is_clean(inner, depth + 1) for key, inner in value.items())
    if isinstance(value, list):
        return all(is_clean(inner, depth + 1) for inner in value)
    return value is None or isinstance(value, bool | int)
