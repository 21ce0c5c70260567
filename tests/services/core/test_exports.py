"""An export has a reason, is one at a time, and goes when its days are over."""

from datetime import timedelta

from services.core.exports import over_exports
from services.core.operation import SYSTEM
from services.core.roles import Role
from tests.makers import NOON, Held, data_export, person, plant, refused


def test_one_at_a_time_with_a_reason_and_only_while_it_runs():
    desk = Held(plant(), manager := person(roles=(Role.EHS_MANAGER,)), admin := person(roles=(Role.IT_ADMIN,)))
    assert refused(desk.do, "data_exports.ask", {"export_reason": "x"}, admin) == "not_allowed"
    one = desk.do("data_exports.ask", {"export_reason": "监管部门要求", "days": 3}, manager)
    assert (one.begun_by, one.keep_until - one.begun_at) == (manager.id, timedelta(days=3))
    assert refused(desk.do, "data_exports.ask", {"export_reason": "x"}, manager) == "backup_runs"
    assert refused(desk.do, "data_exports.let_go", {"data_export": one.id}, manager) == "backup_not_there"
    done = desk.do("data_exports.finish", {"data_export": one.id, "bytes": 7}, SYSTEM)
    assert (done.export_state, done.bytes) == ("good", 7)
    assert refused(desk.do, "data_exports.cancel", {"data_export": one.id}, manager) == "backup_over"
    assert desk.do("data_exports.let_go", {"data_export": one.id}, manager).export_state == "gone"


def test_one_that_fails_says_why_and_another_may_follow():
    desk = Held(plant(), manager := person(roles=(Role.EHS_MANAGER,)))
    one = desk.do("data_exports.ask", {"export_reason": "x"}, manager)
    failed = desk.do("data_exports.fail", {"data_export": one.id, "trouble": "disk_full_here"}, SYSTEM)
    assert (failed.export_state, failed.trouble) == ("failed", "disk_full_here")
    two = desk.do("data_exports.ask", {"export_reason": "x"}, manager)
    assert desk.do("data_exports.cancel", {"data_export": two.id}, manager).export_state == "cancelled"


def test_its_days_are_over_at_the_moment_that_was_said():
    desk = Held(one := data_export(keep_until=NOON), data_export(keep_until=NOON, export_state="gone"))
    assert over_exports(desk, NOON - timedelta(seconds=1)) == []
    assert over_exports(desk, NOON) == [one]
