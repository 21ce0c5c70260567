"""Drawn photos: two of one place, plainly different where the hazard is, and the same from the same seed."""

import io

import numpy as np
import pytest
from PIL import Image

from services.core.categories import BUILT_IN
from services.demo.findings import FINDINGS
from services.demo.scenes import SCENES, draw
from services.demo.story import CASES

NAMES = {
    "press": "2号冲床",
    "grinder": "MX-04",
    "oil": "JC-03",
    "switch_cabinet": "AP-06",
    "compressor": "KY-02",
    "fork_lift": "CC-01",
}


def seen(scene: str, *, safe: bool, seed: str = "1") -> np.ndarray:
    """The picture in grey, small enough that grain and a moved hand count for little."""
    picture = Image.open(io.BytesIO(draw(scene, seed, NAMES.get(scene, ""), safe=safe)))
    assert picture.size == (1280, 960)
    return np.asarray(picture.convert("L").resize((64, 48), Image.Resampling.BOX), dtype=float)


@pytest.mark.parametrize("scene", SCENES)
def test_before_and_after_show_the_same_place_in_another_state(scene: str) -> None:
    before, after = seen(scene, safe=False), seen(scene, safe=True)
    assert np.corrcoef(before.ravel(), after.ravel())[0, 1] > 0.45
    assert np.abs(before - after).max() > 40


def test_the_seed_decides_every_bit() -> None:
    one, again, other = (draw("grinder", seed, "MX-04", safe=False) for seed in ("1", "1", "2"))
    assert one == again
    assert one != other


def test_every_scene_is_found_and_every_case_has_a_scene() -> None:
    assert {finding.scene for finding in FINDINGS} == set(SCENES)
    assert {case.scene for case in CASES} <= set(SCENES)
    assert {finding.category for finding in FINDINGS} == set(BUILT_IN)
