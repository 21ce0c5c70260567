"""A drawing survives its blob to the millimetre, and no bytes make anything but a drawing or a refusal."""

import json
import random
import zlib
from typing import Any

import pytest

from services.plans import Drawing, PlanRefused, codec, from_bytes, to_bytes


@pytest.fixture(scope="module")
def blob(sample: Drawing) -> bytes:
    return to_bytes(sample)


def changed(blob: bytes, **parts: Any) -> bytes:
    return zlib.compress(json.dumps(json.loads(zlib.decompress(blob)) | parts).encode())


def test_a_drawing_comes_back_as_it_was(sample: Drawing, blob: bytes) -> None:
    back = from_bytes(blob)
    assert (back.unit, back.scale, back.entities, back.layers) == ("mm", 0.001, sample.entities, sample.layers)
    assert (back.width_m, back.height_m) == pytest.approx((sample.width_m, sample.height_m), abs=0.0005)
    for ours, theirs in zip(sample.paths, back.paths, strict=True):
        assert (ours.layer, ours.colour, ours.closed, ours.filled) == (
            theirs.layer,
            theirs.colour,
            theirs.closed,
            theirs.filled,
        )
        assert ours.points == pytest.approx(theirs.points, abs=0.00051)
    assert [text.text for text in back.texts] == [text.text for text in sample.texts]


def test_the_same_drawing_gives_the_same_bytes(blob: bytes) -> None:
    assert to_bytes(from_bytes(blob)) == blob


def test_it_is_compact(sample: Drawing, blob: bytes) -> None:
    assert len(blob) < 4 * sum(len(path.points) for path in sample.paths)


@pytest.mark.parametrize(
    "parts",
    [
        {"format": 2},
        {"unit": ["mm", 1, 0.001]},
        {"unit": ["mm", True, 1e999]},
        {"unit": ["mm", True, float("nan")]},
        {"size": [10**11, 1]},
        {"size": [1.5, 1]},
        {"layers": [["0", "#ffffff"]]},
        {"layers": 5},
        {"looks": [[-1, "#ffffff", True, False]]},
        {"looks": [[99, "#ffffff", True, False]]},
        {"runs": [0, 10**9]},
        {"runs": [0, 1]},
        {"runs": [0]},
        {"runs": []},
        {"xs": [0]},
        {"xs": ["1"] * 9},
        {"xs": {"a": 1}},
        {"texts": [[0, 0, 0, 1, 0, 5, 0, 0]]},
        {"texts": [[0, 0, 0, 1, 0, "a", 2, 0]]},
        {"warnings": ["size_implausible"]},
    ],
)
def test_hostile_content(blob: bytes, parts: dict[str, Any]) -> None:
    with pytest.raises(PlanRefused) as caught:
        from_bytes(changed(blob, **parts))
    assert caught.value.code == "blob_damaged"


@pytest.mark.parametrize(
    "data", [b"", b"x", zlib.compress(b"[]"), zlib.compress(b"[" * 100_000), zlib.compress(b"9" * 10_000)]
)
def test_bytes_that_are_no_drawing(data: bytes) -> None:
    with pytest.raises(PlanRefused):
        from_bytes(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MOST_UNPACKED", 100_000)
    with pytest.raises(PlanRefused):
        from_bytes(zlib.compress(b" " * 200_000 + b"{}"))


def test_damaged_bytes(blob: bytes) -> None:
    chance = random.Random(7)
    for _ in range(200):
        data = bytearray(blob)
        data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        with pytest.raises(PlanRefused):
            from_bytes(bytes(data))
        with pytest.raises(PlanRefused):
            from_bytes(blob[: chance.randrange(len(blob))])
