"""Reading values from outside: what fits comes back the same, what does not is named, nothing else is raised."""

import json
import math
from dataclasses import dataclass, make_dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.operation import OPERATIONS
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import (
    Blob,
    Personal,
    Range,
    Ref,
    Text,
    Wrong,
    json_schema,
    read_as,
    shapes,
    utc_moment,
    utc_text,
    written,
)
from tests.makers import sha


@dataclass(frozen=True, kw_only=True)
class Sample:
    name: Annotated[str, Text(most=5)]
    note: Annotated[str, Text(most=5, least=0)] = ""
    size: Annotated[float, Range(0, 100)] = 1.0
    count: Annotated[int, Range(-3, 3)] = 0
    flag: bool = False
    choice: Literal["a", "b"] | None = None
    roles: tuple[Role, ...] = ()
    pair: tuple[float, float] = (0.0, 0.0)
    photo: Annotated[str, Blob()] | None = None
    at: datetime | None = None
    phone: Annotated[str, Personal(), Text(most=20)] | None = None
    zone: Annotated[str, Ref("zone")] | None = None


FINE: list[tuple[str, Any, Any]] = [
    ("name", " ab ", "ab"),
    ("name", "安环台一二", "安环台一二"),
    ("note", "   ", ""),
    ("size", 100, 100.0),
    ("count", -3, -3),
    ("choice", None, None),
    ("roles", ["worker", "hr"], (Role.WORKER, Role.HR)),
    ("pair", [1, 2.5], (1.0, 2.5)),
    ("photo", sha("x"), sha("x")),
    ("at", "2026-03-02T12:00:00+08:00", datetime(2026, 3, 2, 4, tzinfo=UTC)),
]
WRONG: list[tuple[str, Any]] = [
    ("name", ""),
    ("name", " \t\n"),
    ("name", "abcdef"),
    ("name", None),
    ("name", 5),
    ("name", ["a"]),
    ("name", {"a": 1}),
    ("name", "a\x00b"),
    ("name", "\ud800"),
    ("name", "a\udfff"),
    ("size", math.nan),
    ("size", math.inf),
    ("size", -math.inf),
    ("size", 100.0001),
    ("size", -1e-9),
    ("size", True),
    ("size", "1"),
    ("size", 10**400),
    ("count", 1.0),
    ("count", 4),
    ("count", True),
    ("count", 10**400),
    ("count", -(2**53) - 1),
    ("flag", 1),
    ("flag", "true"),
    ("choice", "c"),
    ("choice", ["a"]),
    ("choice", {}),
    ("roles", "worker"),
    ("roles", {"0": "worker"}),
    ("roles", ["nobody"]),
    ("roles", [None]),
    ("pair", [1]),
    ("pair", [1, 2, 3]),
    ("pair", [1, math.nan]),
    ("photo", "x" * 64),
    ("photo", sha("x").upper()),
    ("photo", sha("x")[:-1]),
    ("photo", sha("x")[:-1] + "\u0660"),
    ("at", "2026-03-02T12:00:00"),
    ("at", "yesterday"),
    ("at", 5),
    ("at", "9999-12-31T23:59:59-23:00"),
]


@pytest.mark.parametrize(("field", "given_value", "expected"), FINE)
def test_what_fits_is_taken(field, given_value, expected):
    assert getattr(read_as(Sample, {"name": "a", field: given_value}), field) == expected


@pytest.mark.parametrize(("field", "value"), WRONG, ids=[f"{f}-{v!r:.30}" for f, v in WRONG])
def test_what_does_not_fit_is_named_and_not_echoed(field, value):
    with pytest.raises(Refused) as caught:
        read_as(Sample, {"name": "a", field: value})
    assert caught.value.code == "args_wrong"
    assert caught.value.facts["field"] == field
    assert set(caught.value.facts) == {"field", "expected"}


@pytest.mark.parametrize("values", [None, [], "name", 5, True])
def test_what_is_no_object_is_refused(values):
    with pytest.raises(Refused, match="args_wrong"):
        read_as(Sample, values)


