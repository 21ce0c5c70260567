"""People and teams: who may do what to whom, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.core.operation import SYSTEM, Forget, Put
from services.core.people import Person, holders, plain_email, with_roles
from services.core.refused import Refused
from services.core.roles import GUARDED, PEOPLES_ROLES, Role
from tests.makers import NOON, Held, person, plant, refused, team

BOSS = person(Role.EHS_MANAGER, name="周敏")
OFFICER = person(Role.SAFETY_OFFICER)
HR = person(Role.HR)
ADMIN = person(Role.IT_ADMIN)
LEADER = person(Role.TEAM_LEADER)
DEPARTMENT = person(Role.DEPARTMENT_MANAGER)
WORKER = person(employee_no="1001")
GONE = person(left_at=NOON)
CREW = team()
ALL = (BOSS, OFFICER, HR, ADMIN, LEADER, DEPARTMENT, WORKER, GONE, CREW)


@pytest.fixture
def held():
    return Held(plant(), *ALL)


def test_a_person_is_added_with_what_was_said(held):
    args = {"name": " 李四 ", "roles": ["fixer"], "team": CREW.id, "employee_no": "1002", "email": "li@example.com"}
    made = held.do("people.add", args, HR)
    assert (made.name, made.roles, made.team, made.since) == ("李四", (Role.FIXER,), CREW.id, NOON)
    assert made.here


REFUSALS = [
    ("people.add", {"name": "x", "roles": []}, BOSS, "role_wrong"),
    ("people.add", {"name": "x", "roles": ["worker", "worker"]}, BOSS, "role_wrong"),
    ("people.add", {"name": "x", "roles": ["system"]}, BOSS, "role_wrong"),
    ("people.add", {"name": "x", "roles": ["founder"]}, ADMIN, "role_wrong"),
    ("people.add", {"name": "x", "roles": ["anonymous"]}, ADMIN, "role_wrong"),
    ("people.add", {"name": "x", "roles": ["safety_officer"]}, HR, "not_allowed"),
    ("people.add", {"name": "x", "roles": ["safety_officer"]}, OFFICER, "not_allowed"),
    ("people.add", {"name": "x", "team": "none"}, BOSS, "no_such_record"),
    ("people.add", {"name": "x", "employee_no": "1001"}, BOSS, "employee_no_taken"),
    ("people.add", {"name": "x", "email": "x"}, BOSS, "email_wrong"),
    ("people.add", {"name": "x"}, WORKER, "not_allowed"),
    ("people.set_roles", {"person": GONE.id, "roles": ["worker"]}, BOSS, "person_left"),
    ("people.set_roles", {"person": "none", "roles": ["worker"]}, BOSS, "no_such_record"),
    ("people.set_roles", {"person": ADMIN.id, "roles": ["it_admin", "safety_officer"]}, ADMIN, "no_self_grant"),
    ("people.set_roles", {"person": BOSS.id, "roles": ["worker"]}, ADMIN, "last_manager"),
    ("people.set_roles", {"person": BOSS.id, "roles": ["worker"]}, BOSS, "no_self_grant"),
    ("people.set_roles", {"person": WORKER.id, "roles": ["worker"]}, HR, "not_allowed"),
    ("people.set_contact", {"person": GONE.id, "name": "x"}, BOSS, "person_left"),
    ("people.set_contact", {"person": HR.id, "employee_no": "1001"}, BOSS, "employee_no_taken"),
    ("people.set_contact", {"person": HR.id, "email": "a b@c.d"}, BOSS, "email_wrong"),
    ("people.set_team", {"person": WORKER.id, "team": "none"}, BOSS, "no_such_record"),
    ("people.set_team", {"person": GONE.id, "team": CREW.id}, BOSS, "person_left"),
    ("people.leave", {"person": BOSS.id}, HR, "last_manager"),
    ("people.leave", {"person": GONE.id}, HR, "person_left"),
    ("people.erase", {"person": WORKER.id, "reason": "x"}, BOSS, "still_here"),
    ("people.erase", {"person": "none", "reason": "x"}, BOSS, "no_such_record"),
    ("people.erase", {"person": GONE.id, "reason": " "}, BOSS, "args_wrong"),
    ("people.erase", {"person": GONE.id, "reason": "x"}, HR, "not_allowed"),
    ("teams.add", {"name": CREW.name}, BOSS, "name_taken"),
    ("teams.add", {"name": "x", "leader": GONE.id}, BOSS, "person_left"),
    ("teams.add", {"name": "x", "leader": "none"}, BOSS, "no_such_record"),
]


@pytest.mark.parametrize(("kind", "args", "by", "code"), REFUSALS)
def test_refusals(held, kind, args, by, code):
    with pytest.raises(Refused) as caught:
        held.do(kind, args, by)
    assert caught.value.code == code


@pytest.mark.parametrize("role", [role for role in PEOPLES_ROLES if role not in GUARDED])
def test_administration_gives_any_role(held, role):
    assert held.do("people.set_roles", {"person": WORKER.id, "roles": [role.value]}, ADMIN).roles == (role,)


def test_a_second_manager_lets_the_first_go(held):
    held.add(person(Role.EHS_MANAGER, name="新经理"))
    assert held.do("people.leave", {"person": BOSS.id}, HR).left_at is not None


def test_contact_changes_what_is_named_and_keeps_the_rest(held):
    changed = held.do("people.set_contact", {"person": WORKER.id, "phone": "13800000000"}, HR)
    assert (changed.phone, changed.employee_no, changed.name) == ("13800000000", "1001", WORKER.name)


def test_who_leaves_keeps_no_role(held):
    left = held.do("people.leave", {"person": OFFICER.id}, HR)
    assert (left.here, left.roles) == (False, (Role.WORKER,))
    assert holders(held, Role.SAFETY_OFFICER) == ()


def test_erasing_blanks_and_forgets(held):
    changes = held.decide("people.erase", {"person": GONE.id, "reason": "本人要求"}, BOSS)
    blank = next(change.record for change in changes if isinstance(change, Put))
    assert isinstance(blank, Person)
    assert (blank.name, blank.phone, blank.email, blank.employee_no, blank.team) == ("", None, None, None, None)
    assert blank.erased_at == NOON
    assert [change.person for change in changes if isinstance(change, Forget)] == [GONE.id]


def may_help(helper, helped):
    held = Held(plant(), *ALL)
    return refused(held.decide, "people.credential_set", {"person": helped.id, "what": "code"}, helper) is None


def test_whose_password_one_may_set():
    """Whoever can sign in as another reviewer is two reviewers, so a leader helps only those below."""
    people = {"boss": BOSS, "officer": OFFICER, "hr": HR, "admin": ADMIN, "leader": LEADER, "dept": DEPARTMENT}
    people["worker"] = WORKER
    helped_by = {
        helper: {name for name, one in people.items() if name != helper and may_help(people[helper], one)}
        for helper in people
    }
    everyone = set(people)
    assert helped_by == {
        "boss": everyone - {"boss"},
        "admin": everyone - {"admin"},
        "officer": {"worker"},
        "leader": {"worker"},
        "dept": {"worker"},
        "hr": set(),
        "worker": set(),
    }
    assert all(may_help(one, one) for one in people.values())


@pytest.mark.parametrize("text", ["a@b.c", "li.si+ehs@example.com.cn", "root@localhost", "李四@例子.公司"])
def test_addresses_that_mail_can_go_to(text):
    assert plain_email(text) == text


NO_ADDRESS = ["@", "a@", "@b.c", "@localhost", "a@b", "a@.", "a@b.", "a@.c", "a@b..c", "a@b@c.d", "a@b.c;d"]
NO_ADDRESS += ["a@b.c,d@e.f", '"a"@b.c', "<a@b.c>"]


@pytest.mark.parametrize("text", [*NO_ADDRESS, "", "a b@c.d", "a@b.c\r\nBcc: x@y.z", "a@b.c\x01", "a@b.c\u2028"])
def test_what_is_no_address(text):
    with pytest.raises(Refused, match="email_wrong"):
        plain_email(text)


T1, T2, T3 = (NOON + timedelta(hours=hour) for hour in (1, 2, 3))


def test_what_someone_held_at_an_earlier_moment():
    officer = with_roles(OFFICER, (Role.WORKER,), T2)
    assert officer.roles == (Role.WORKER,)
    assert set(officer.held(T1).roles) == {Role.WORKER, Role.SAFETY_OFFICER}
    for moment in (T2, T3):
        assert officer.held(moment) == officer, "from the moment of the withdrawal on it is held no more"


def test_a_role_given_back_is_former_no_more_and_the_newest_withdrawal_counts():
    once = with_roles(OFFICER, (Role.WORKER,), T1)
    back = with_roles(once, (Role.SAFETY_OFFICER,), T2)
    assert [role for role, _ in back.former] == [Role.WORKER]
    twice = with_roles(back, (Role.WORKER,), T3)
    assert twice.former == ((Role.SAFETY_OFFICER, T3),)


def test_every_withdrawn_role_has_its_own_moment(held):
    held.now = T1
    two = held.do("people.set_roles", {"person": WORKER.id, "roles": ["safety_officer", "team_leader"]}, ADMIN)
    held.now = T2
    one = held.do("people.set_roles", {"person": two.id, "roles": ["safety_officer"]}, ADMIN)
    held.now = T3
    none = held.do("people.set_roles", {"person": two.id, "roles": ["hr"]}, ADMIN)
    assert none.former == ((Role.WORKER, T1), (Role.TEAM_LEADER, T2), (Role.SAFETY_OFFICER, T3))
    assert one.held(T1).roles == (Role.SAFETY_OFFICER, Role.TEAM_LEADER)


def test_who_left_was_here_before(held):
    held.now = T2
    left = held.do("people.leave", {"person": OFFICER.id}, HR)
    before, after = left.held(T1), left.held(T2)
    assert (before.here, Role.SAFETY_OFFICER in before.roles) == (True, True)
    assert (after.here, Role.SAFETY_OFFICER in after.roles) == (False, False)


def test_who_was_erased_was_never_here():
    erased = replace(OFFICER, left_at=T2, erased_at=T3, former=((Role.SAFETY_OFFICER, T2),))
    assert not erased.held(T1).here


def test_an_auditor_looks_for_thirty_days_at_most_and_then_no_more(held):
    made = held.do("people.add", {"name": "外审", "roles": ["auditor"]}, BOSS)
    assert made.auditor_until == NOON + timedelta(days=30)
    day = (NOON + timedelta(days=1)).isoformat()
    short = held.do("people.set_roles", {"person": WORKER.id, "roles": ["worker", "auditor"], "until": day}, BOSS)
    assert short.auditor_until == NOON + timedelta(days=1)
    for wrong in (NOON, NOON - timedelta(days=1), NOON + timedelta(days=31)):
        args = {"person": WORKER.id, "roles": ["auditor"], "until": wrong.isoformat()}
        assert refused(held.do, "people.set_roles", args, BOSS) == "auditor_too_long"
    assert refused(held.do, "people.end_audit", {"person": WORKER.id}, SYSTEM) == "auditor_still_looks"
    held.now = NOON + timedelta(days=1)
    ended = held.do("people.end_audit", {"person": WORKER.id}, SYSTEM)
    assert (ended.roles, ended.auditor_until) == ((Role.WORKER,), None)
    assert held.do("people.set_roles", {"person": made.id, "roles": ["worker"]}, BOSS).auditor_until is None
