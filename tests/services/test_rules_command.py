"""`anhuan rules`: templates into files, what they say, and what they would have said of files and of a plant."""

import json
from datetime import datetime
from itertools import groupby

import pytest

from services.cli import main
from services.rules.templates import TEMPLATES

SHOWN = {
    "sustained-threshold": ("sensor=T1", "above=80"),
    "sensor-silent": ("sensor=T1",),
    "missed-in-a-row": (),
    "open-longer-than": ("hours=24",),
    "alone-out-of-hours": ("zone=配电房",),
    "stop-makes-inspection": ("minutes=30",),
    "pause-process": ("sensor=T1", "above=80", "line=L1"),
}
READINGS = """﻿时间;传感器;值
2026-03-01 08:00;T1;81
2026-03-01 08:05;T1;82
2026-03-01 08:10;T1;很热
2026-03-01 08:15;T1;83
2026-03-01 08:20;T1;70
"""


def new(tmp_path, template, *figures):
    sets = [part for figure in figures for part in ("--set", figure)]
    place = tmp_path / f"{template}.json"
    assert main(["rules", "new", template, *sets, "--out", str(place)]) == 0
    return place


def run(capsys, rule, *more):
    assert main(["rules", "run", str(rule), "--json", *more]) == 0
    said = capsys.readouterr()
    return json.loads(said.out[said.out.index("[\n") if "[\n" in said.out else said.out.index("[]") :]), said.err


def test_every_template_becomes_a_rule_that_says_itself_in_both_languages(tmp_path, capsys):
    assert set(SHOWN) == set(TEMPLATES)
    for template, figures in SHOWN.items():
        place = new(tmp_path, template, *figures)
        for lang, letters in (("zh", "如果 "), ("en", "When ")):
            capsys.readouterr()
            assert main(["rules", "check", str(place), "--json", "--lang", lang]) == 0
            says = json.loads(capsys.readouterr().out)["says"]
            assert says.startswith(letters)
            assert "{" not in says
            assert "rule." not in says


def test_a_file_of_readings(tmp_path, capsys):
    feed = tmp_path / "readings.csv"
    feed.write_text(READINGS, encoding="utf-8")
    found, turned = run(
        capsys, new(tmp_path, "sustained-threshold", "sensor=T1", "above=80"), "--readings", str(feed), "--lang", "zh"
    )
    assert [(one["at"], one["event"]) for one in found] == [
        ("2026-03-01T08:15:00+08:00", "fired"),
        ("2026-03-01T08:20:00+08:00", "cleared"),
    ]
    assert "15 分钟" in found[0]["why"]
    assert "第 4 行" in turned


def test_the_gap_that_is_named_counts(tmp_path, capsys):
    feed = tmp_path / "readings.csv"
    feed.write_text(READINGS, encoding="utf-8")
    rule = new(tmp_path, "sustained-threshold", "sensor=T1", "above=80", "max_gap=9m")
    found, _ = run(capsys, rule, "--readings", str(feed))
    assert [one["event"] for one in found] == ["unknown"]


def test_swipes_in_the_letters_of_an_old_system(tmp_path, capsys):
    feed = tmp_path / "swipes.csv"
    rows = [
        f"D1\t{number}\t2026-03-0{day} 23:{minute}\t0007\t王\t配电房\t{way}"
        for number, (day, minute, way) in enumerate(((1, 10, "进"), (1, 40, "出"), (3, 10, "进"), (3, 20, "出")))
    ]
    feed.write_text("设备\t序号\t时间\t工号\t姓名\t区域\t方向\n" + "\n".join(rows), encoding="gb18030")
    found, turned = run(capsys, new(tmp_path, "alone-out-of-hours", "zone=配电房", "times=2"), "--swipes", str(feed))
    assert [(one["at"], one["key"], one["event"]) for one in found] == [
        ("2026-03-03T23:10:00+08:00", "配电房/0007", "fired")
    ]
    assert turned == ""


