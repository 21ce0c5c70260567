"""Roles that two people give, roles borrowed in an emergency, and what a plant lets its roles do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.core.operation import OPERATIONS, SYSTEM, Put, Tell, inverse, may_issue
from services.core.people import Person
from services.core.permissions import changeable, locked, reach, stay
from services.core.record import as_json
from services.core.roles import GUARDED, LEADERS, PEOPLES_ROLES, Role
from services.core.standing import lasting, run_out
from tests.makers import Held, emergency_grant, grant_policy, person, plant, refused

BOSS, BOSS_2 = person(Role.EHS_MANAGER, name="周敏"), person(Role.EHS_MANAGER, name="孙丽")
IT, IT_2 = person(Role.IT_ADMIN, name="吴强"), person(Role.IT_ADMIN, name="郑洁")
OFFICER, WORKER = person(Role.SAFETY_OFFICER, name="李安"), person(name="马超")
WHY = "副手到任"


@pytest.fixture
def held() -> Held:
    return Held(plant(), BOSS, IT, OFFICER, WORKER)


def ask(held: Held, by: Person = IT, whom: Person = WORKER, roles: tuple[str, ...] = ("ehs_manager",)) -> str:
    id_: str = held.do("grants.ask", {"person": whom.id, "roles": list(roles), "reason": WHY}, by).id
    return id_


def now(held: Held, one: Person) -> Person:
    found = held.get("person", one.id)
    assert isinstance(found, Person)
    return found


@pytest.mark.parametrize("role", sorted(GUARDED))
def test_one_alone_gives_what_takes_two_only_where_nobody_else_could_agree(held: Held, role: Role) -> None:
    args = {"person": WORKER.id, "roles": [role.value]}
    assert refused(held.do, "people.set_roles", args, BOSS) == "second_person_grants"
    assert refused(held.do, "people.add", {"name": "某人", "roles": [role.value]}, IT) == "second_person_grants"
    held.add(replace(IT, roles=(Role.WORKER,)))
    assert held.do("people.set_roles", args, BOSS).roles == (role,)


def test_one_asks_and_another_agrees(held: Held) -> None:
    id_ = ask(held)
    assert [(one.message, one.people) for one in held.told] == [("grant_asked", (BOSS.id,))]
    assert Role.EHS_MANAGER not in now(held, WORKER).roles
    held.do("grants.agree", {"grant": id_}, BOSS)
    assert now(held, WORKER).roles == (Role.WORKER, Role.EHS_MANAGER)
    assert refused(held.do, "grants.agree", {"grant": id_}, BOSS) == "grant_decided"


def test_who_may_not_agree(held: Held) -> None:
    held.add(IT_2, BOSS_2)
    id_ = ask(held)
    assert refused(held.do, "grants.agree", {"grant": id_}, IT) == "second_person_needed"
    assert refused(held.do, "grants.agree", {"grant": id_}, IT_2) == "second_manager_needed"
    assert refused(held.do, "grants.agree", {"grant": id_}, OFFICER) == "not_allowed"
    held.add(replace(WORKER, roles=(Role.IT_ADMIN,)))
    assert refused(held.do, "grants.agree", {"grant": id_}, now(held, WORKER)) == "second_person_needed"
    held.add(replace(IT, left_at=held.now))
    assert refused(held.do, "grants.agree", {"grant": id_}, BOSS) == "second_manager_needed"


@pytest.mark.parametrize(
    ("by", "args", "code"),
    [
        (IT, {"person": IT.id, "roles": ["ehs_manager"]}, "no_self_grant"),
        (IT, {"person": WORKER.id, "roles": ["safety_officer"]}, "role_wrong"),
        (IT, {"person": WORKER.id, "roles": []}, "role_wrong"),
        (IT, {"person": BOSS.id, "roles": ["ehs_manager"]}, "role_wrong"),
        (OFFICER, {"person": WORKER.id, "roles": ["ehs_manager"]}, "not_allowed"),
    ],
)
def test_what_may_not_be_asked(held: Held, by: Person, args: dict[str, object], code: str) -> None:
    assert refused(held.do, "grants.ask", {**args, "reason": WHY}, by) == code


def test_a_request_waits_once_and_not_for_ever(held: Held) -> None:
    id_ = ask(held)
    again = {"person": WORKER.id, "roles": ["ehs_manager"], "reason": WHY}
    assert refused(held.do, "grants.ask", again, BOSS) == "grant_waits"
    held.now += timedelta(hours=73)
    assert refused(held.do, "grants.agree", {"grant": id_}, BOSS) == "grant_expired"
    held.do("grants.decline", {"grant": ask(held)}, IT)
    assert now(held, WORKER).roles == (Role.WORKER,)


def lend(held: Held, *roles: str, by: Person = IT, whom: Person = OFFICER, hours: float | None = None) -> str:
    args = {"person": whom.id, "roles": list(roles), "reason": "夜间泄漏，经理失联"}
    changes = held.decide("emergency_grants.give", {**args, **({"hours": hours} if hours else {})}, by)
    held.add(*(one.record for one in changes if isinstance(one, Put)))
    held.told += [one for one in changes if isinstance(one, Tell)]
    id_: str = held.find("emergency_grant")[-1].id
    return id_


def test_a_role_given_in_an_emergency_is_told_and_goes_back_by_itself(held: Held) -> None:
    id_ = lend(held, "ehs_manager")
    assert Role.EHS_MANAGER in now(held, OFFICER).roles
    assert [(one.message, set(one.people)) for one in held.told] == [("emergency_given", {BOSS.id, OFFICER.id})]
    assert held.told[0].facts["level"] == "critical"
    assert lasting(held, now(held, OFFICER)) == {Role.SAFETY_OFFICER}
    assert refused(held.do, "emergency_grants.end", {"emergency_grant": id_}, SYSTEM) == "emergency_runs"
    held.now += timedelta(hours=4)
    assert run_out(held, OFFICER.id, held.now) == {Role.EHS_MANAGER}
    held.do("emergency_grants.end", {"emergency_grant": id_}, SYSTEM)
    assert now(held, OFFICER).roles == (Role.SAFETY_OFFICER,)
    assert refused(held.do, "emergency_grants.end", {"emergency_grant": id_}, BOSS) == "emergency_ended"


@pytest.mark.parametrize(
    ("by", "whom", "roles", "hours", "code"),
    [
        (IT, IT, ["ehs_manager"], None, "no_self_grant"),
        (IT, OFFICER, ["safety_officer"], None, "role_wrong"),
        (IT, OFFICER, ["auditor"], None, "role_wrong"),
        (IT, OFFICER, ["ehs_manager"], 5.0, "emergency_too_long"),
        (OFFICER, WORKER, ["safety_officer"], None, "not_allowed"),
    ],
)
def test_what_no_emergency_allows(
    held: Held, by: Person, whom: Person, roles: list[str], hours: float | None, code: str
) -> None:
    args = {"person": whom.id, "roles": roles, "reason": "夜间泄漏", **({"hours": hours} if hours else {})}
    assert refused(held.do, "emergency_grants.give", args, by) == code


def test_how_long_it_lasts_is_the_plants(held: Held) -> None:
    held.add(grant_policy(emergency_hours=1.0))
    lend(held, "ehs_manager")
    assert held.find("emergency_grant")[0].ends_at == held.now + timedelta(hours=1)


def test_who_administers_in_an_emergency_gives_no_roles(held: Held) -> None:
    lend(held, "ehs_manager")
    me = now(held, OFFICER)
    for kind, args in (
        ("people.set_roles", {"person": WORKER.id, "roles": ["safety_officer"]}),
        ("people.add", {"name": "某人", "roles": ["team_leader"]}),
        ("grants.ask", {"person": WORKER.id, "roles": ["it_admin"], "reason": WHY}),
        ("emergency_grants.give", {"person": WORKER.id, "roles": ["safety_officer"], "reason": WHY}),
    ):
        assert refused(held.do, kind, args, me) == "borrowed_may_not", kind
    assert refused(held.do, "grants.agree", {"grant": ask(held)}, me) == "borrowed_may_not"


def test_a_borrowed_role_neither_counts_as_a_manager_nor_is_kept_by_chance(held: Held) -> None:
    id_ = lend(held, "ehs_manager")
    assert refused(held.do, "people.leave", {"person": BOSS.id}, IT) == "last_manager"
    held.do("people.set_roles", {"person": OFFICER.id, "roles": ["team_leader"]}, BOSS)
    assert set(now(held, OFFICER).roles) == {Role.TEAM_LEADER, Role.EHS_MANAGER}
    held.do("emergency_grants.end", {"emergency_grant": id_}, BOSS)
    assert now(held, OFFICER).roles == (Role.TEAM_LEADER,)


def test_what_is_given_for_good_is_not_taken_back(held: Held) -> None:
    id_ = lend(held, "ehs_manager")
    held.do("grants.agree", {"grant": ask(held, whom=OFFICER)}, BOSS)
    assert refused(held.do, "emergency_grants.end", {"emergency_grant": id_}, BOSS) == "emergency_ended"
    assert Role.EHS_MANAGER in now(held, OFFICER).roles


def test_what_ran_out_no_longer_holds_before_it_is_taken_back() -> None:
    lent = emergency_grant(person=OFFICER.id, roles=(Role.IT_ADMIN,))
    held = Held(plant(), replace(OFFICER, roles=(Role.SAFETY_OFFICER, Role.IT_ADMIN)), lent)
    assert run_out(held, OFFICER.id, lent.ends_at - timedelta(seconds=1)) == frozenset()
    assert run_out(held, OFFICER.id, lent.ends_at) == {Role.IT_ADMIN}


def test_a_plant_takes_a_right_away_gives_one_and_takes_it_back(held: Held) -> None:
    leader = person(Role.TEAM_LEADER)
    held.add(leader)
    kind = "zones.set_supervisor"
    spec = OPERATIONS[kind]
    assert not may_issue(held, kind, leader.roles)
    args = {"kind": kind, "roles": ["ehs_manager", "team_leader"]}
    made = held.do("permissions.set", args, BOSS)
    assert may_issue(held, kind, leader.roles)
    assert not may_issue(held, kind, OFFICER.roles)
    back = inverse("permissions.set", args, "x", [{"before": None, "after": as_json(made)}])
    assert back is not None
    held.do(*back, BOSS)
    assert {role for role in PEOPLES_ROLES if may_issue(held, kind, [role])} == spec.roles & set(PEOPLES_ROLES)


@pytest.mark.parametrize(
    ("kind", "roles", "code"),
    [
        ("coffee.make", ["ehs_manager"], "unknown_kind"),
        ("hazards.approve", ["worker"], "rights_locked"),
        ("people.set_roles", ["ehs_manager"], "rights_locked"),
        ("permissions.set", ["it_admin"], "rights_locked"),
        ("zones.rename", [], "rights_empty"),
        ("zones.rename", ["ehs_manager", "auditor"], "rights_beyond"),
        ("zones.rename", ["ehs_manager", "it_admin"], "rights_beyond"),
        ("zones.rename", ["ehs_manager", "system"], "rights_beyond"),
        ("redemptions.approve", ["ehs_manager", "shop_clerk"], "rights_beyond"),
        ("zones.rename", ["safety_officer"], "rights_manager_stays"),
        ("ways_in.set", ["ehs_manager", "safety_officer"], "rights_beyond"),
    ],
)
def test_what_separation_of_duties_does_not_let_a_plant_set(held: Held, kind: str, roles: list[str], code: str) -> None:
    assert refused(held.do, "permissions.set", {"kind": kind, "roles": roles}, BOSS) == code


def test_only_an_ehs_manager_says_who_may(held: Held) -> None:
    for one in (IT, OFFICER, WORKER):
        assert refused(held.do, "permissions.set", {"kind": "zones.rename", "roles": ["worker"]}, one) == "not_allowed"


@pytest.mark.parametrize("kind", changeable())
def test_whatever_a_plant_sets_duties_stay_apart(kind: str) -> None:
    """Nobody who only looks, or administers people, computers or goods, comes to what does not name them; nobody at
    all to what two decide; the hub's own operations stay its own."""
    spec = OPERATIONS[kind]
    assert reach(spec) - spec.roles <= LEADERS
    assert Role.AUDITOR not in reach(spec) - spec.roles
    assert stay(spec) <= reach(spec)
    assert not locked(spec)


def test_what_the_hub_or_an_unnamed_phone_may_is_no_plants_to_set(held: Held) -> None:
    kind = next(name for name in changeable() if OPERATIONS[name].roles - set(PEOPLES_ROLES))
    kept = sorted(stay(OPERATIONS[kind]) or reach(OPERATIONS[kind]))
    held.do("permissions.set", {"kind": kind, "roles": kept}, BOSS)
    fixed = OPERATIONS[kind].roles - set(PEOPLES_ROLES)
    assert all(may_issue(held, kind, [role]) for role in fixed)
    assert not may_issue(held, kind, [Role.AUDITOR])


def test_whoever_may_agree_to_tell_a_name_hears_of_it(held: Held) -> None:
    asked = {"who": "P-0A1B2C3D", "reason": "夜间独处"}
    held.do("unmaskings.ask", asked, OFFICER)
    held.do("unmaskings.ask", asked, BOSS)
    assert [(one.message, one.people) for one in held.told] == [
        ("unmasking_asked", (BOSS.id,)),
        ("unmasking_asked", (OFFICER.id,)),
    ]
