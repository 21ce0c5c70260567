"""What the command answers, the words there are for it, and that the room costs nothing until it is used."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from services import plans
from services.plans import PlanRefused, plan_import
from services.plans.sample_layout import ROOMS
from services.words import LANGUAGES, has, say

ROOM = Path(plans.__file__).parent


def test_the_facts_of_the_sample(sample_file: Path) -> None:
    facts = plan_import(sample_file, floor="1 层", json=True)
    assert (facts["floor"], facts["unit"], facts["warnings"]) == ("1 层", "mm", [])
    assert facts["width_m"] == pytest.approx(63.6, rel=0.005)
    assert {proposal["name"] for proposal in facts["proposals"]} == {room.name for room in ROOMS}
    assert len(facts["proposals"][0]["polygon"]) == 4
    assert {"name": "管线", "colour": "#ff00ff", "visible": False, "paths": 1} in facts["layers"]
    assert facts["counts"]["entities"] > 300
    assert json.loads(json.dumps(facts)) == facts


def test_without_json_there_are_no_polygons_and_the_floor_is_the_file(sample_file: Path) -> None:
    facts = plan_import(sample_file)
    assert facts["floor"] == "works"
    assert set(facts["proposals"][0]) == {"name", "area_m2"}


def test_the_unit_that_is_given_counts(sample_file: Path) -> None:
    facts = plan_import(sample_file, unit="m")
    assert facts["width_m"] == pytest.approx(63_600, rel=0.005)
    assert [warning["code"] for warning in facts["warnings"]] == ["size_implausible"]
    assert facts["warnings"][0]["better"] == "mm"


def test_kinds_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    file = tmp_path / "plan.tiff"
    file.write_bytes(b"II*\x00" + bytes(60))
    with pytest.raises(PlanRefused) as caught:
        plan_import(file)
    assert (caught.value.code, caught.value.facts) == ("file_is_other", {"kind": "TIFF"})


def raised_codes(name: str) -> set[str]:
    texts = [path.read_text("utf-8") for path in ROOM.glob("*.py")]
    return {code for text in texts for code in re.findall(rf'\b{name}\("(\w+)"', text)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "prefix"), [("PlanRefused", "refused.plan"), ("Warning", "plan.warning")])
def test_every_code_has_words(name: str, prefix: str, lang: str) -> None:
    codes = raised_codes(name)
    assert len(codes) > 8
    assert not [code for code in codes if not has(f"{prefix}.{code}", lang)]


def test_a_sentence_has_all_its_facts(sample_file: Path) -> None:
    warning = plan_import(sample_file, unit="m")["warnings"][0]
    sentence = say(f"plan.warning.{warning.pop('code')}", **warning)
    assert "63600" in sentence
    assert "{" not in sentence


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, services.plans as p; p.Drawing; p.from_bytes; p.read_dxf;"
        "print([m for m in ('ezdxf', 'numpy', 'shapely') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOM.parent.parent)
    assert done.stdout.strip() == "[]", done.stderr