def test_a_missing_field_is_named():
    with pytest.raises(Refused) as caught:
        read_as(Sample, {})
    assert (caught.value.code, caught.value.facts) == ("args_missing", {"field": "name"})


def test_an_unknown_field_is_named_and_cut_short():
    with pytest.raises(Refused) as caught:
        read_as(Sample, {"name": "a", "x" * 500: 1})
    assert (caught.value.code, caught.value.facts) == ("args_unknown", {"field": "x" * 60})


def test_what_is_written_is_read_again():
    first = read_as(Sample, {"name": "a", "at": "2026-03-02T12:00:00+08:00", "pair": [1, 2], "roles": ["hr"]})
    assert read_as(Sample, json.loads(json.dumps(written(first)))) == first


def test_the_marks_are_seen():
    known = shapes(Sample)
    assert {name for name, shape in known.items() if shape.personal} == {"phone"}
    assert {name for name, shape in known.items() if shape.blob} == {"photo"}
    assert {name for name, shape in known.items() if shape.required} == {"name"}


def test_the_schema_says_the_same():
    schema = json_schema(Sample)
    assert schema["required"] == ["name"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["choice"] == {"type": ["string", "null"], "enum": ["a", "b", None]}
    assert schema["properties"]["size"] == {"type": "number", "minimum": 0, "maximum": 100}
    assert schema["properties"]["pair"]["minItems"] == 2
    assert schema["properties"]["zone"]["x-ref"] == "zone"


@dataclass(frozen=True, kw_only=True)
class Row:
    day: date
    name: Annotated[str, Text(most=5, least=0)] = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    rows: tuple[Row, ...]


def test_rows_are_objects_within_a_list():
    made = read_as(Sheet, {"rows": [{"day": "2026-10-01", "name": "a"}, {"day": "2026-10-02"}]})
    assert made.rows == (Row(day=date(2026, 10, 1), name="a"), Row(day=date(2026, 10, 2)))
    assert read_as(Sheet, json.loads(json.dumps(written(made)))) == made
    assert json_schema(Sheet)["properties"]["rows"]["items"]["properties"]["day"] == {
        "type": "string",
        "format": "date",
    }


@pytest.mark.parametrize("row", [None, 7, {}, {"day": "2026-10-01", "name": "too long"}, {"day": "2026-10-01", "x": 1}])
def test_a_row_that_is_none_is_refused_for_its_list(row):
    with pytest.raises(Refused) as caught:
        read_as(Sheet, {"rows": [row]})
    assert (caught.value.code, caught.value.facts["field"]) == ("args_wrong", "rows")


def test_what_is_personal_may_not_hide_in_a_row():
    hidden: Any = make_dataclass("Hidden", [("phone", Annotated[str, Personal()])])
    with pytest.raises(TypeError, match="Hidden"):
        json_schema(make_dataclass("Outer", [("row", hidden)]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_any_json_is_an_instance_or_a_refusal(data):
    """For every kind of operation, whatever stands in its fields."""
    spec = OPERATIONS[data.draw(st.sampled_from(sorted(OPERATIONS)))]
    values = {name: data.draw(JSON) for name in shapes(spec.cls)}
    try:
        made = read_as(spec.cls, values)
    except Refused as refused:
        json.dumps(refused.as_json()).encode()
    else:
        again = json.loads(json.dumps(written(made), allow_nan=False))
        assert read_as(spec.cls, again) == made


MOMENTS = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - naive bounds


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_text(one, other):
    assert (utc_text(one) < utc_text(other)) == (one.astimezone(UTC) < other.astimezone(UTC))
    assert utc_moment(utc_text(one)) == one.astimezone(UTC)


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "2026-03-02", "", None, [], "2026-02-30T00:00:00Z"])
def test_a_moment_that_is_none_is_wrong(text):
    with pytest.raises(Wrong):
        utc_moment(text)
