"""First reports of incidents, their investigation, and the codes that standards give to accident types."""

from datetime import date
from typing import Any

import pytest

from services.core.accident_codes import USUAL, code_on, crosswalk, editions
from services.core.operation import Actor
from services.core.roles import Role
from services.reports.fishbone import fishbone
from tests.makers import AFTER, NOON, Held, incident, person, plant, refused, sha, zone

OFFICER, MANAGER, LEADER, WORKER = (
    person(Role.SAFETY_OFFICER),
    person(Role.EHS_MANAGER),
    person(Role.TEAM_LEADER),
    person(),
)
HALL = zone(supervisor=LEADER.id)
TOLD = {"zone": HALL.id, "kind": "near_miss", "description": "叉车转弯没有鸣笛，差点撞到行人"}
CAUSES = [
    {"branch": "man", "text": "司机没有培训"},
    {"branch": "method", "text": "转弯处没有规定鸣笛", "root": True},
]


@pytest.fixture
def held() -> Held:
    return Held(plant(), HALL, OFFICER, MANAGER, LEADER, WORKER)


def test_a_first_report_is_numbered_told_and_waits_to_be_classified(held: Held) -> None:
    made = held.do("incidents.report", TOLD | {"photos": [sha("a")]}, WORKER)
    assert (made.number, made.to_classify, made.reported_by) == ("SG-20260302-0001", True, WORKER.id)
    assert set(held.told[-1].people) == {OFFICER.id, MANAGER.id, LEADER.id}
    assert "level" not in held.told[-1].facts
    assert held.do("incidents.classify", {"incident": made.id}, OFFICER).to_classify is False
    hurt = held.do("incidents.report", TOLD | {"kind": "first_aid", "person": WORKER.id, "injury": "擦伤"}, WORKER)
    assert held.told[-1].facts["level"] == "critical"
    assert not {"injury", "person"} & set(held.told[-1].facts)
    put_right = {"incident": hurt.id, "kind": "recordable_injury", "at": NOON.isoformat(), "zone": HALL.id}
    corrected = held.do("incidents.correct", put_right | {"description": "擦伤", "days_lost": 2}, OFFICER)
    assert (corrected.kind, corrected.to_classify) == ("recordable_injury", False)


def test_without_a_name_only_a_near_miss_at_the_label_that_was_scanned(held: Held) -> None:
    nobody = Actor(None, frozenset({Role.ANONYMOUS}), scanned=HALL.id)
    assert held.do("incidents.report", TOLD, nobody).reported_by is None
    elsewhere = Actor(None, frozenset({Role.ANONYMOUS}), scanned="z")
    assert refused(held.do, "incidents.report", TOLD, elsewhere) == "label_needed"
    for given in ({"kind": "first_aid"}, {"person": WORKER.id}):
        assert refused(held.do, "incidents.report", TOLD | given, nobody) == "sign_in_for_injury"
    assert refused(held.do, "incidents.report", TOLD | {"kind": "recordable_injury"}, WORKER) == "args_wrong"
    twice = {"photos": [sha("a"), sha("a")]}
    assert refused(held.do, "incidents.report", TOLD | twice, WORKER) == "photo_twice"
    many = {"photos": [sha(str(n)) for n in range(11)]}
    assert refused(held.do, "incidents.report", TOLD | many, WORKER) == "photos_too_many"


def investigated(held: Held) -> Any:
    found = incident(zone=HALL.id)
    held.add(found)
    return held.do("investigations.open", {"incident": found.id, "leader": LEADER.id}, OFFICER)


def test_an_investigation_is_for_the_office_and_who_leads_it(held: Held) -> None:
    study = investigated(held)
    asked = {"investigation": study.id, "whys": ["没有看见", "镜子脏"]}
    assert held.told[-1].message == "investigation_opened"
    assert held.do("investigations.set_whys", asked, LEADER).whys == ("没有看见", "镜子脏")
    assert held.do("investigations.set_causes", {"investigation": study.id, "causes": CAUSES}, OFFICER).causes[1].root
    other = person(Role.TEAM_LEADER)
    held.add(other)
    assert refused(held.do, "investigations.set_whys", asked, other) == "not_allowed"
    assert refused(held.do, "investigations.set_whys", asked | {"whys": ["x"] * 9}, LEADER) == "whys_too_many"
    many = {"investigation": study.id, "causes": CAUSES * 21}
    assert refused(held.do, "investigations.set_causes", many, LEADER) == "causes_too_many"
    again = {"incident": study.incident, "leader": LEADER.id}
    assert refused(held.do, "investigations.open", again, OFFICER) == "investigation_there"
    by_worker = {"incident": study.incident, "leader": WORKER.id}
    assert refused(held.do, "investigations.open", by_worker, OFFICER) == "investigation_led_by_leader"


