"""Old registers: rows keep their own dates, come in once, and go back as one."""

from datetime import timedelta

import pytest

from services.core.hazards import State
from services.core.inspections import InspectionState
from services.core.paper import row_id
from services.core.roles import Role
from tests.makers import AFTER, Held, batch, incident, inspection_plan, person, plant, refused, sha, zone

OFFICER, FIXER = person(Role.SAFETY_OFFICER), person()
CHIEF = person(Role.EHS_MANAGER, Role.SAFETY_OFFICER)
PRESS = zone(zone_class="B", supervisor=OFFICER.id)
PLAN = inspection_plan(zones=(PRESS.id,))
FILE = {"file": "隐患台账.xlsx", "sha256": sha("file"), "rows": 2}
ROW = {
    "row": 2,
    "zone": PRESS.id,
    "reported_at": "2024-03-05T01:00:00Z",
    "description": "护罩缺失",
    "old_number": "24-17",
}
CLOSED = ROW | {"fixed_at": "2024-03-06T01:00:00Z", "closed_at": "2024-03-07T01:00:00Z", "fixer": FIXER.id}
SLOT = {"plan": PLAN.id, "zone": PRESS.id, "due_at": "2024-03-05T02:00:00Z", "closes_at": "2024-03-05T03:00:00Z"}
TASK = SLOT | {"row": 2, "state": "missed"}


@pytest.fixture
def held():
    return Held(plant(), OFFICER, FIXER, CHIEF, PRESS, PLAN)


def begun(held, register="hazards", **given):
    return held.do("imports.begin", FILE | {"register": register} | given, OFFICER).id


def test_a_closed_row_keeps_its_dates_and_its_old_number(held):
    id_ = begun(held)
    made = held.do("hazards.import_rows", {"batch": id_, "rows": [CLOSED]}, OFFICER)
    assert (made.state, made.old_number, made.number, made.batch) == (State.CLOSED, "24-17", "YH-20240305-0001", id_)
    assert (made.fixed_at - made.reported_at, made.closed_at - made.fixed_at) == (timedelta(days=1), timedelta(days=1))
    assert held.told == []


def test_an_open_row_goes_to_the_zone_and_can_be_closed_with_a_photo_after(held):
    made = held.do("hazards.import_rows", {"batch": begun(held), "rows": [ROW | {"fixer": FIXER.id}]}, OFFICER)
    assert (made.state, made.assignee, made.due_at) == (
        State.ASSIGNED,
        FIXER.id,
        made.reported_at + timedelta(hours=48),
    )
    held.do("hazards.accept", {"hazard": made.id}, FIXER)
    held.do("hazards.submit_fix", {"hazard": made.id, "photos": [AFTER]}, FIXER)
    assert held.do("hazards.approve", {"hazard": made.id}, OFFICER).state == State.FIRST_PASSED
    assert held.do("hazards.approve", {"hazard": made.id}, CHIEF).state == State.CLOSED


def test_an_open_row_of_nobody_follows_the_routes(held):
    made = held.do("hazards.import_rows", {"batch": begun(held), "rows": [ROW]}, OFFICER)
    assert (made.assignee, made.why) == (OFFICER.id, "zone_supervisor")


def test_the_same_rows_again_change_nothing(held):
    id_ = begun(held)
    held.do("hazards.import_rows", {"batch": id_, "rows": [CLOSED]}, OFFICER)
    assert held.do("hazards.import_rows", {"batch": id_, "rows": [CLOSED]}, OFFICER) is None
    assert len(held.find("hazard")) == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"fixed_at": "2024-03-04T01:00:00Z"}, "row_dates_wrong"),
        ({"closed_at": "2024-03-05T02:00:00Z", "fixed_at": "2024-03-06T02:00:00Z"}, "row_dates_wrong"),
        ({"reported_at": "2030-01-01T00:00:00Z", "fixed_at": None, "closed_at": None}, "row_dates_wrong"),
        ({"zone": "nowhere"}, "no_such_record"),
        ({"reporter": "nobody"}, "no_such_record"),
    ],
)
def test_a_row_that_cannot_have_been_is_refused(held, given, code):
    rows = {"batch": begun(held), "rows": [CLOSED | given]}
    assert refused(held.do, "hazards.import_rows", rows, OFFICER) == code