def test_stops_as_they_are_in_real_life(tmp_path, capsys):
    """One twice, one that is changed later, one without an end, one that ends before it begins."""
    feed = tmp_path / "stops.csv"
    feed.write_text(
        "stop_id,line_code,start_time,end_time,updated_at\n"
        "1,L1,2026-03-01T08:00+08:00,,2026-03-01T08:00+08:00\n"
        "1,L1,2026-03-01T08:00+08:00,2026-03-01T08:10+08:00,2026-03-01T08:11+08:00\n"
        "1,L1,2026-03-01T08:00+08:00,2026-03-01T08:10+08:00,2026-03-01T08:11+08:00\n"
        "2,L2,2026-03-01T23:50+08:00,2026-03-02T00:30+08:00,\n"
        "3,L3,2026-03-02T08:00+08:00,2026-03-02T07:00+08:00,\n"
        "4,L4,2026-03-02T09:00+08:00,,\n",
        encoding="utf-8",
    )
    rule = new(tmp_path, "stop-makes-inspection", "minutes=30")
    found, turned = run(capsys, rule, "--stops", str(feed), "--to", "2026-03-02T10:00+08:00")
    assert [(one["at"], one["key"]) for one in found if one["event"] == "fired"] == [
        ("2026-03-02T00:20:00+08:00", "L2"),
        ("2026-03-02T09:30:00+08:00", "L4"),
    ]
    assert len(turned.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["new", "sustained-threshold", "--set", "above=80", "--out", "x.json"], "figure_missing"),
        (["new", "sustained-threshold", "--set", "sensor=T1", "--set", "above=hot", "--out", "x.json"], "figure_wrong"),
        (["new", "sensor-silent", "--set", "sensor=T1", "--set", "color=red", "--out", "x.json"], "figure_unknown"),
        (["new", "nothing", "--out", "x.json"], "template_unknown"),
        (["check", "none.json"], "no_such_file"),
        (["check", "text.json"], "rule_not_json"),
        (["run", "rule.json", "--journal"], "journal_without_plant"),
        (["run", "rule.json", "--from", "yesterday"], "moment_wrong"),
        (["run", "rule.json", "--readings", "text.json"], "feed_without_head"),
    ],
)
def test_refusals_are_plain(tmp_path, capsys, monkeypatch, arguments, code):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.json").write_text("not a rule", encoding="utf-8")
    new(tmp_path, "missed-in-a-row").rename(tmp_path / "rule.json")
    capsys.readouterr()
    assert main(["rules", *arguments, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == code


def test_the_demo_plants_own_hazards_and_inspections(tmp_path, capsys, demo):
    """The rule says of the journal what its records say by themselves."""
    data = ("--data", str(demo), "--journal")
    found, _ = run(capsys, new(tmp_path, "open-longer-than", "hours=24"), *data)
    assert main(["show", "hazards", "--data", str(demo), "--json"]) == 0
    hazards = json.loads(capsys.readouterr().out)
    long = {one["number"] or one["old_number"] for one in hazards if open_for(one) and open_for(one) > 24 * 3600}
    fired = {one["key"] for one in found if one["event"] == "fired"}
    assert long
    assert long <= fired
    capsys.readouterr()
    assert main(["show", "inspections", "--data", str(demo), "--json"]) == 0
    rows = runs_of_misses(json.loads(capsys.readouterr().out))
    assert rows
    for n in (1, 2):
        missed, _ = run(capsys, new(tmp_path, "missed-in-a-row", f"n={n}"), *data)
        assert sum(one["event"] == "fired" for one in missed) == sum(row >= n for row in rows)


def runs_of_misses(inspections):
    """How many of a place were missed in a row, for each such row."""
    outcomes: dict[tuple[str, str], list[bool]] = {}
    for one in sorted(inspections, key=lambda one: one["due_at"]):
        if one["state"] in ("done", "late", "missed"):
            outcomes.setdefault((one["plan"], one["zone"]), []).append(one["state"] == "missed")
    return [len(list(group)) for place in outcomes.values() for was_missed, group in groupby(place) if was_missed]


def open_for(hazard):
    """Seconds from report to closing, of those that are closed."""
    if not hazard["closed_at"]:
        return None
    begins, ends = (datetime.fromisoformat(hazard[name]) for name in ("reported_at", "closed_at"))
    return (ends - begins).total_seconds()
