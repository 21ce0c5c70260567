"""`anhuan swipes import`, and a rule that goes by what doors have seen, tried on the demo plant."""

import json
from datetime import timedelta

from services.cli import main
from services.core.people import pseudonym
from services.core.shape import utc_moment
from services.demo.passing import DARK_ROOM, LONER
from services.store import stops
from services.store.database import Database
from services.store.facts import fact
from services.store.folder import PlantFolder
from services.store.pseudonyms import pseudonym_key
from services.store.queries.access import findings_now
from services.store.records import Records
from services.store.turned import turned_lately

ROWS = """device,serial,time,employee_no,name,zone,direction
MJ-04,1,2026-11-20 23:10,HD1033,胡斌,配电室,in
MJ-04,2,2026-11-20 23:41,HD1033,胡斌,配电室,out
MJ-04,2,2026-11-20 23:41,HD1033,胡斌,配电室,out
MJ-04,3,2026-11-20 23:50,HD9999,谁,配电室,in
MJ-04,4,2026-11-20 23:55,HD1033,胡斌,月球,in
MJ-04,5,昨天,HD1033,胡斌,配电室,in
"""


def rule(tmp_path, capsys):
    place = tmp_path / "alone.json"
    assert main(["rules", "new", "alone-out-of-hours", "--set", f"zone={DARK_ROOM}", "--out", str(place)]) == 0
    capsys.readouterr()
    return place


def fired(capsys, place, data):
    assert main(["rules", "run", str(place), "--data", str(data), "--json"]) == 0
    return [one for one in json.loads(capsys.readouterr().out) if one["event"] == "fired"]


def person(capsys, data, name):
    assert main(["show", "people", "--data", str(data), "--json", "--where", f"name={name}"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    return found["id"]


def test_of_the_demo_plants_nights_one_is_alone(tmp_path, capsys, demo):
    """Others are there at night, too: in twos."""
    loner = person(capsys, demo, LONER)
    (found,) = fired(capsys, rule(tmp_path, capsys), demo)
    database = Database(PlantFolder(demo).database)
    with database.reading() as connection:
        assert found["key"] == f"{DARK_ROOM}/{pseudonym(loner, pseudonym_key(connection))}"
    database.close()
    assert LONER not in found["why"]


def test_a_file_of_swipes_is_taken_once(tmp_path, capsys, demo_plant):
    feed = tmp_path / "swipes.csv"
    feed.write_text(ROWS, encoding="utf-8")
    for taken, here in ((2, 0), (0, 2)):
        assert main(["swipes", "import", str(feed), "--data", str(demo_plant), "--json", "--lang", "zh"]) == 1
        said = capsys.readouterr()
        assert json.loads(said.out) == {"taken": taken, "here_already": here, "refused": 3}
        assert [row for row in (5, 6, 7) if f"第 {row} 行" in said.err] == [5, 6, 7]
        assert "HD9999" in said.err


def test_without_a_plant_there_is_nowhere_to_keep_them(tmp_path, capsys):
    assert main(["swipes", "import", "x.csv", "--data", str(tmp_path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["refused"] == "no_plant"


STOPS = """停机编号,产线,停机开始,停机结束,是否计划,更新时间,原因
S1,L-PT1,2026-11-20 23:10,,否,2026-11-20 23:12,缺料
S2,L-PT1,2026-11-20 08:00,2026-11-20 07:00,否,,
S3,,2026-11-20 08:00,,否,,
"""
LATER = """停机编号,产线,停机开始,停机结束,是否计划,更新时间,原因
S1,L-PT1,2026-11-20 23:10,2026-11-21 01:40,否,2026-11-21 01:41,缺料
S1,L-PT1,2026-11-20 23:10,2026-11-21 01:40,否,2026-11-21 01:41,缺料
"""


def test_stops_of_a_file_are_updated_in_place(tmp_path, capsys, demo_plant):
    feed = tmp_path / "stops.csv"
    told = []
    for text, code in ((STOPS, 1), (LATER, 0), (LATER, 0)):
        feed.write_text(text, encoding="gb18030")
        assert main(["stops", "import", str(feed), "--data", str(demo_plant), "--json", "--lang", "zh"]) == code
        said = capsys.readouterr()
        told.append(tuple(json.loads(said.out)[name] for name in ("taken", "updated", "here_already", "refused")))
    assert told == [(1, 0, 0, 2), (0, 1, 0, 0), (0, 0, 1, 0)]
    database = Database(PlantFolder(demo_plant).database)
    with database.reading() as connection:
        (stop,) = stops.known(connection, ["S1", "S2"]).values()
        assert stop.ended == stop.began + timedelta(minutes=150), "over midnight"
        assert {one.was for one in turned_lately(connection) if one.source == "stops.csv"} == {"", "2026-11-20 07:00"}
    database.close()


def test_readings_of_a_file_are_taken(tmp_path, capsys, demo_plant):
    feed = tmp_path / "readings.csv"
    feed.write_text("time,sensor,value\n2026-11-20 08:00,TE-KY02,80\n2026-11-20 08:00,XX,1\n", encoding="utf-8")
    assert main(["readings", "import", str(feed), "--data", str(demo_plant), "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"taken": 1, "refused": 1}


def test_of_the_demo_plant_the_one_who_is_alone_at_night_is_found_and_those_in_twos_are_not(capsys, demo):
    loner = person(capsys, demo, LONER)
    database = Database(PlantFolder(demo).database)
    with database.reading() as connection:
        look = Records(connection)
        found = findings_now(look, utc_moment(fact(connection, "demo")["until"]))
        names = {one.id: one.name for one in look.find("zone")}
        alone = {(one.person, names[one.zone]) for one in found if one.kind == "alone"}
    database.close()
    assert alone == {(loner, DARK_ROOM)}