def test_a_file_comes_in_once_until_it_is_taken_back(held):
    id_ = begun(held)
    assert refused(begun, held) == "imported_before"
    held.do("imports.take_back", {"batch": id_, "reason": "选错了文件"}, OFFICER)
    assert begun(held) != id_
    rows = {"batch": id_, "rows": [CLOSED]}
    assert refused(held.do, "hazards.import_rows", rows, OFFICER) == "import_taken_back"
    assert refused(held.do, "imports.take_back", {"batch": id_, "reason": "再次"}, OFFICER) == "import_taken_back"


@pytest.mark.parametrize(
    ("rows", "code"), [([], "rows_too_many"), ([CLOSED] * 2, "row_twice"), ([CLOSED] * 501, "rows_too_many")]
)
def test_rows_come_in_parts(held, rows, code):
    assert refused(held.do, "hazards.import_rows", {"batch": begun(held), "rows": rows}, OFFICER) == code


def test_a_register_is_not_another(held):
    given = {"batch": begun(held, "inspections"), "rows": [CLOSED]}
    assert refused(held.do, "hazards.import_rows", given, OFFICER) == "import_of_another"


def test_inspections_of_old_stand_under_their_plan(held):
    id_ = begun(held, "inspections")
    rows = [
        TASK,
        TASK | {"row": 3, "due_at": "2024-03-06T02:00:00Z", "closes_at": "2024-03-06T03:00:00Z", "state": "done"},
    ]
    held.do("inspections.import_rows", {"batch": id_, "rows": rows}, OFFICER)
    found = sorted(held.find("inspection", batch=id_), key=lambda one: one.due_at)
    assert [one.state for one in found] == [InspectionState.MISSED, InspectionState.DONE]
    assert held.do("inspections.import_rows", {"batch": id_, "rows": rows}, OFFICER) is None
    late = {"batch": id_, "rows": [TASK | {"closes_at": "2024-03-04T00:00:00Z"}]}
    assert refused(held.do, "inspections.import_rows", late, OFFICER) == "row_dates_wrong"


@pytest.mark.parametrize(
    ("register", "gone", "code"), [("incidents", True, "import_taken_back"), ("hazards", False, "import_of_another")]
)
def test_an_incident_comes_with_an_import_of_incidents_that_stands(held, register, gone, code):
    id_ = begun(held, register)
    if gone:
        held.do("imports.take_back", {"batch": id_, "reason": "选错了文件"}, OFFICER)
    told = {"kind": "damage", "at": ROW["reported_at"], "zone": PRESS.id, "description": "撞坏护栏", "batch": id_}
    assert refused(held.do, "incidents.record", told, OFFICER) == code


def test_an_import_is_taken_back_as_one(held):
    id_ = begun(held)
    rows = [CLOSED, ROW | {"row": 3}, ROW | {"row": 4}]
    held.do("hazards.import_rows", {"batch": id_, "rows": rows}, OFFICER)
    taken_on = row_id(id_, 4, held.find("hazard")[0].reported_at)
    held.do("hazards.accept", {"hazard": taken_on}, OFFICER)
    done = held.do("imports.take_back", {"batch": id_, "reason": "选错了文件"}, OFFICER)
    assert done.taken_back_at is not None
    states = {one.id: one.state for one in held.find("hazard")}
    assert states.pop(taken_on) == State.FIXING
    assert set(states.values()) == {State.REJECTED}


def test_a_large_import_is_taken_back_in_parts(held, monkeypatch):
    monkeypatch.setattr("services.core.paper.MOST_ROWS", 2)
    old = batch(register="incidents")
    held.add(old, *(incident(batch=old.id) for _ in range(3)))
    assert held.do("imports.take_back", {"batch": old.id, "reason": "错"}, OFFICER).taken_back_at is None
    assert held.do("imports.take_back", {"batch": old.id, "reason": "错"}, OFFICER).taken_back_at is not None
    assert all(one.withdrawn_at for one in held.find("incident"))
