"""When a backup is due, which are kept, and what its operations refuse and tell."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.core.backups import BackupPlan, is_due, to_let_go, too_old, trial_due
from services.core.keeping import KeepingPolicy, disk_changed
from services.core.operation import SYSTEM, Tell
from services.core.roles import Role
from tests.makers import NOON, Held, backup, person, plant, refused

ZONE = ZoneInfo("Asia/Shanghai")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HALF_PAST_TWO = datetime(2026, 3, 2, 2, 30, tzinfo=ZONE)


def held(*more):
    return Held(plant(founded_at=NOON - 900 * DAY), person(roles=(Role.IT_ADMIN,)), *more)


def test_it_is_due_once_a_day_and_again_an_hour_after_it_failed():
    assert is_due(held(), HALF_PAST_TWO - HOUR) == HALF_PAST_TWO - DAY
    assert is_due(held(backup(begun_at=HALF_PAST_TWO - DAY)), HALF_PAST_TWO - HOUR) is None
    assert is_due(held(backup(begun_at=HALF_PAST_TWO - DAY)), HALF_PAST_TWO) == HALF_PAST_TWO
    failed = backup(begun_at=HALF_PAST_TWO, backup_state="failed")
    assert is_due(held(failed), HALF_PAST_TWO + HOUR / 2) is None
    assert is_due(held(failed), HALF_PAST_TWO + HOUR) == HALF_PAST_TWO
    assert is_due(held(backup(begun_at=HALF_PAST_TWO, backup_state="cancelled")), HALF_PAST_TWO + 2 * HOUR) is None
    assert is_due(held(BackupPlan(id="b", active=False)), HALF_PAST_TWO) is None
    assert is_due(Held(plant(founded_at=HALF_PAST_TWO + HOUR)), HALF_PAST_TWO + 2 * HOUR) is None


def test_days_weeks_and_months_are_kept_and_the_newest_always():
    plan = BackupPlan(id="", keep_days=3, keep_weeks=2, keep_months=3)
    many = [backup(begun_at=HALF_PAST_TWO - at * DAY) for at in range(100)]
    gone = {one.id for one in to_let_go(many, plan, "Asia/Shanghai")}
    kept = [at for at, one in enumerate(many) if one.id not in gone]
    assert kept == [
        0,
        1,
        2,
        30,
    ]  # 2 March is a Monday: the week before ends a day earlier, February two; January's 31st
    assert to_let_go(many[:1], BackupPlan(id="", keep_days=1, keep_weeks=0, keep_months=0), "Asia/Shanghai") == []


def test_the_newest_is_tried_every_few_days_and_one_that_is_asked_for_at_once():
    fresh = backup(begun_at=NOON)
    assert trial_due(held(fresh), NOON) == fresh
    tried = backup(begun_at=NOON - 3 * DAY, trial="good", tried_at=NOON - 3 * DAY)
    assert trial_due(held(fresh, tried), NOON) is None
    assert trial_due(held(fresh, tried), NOON + 4 * DAY) == fresh
    asked = backup(begun_at=NOON - 9 * DAY, trial="wanted")
    assert trial_due(held(fresh, tried, asked), NOON) == asked
    assert trial_due(held(fresh, BackupPlan(id="b", trial_days=0)), NOON) is None


def test_one_at_a_time_and_what_is_over_is_over():
    desk = held()
    admin = desk.find("person")[0]
    one = desk.do("backups.ask", {}, admin).id
    assert refused(desk.do, "backups.ask", {}, admin) == "backup_runs"
    assert refused(desk.do, "backups.try_out", {"backup": one}, admin) == "backup_not_there"
    desk.do("backups.cancel", {"backup": one}, admin)
    assert refused(desk.do, "backups.finish", {"backup": one, "bytes": 1, "upto": 1}, SYSTEM) == "backup_over"


def test_of_a_day_that_fails_people_are_told_once():
    desk = held()
    for _ in range(2):
        one = desk.do("backups.begin", {}, SYSTEM)
        failed = desk.do("backups.fail", {"backup": one.id, "trouble": "disk_full_here"}, SYSTEM)
        assert failed.backup_state == "failed"
    [told] = desk.told
    assert (told.message, told.facts["backup_trouble"]) == ("backup_failed", "disk_full_here")


def test_too_old_is_said_until_there_is_a_good_one():
    desk = held(backup(begun_at=NOON - 27 * HOUR))
    assert too_old(desk, NOON)
    assert not too_old(desk, NOON - 2 * HOUR)
    assert desk.do("backups.miss", {}, SYSTEM).old_since is not None
    assert desk.told[-1].message == "backup_old"
    one = desk.do("backups.begin", {}, SYSTEM)
    plan = desk.do("backups.finish", {"backup": one.id, "bytes": 1, "upto": 1}, SYSTEM)
    assert plan.old_since is None
    assert not too_old(desk, desk.now)


def test_of_a_trial_that_fails_people_are_told():
    desk = held(one := backup())
    assert desk.do("backups.tried", {"backup": one.id}, SYSTEM).trial == "good"
    assert desk.told == []
    assert desk.do("backups.tried", {"backup": one.id, "trouble": "backup_damaged"}, SYSTEM).trial == "failed"
    assert isinstance(desk.told[0], Tell)


def test_a_disk_is_full_once_and_has_room_with_some_to_spare():
    policy = KeepingPolicy(id="k", disk_least_gb=5.0)
    assert [disk_changed(policy, free) for free in (5.0, 4.9)] == [False, True]
    desk = held()
    low = desk.do("keeping.find_disk", {"free_gb": 1.5}, SYSTEM)
    assert (low.disk_low_since, desk.told[-1].message) == (desk.now - timedelta(minutes=1), "disk_low")
    assert [disk_changed(low, free) for free in (1.0, 5.5, 6.0)] == [False, False, True]
    assert desk.do("keeping.find_disk", {"free_gb": 6.0}, SYSTEM).disk_low_since is None


@pytest.mark.parametrize(
    ("folder", "fits"),
    [("", True), ("/mnt/backup", True), ("D:\\备份", True), ("\\\\nas\\backup", True), ("backups", False)],
)
def test_a_folder_is_named_from_its_root(folder, fits):
    desk = held()
    said = refused(desk.decide, "backup_plans.set", {"folder": folder}, desk.find("person")[0])
    assert (said is None) == fits
