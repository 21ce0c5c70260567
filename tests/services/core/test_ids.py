"""Ids and the bytes that are hashed."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.ids import canonical, commitment, is_id, new_id
from tests.makers import fresh_id

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.integers(0, 2**48 - 2), st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_ids_sort_by_birth(moment, one, other):
    earlier, later = new_id(moment, one), new_id(moment + 1, other)
    assert is_id(earlier)
    assert earlier < later
    assert (earlier[14], earlier[19] in "89ab") == ("7", True)


def test_the_same_entropy_makes_the_same_id():
    assert new_id(5, b"0123456789") == new_id(5, b"0123456789")
    assert len({new_id() for _ in range(1000)}) == 1000


def test_ids_of_one_process_follow_each_other_also_within_a_millisecond(monkeypatch):
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_123_000_000)
    made = [new_id() for _ in range(5000)]  # more than one millisecond has counts for
    assert made == sorted(made)
    assert len(set(made)) == 5000
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_125_000_000)
    assert new_id() > made[-1]


def test_a_clock_put_back_is_followed(monkeypatch):
    monkeypatch.setattr(time, "time_ns", lambda: 1_700_000_000_123_000_000)
    wrong = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 1_600_000_000_123_000_000)
    assert new_id() < wrong


@pytest.mark.parametrize(
    "text",
    [None, 5, "", "x" * 36, "0" * 32, "{" + "0" * 34 + "}", fresh_id().upper(), fresh_id() + "\n", fresh_id()[:-1]],
)
def test_what_is_no_id(text):
    assert not is_id(text)


@given(JSON)
def test_canonical_bytes_are_stable_and_read_back(value):
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


def test_the_order_of_keys_does_not_matter():
    assert canonical({"b": 1, "a": "安"}) == canonical({"a": "安", "b": 1}) == '{"a":"安","b":1}'.encode()


def test_what_json_does_not_know_is_not_hashed():
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_a_commitment_depends_on_salt_and_value():
    assert commitment("00" * 16, "张三") != commitment("01" * 16, "张三")
    assert commitment("00" * 16, "张三") != commitment("00" * 16, "张四")