def test_what_is_done_about_it_is_a_hazard_that_needs_no_photo_from_before(held: Held) -> None:
    study = investigated(held)
    action = {"investigation": study.id, "description": "转弯处加装凸面镜", "category": "vehicles"}
    held.do("investigations.act", action, LEADER)
    (hazard,) = held.find("hazard", incident=study.incident)
    assert (hazard.description, hazard.zone, hazard.reporter) == ("转弯处加装凸面镜", HALL.id, LEADER.id)
    fixer = person(Role.FIXER)
    held.add(fixer)
    held.do("hazards.dispatch", {"hazard": hazard.id, "person": fixer.id}, OFFICER)
    held.do("hazards.accept", {"hazard": hazard.id}, fixer)
    held.do("hazards.submit_fix", {"hazard": hazard.id, "photos": [AFTER]}, fixer)
    assert held.do("hazards.approve", {"hazard": hazard.id}, OFFICER).first_by == OFFICER.id


def test_it_ends_with_a_root_cause_and_can_be_reopened(held: Held) -> None:
    study = investigated(held)
    asked = {"investigation": study.id, "conclusion": "缺少转弯鸣笛规定"}
    assert refused(held.do, "investigations.conclude", asked, LEADER) == "root_cause_needed"
    held.do("investigations.set_causes", {"investigation": study.id, "causes": CAUSES}, LEADER)
    assert held.do("investigations.conclude", asked | {"lesson": "各车间补充规定"}, LEADER).concluded_by == LEADER.id
    assert refused(held.do, "investigations.conclude", asked, LEADER) == "investigation_concluded"
    reopened = held.do("investigations.reopen", {"investigation": study.id, "reason": "有新情况"}, OFFICER)
    assert (reopened.concluded_at, reopened.conclusion) == (None, "缺少转弯鸣笛规定")
    again = {"investigation": study.id, "reason": "x"}
    assert refused(held.do, "investigations.reopen", again, OFFICER) == "investigation_open"


def test_codes_are_those_of_the_edition_in_force_and_only_of_what_was_checked(held: Held) -> None:
    old = code_on(held, "machinery", date(2026, 3, 2))
    assert old is not None
    assert (old[0].edition, old[1].code) == ("GB/T 6441-1986", "03")
    assert code_on(held, "machinery", date(1980, 1, 1)) is None
    assert [one.certain for one in editions(held)] == [True, False]
    new = {"edition": "GB 6441-2025", "codes": [{"type": "machinery", "code": "0103", "name": "机械伤害"}]}
    assert refused(held.do, "accident_editions.set", new | {"certain": True}, OFFICER) == "edition_unsure"
    held.do("accident_editions.set", new | {"since": "2026-07-01"}, OFFICER)
    unsure = code_on(held, "machinery", date(2026, 8, 1))
    assert unsure is not None
    assert unsure[1].code == "03", "what is not certain is not used"
    held.do("accident_editions.set", new | {"since": "2026-07-01", "certain": True}, OFFICER)
    days = (date(2026, 6, 30), date(2026, 7, 1))
    assert [found[1].code for day in days if (found := code_on(held, "machinery", day))] == ["03", "0103"]
    kept = code_on(held, "vehicle", date(2026, 8, 1))
    assert kept is not None
    assert kept[1].code == "02", "what the new one does not name keeps its old code"
    walk = dict(crosswalk(held))
    assert [one.code for one in walk["machinery"] if one] == ["03", "0103"]
    twice = {"codes": [*new["codes"], {"type": "machinery", "code": "0104", "name": "x"}]}
    assert refused(held.do, "accident_editions.set", new | twice, OFFICER) == "edition_code_twice"


def test_the_first_edition_has_a_code_for_every_type_and_none_twice() -> None:
    codes = [one.code for one in USUAL[0].codes]
    assert len(codes) == len(set(codes)) == 15


def test_the_bones_keep_within_their_room(held: Held) -> None:
    study = investigated(held)
    done = held.do("investigations.set_causes", {"investigation": study.id, "causes": CAUSES * 5}, OFFICER)
    made = fishbone(done.causes, 600.0, 300.0)
    assert [bone.branch for bone in made.bones if bone.above] == ["man", "machine", "material"]
    assert sum(len(bone.twigs) for bone in made.bones) == 10
    for bone in made.bones:
        assert 0 <= bone.tip[0] < bone.foot[0] <= made.neck[0]
        for twig in bone.twigs:
            assert twig.end[0] - twig.room >= 0
            assert 0 <= twig.end[1] <= 300
