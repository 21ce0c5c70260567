"""A drawing comes out of the process that reads it as it is; what does not fit together is no drawing."""

from dataclasses import replace

import pytest

from services.plans.drawing import Drawing, Layer, Path, Picture, Text, Warning
from services.plans.parcel import packed, unpacked

PICTURES = (Picture(0, 0, 9, 6, 3, 2, b"\xff\xd8\xffone\n"), Picture(1, 1, 2, 2, 2, 2, b"\xff\xd8\xff{two}"))
DRAWING = Drawing(
    unit="inch",
    unit_known=False,
    scale=0.0254,
    width_m=12.3456789,
    height_m=1 / 3,
    entities=7,
    layers=(Layer("墙", "#102030", True), Layer("pipes", "#ffffff", False)),
    paths=(
        Path("墙", "#102030", True, False, (0.1, 1 / 3, 2e-7, 3.0, 4.0, 5.0)),
        Path("pipes", "#ffffff", False, False, (1.0, 2.0, 3.0, 4.0)),
        Path("墙", "#102030", True, False, (7.0, 8.0, 9.0, 10.0)),
    ),
    texts=(Text("墙", 1.0, 2.0, 0.25, 30.0, "配电室\nNo. 1", 0.5, 1.0),),
    warnings=(Warning("unit_guessed", {"unit": "inch"}),),
    pictures=PICTURES,
)


def test_nothing_is_rounded_and_nothing_is_lost() -> None:
    assert unpacked(packed(DRAWING)) == DRAWING
    empty = replace(DRAWING, paths=(), texts=(), pictures=(), warnings=(), layers=())
    assert unpacked(packed(empty)) == empty


@pytest.mark.parametrize("cut", [0, 5, 300, 600])
def test_what_is_cut_off_is_no_drawing(cut: int) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpacked(packed(replace(DRAWING, pictures=()))[: -cut - 1])


def test_a_point_without_a_place_is_no_drawing() -> None:
    off = replace(DRAWING, paths=(Path("墙", "#102030", False, False, (0.0, float("nan"), 1.0, 1.0)),))
    with pytest.raises(ValueError, match="without a place"):
        unpacked(packed(off))
