"""The certificate of a course and the report of a drill, by command and with what stands in the plant."""

from pathlib import Path

import pytest

from services.cli import main
from services.core.operation import Actor
from services.store.folder import PlantFolder
from tests.services.hub.living import living_plant
from tests.services.reports.made import page_texts


def test_a_pass_and_a_drill_come_out_as_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant = living_plant(tmp_path / "plant")
    try:
        person: Actor = plant.actor("赵刚")
        course = plant.do("courses.add", name="厂级安全教育", stage="plant_level", valid_months=12).id
        plant.do("training.record", course=course, people=[person.person], day="2026-01-05", score=92)
        plant.do("training.record", course=course, people=[person.person], day="2026-01-06", score=30)
        good, bad = sorted(plant.all("training_record"), key=lambda one: one.day)
        steps = [{"text": "报警", "who": "发现人", "minutes": 1}, {"text": "疏散", "minutes": 5}]
        drill = plant.do("drills.plan", name="消防演练", manner="tabletop", planned_at="2026-01-07T02:00:00Z",
                         steps=steps).id  # fmt: skip
        plant.do("drills.begin", drill=drill)
        plant.do("drills.mark", drill=drill, step=0, note="及时")
    finally:
        plant.served.stop()
    data = ["--data", str(PlantFolder(tmp_path / "plant").root)]
    out = tmp_path / "c.pdf"
    assert main(["report", "training-certificate", *data, "--id", good.id, "--out", str(out)]) == 0
    (page,) = page_texts(out.read_bytes())
    for said in ("赵刚", "厂级安全教育", "92", "2027-01-05", "1042"):
        assert said in page
    assert main(["report", "drill", *data, "--id", drill, "--out", str(out)]) == 0
    told = "".join(page_texts(out.read_bytes()))
    for said in ("消防演练", "报警", "及时", "未记录"):
        assert said in told
    assert main(["report", "training-certificate", *data, "--id", bad.id, "--out", str(out)]) == 1
    assert main(["report", "drill", *data, "--out", str(out)]) == 1
    capsys.readouterr()
