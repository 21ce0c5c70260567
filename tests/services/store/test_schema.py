"""Tables, records and migrations say the same, and a store of a later version is left alone."""

import threading
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from services.core.answers import Result
from services.core.backups import BackupPlan
from services.core.badges import BadgeRules
from services.core.courses import Link
from services.core.door_devices import Reader
from services.core.doubt_rules import DoubtRules
from services.core.drills import DrillRole
from services.core.emergency_plans import Call, PlanRole
from services.core.exams import Given
from services.core.keeping import KeepingPolicy
from services.core.losses import LossRates
from services.core.machine_agents import AgentLine
from services.core.photo_releases import PhotoRelease
from services.core.points_rules import PointsRules
from services.core.record import KINDS, as_json
from services.core.refused import Refused
from services.core.risk_levels import RiskLevel
from services.core.rule_deeds import Undone
from services.core.scores import ScoreRules
from services.core.shape import shapes
from services.core.sign_on import WayIn
from services.core.zone_needs import ZoneNeed
from services.store.database import Database
from services.store.records import Records
from services.store.schema import HEAD, bring_up
from services.store.tables import RECORDS, metadata
from tests import makers

EXAMPLES: dict[str, Any] = {
    "plant": makers.plant(),
    "person": makers.person(phone="1", left_at=makers.NOON, wecom="z", told_by=("dingtalk", "email")),
    "device": makers.device(revoked_at=makers.NOON),
    "team": makers.team(leader="x"),
    "route": makers.route(active=False),
    "floor": makers.floor(drawing=makers.sha("d")),
    "zone": makers.zone(),
    "label": makers.label(printed_at=makers.NOON, posted_at=makers.NOON, bound_at=makers.NOON, bound_as=3),
    "label_replacement": makers.label_replacement(closed_at=makers.NOON, word="已换"),
    "hazard": makers.hazard(x=1.5, after=(makers.AFTER,), extra_photos=(makers.sha("e"),)),
    "fix_plan": makers.fix_plan(written_by="x"),
    "photo": makers.photo(taken_at=makers.NOON, also=("0" * 16,)),
    "category": makers.category(retired_at=makers.NOON),
    "department": makers.department(manager="x"),
    "calendar_day": makers.calendar_day(),
    "shift": makers.shift(),
    "audit_bag": makers.audit_bag(zones=("z",), masked=True, made_by="p"),
    "audit_comment": makers.audit_comment(hazard="h", clause="iso45001 9.2", brought_by="p"),
    "settlement": makers.settlement(decided_by="p"),
    "points_doubt": makers.points_doubt(decided_by="p", decided_at=makers.NOON, said="重复"),
    "points_bar": makers.points_bar(lifted_at=makers.NOON),
    "doubt_rules": DoubtRules(),
    "points_claim": makers.points_claim(),
    "badge_rules": BadgeRules(),
    "recheck": makers.recheck(by="p", at=makers.NOON, note="属实", photos=(makers.sha("p"),)),
    "contractor": makers.contractor(contact="p", banned_at=makers.NOON, ban_reason="瞒报"),
    "contractor_paper": makers.contractor_paper(withdrawn_at=makers.NOON),
    "contractor_policy": makers.contractor_policy(warn_days=(60, 10)),
    "contractor_person": makers.contractor_person(banned_at=makers.NOON, ban_reason="违章"),
    "contractor_hazard": makers.contractor_hazard(by="p"),
    "investigation": makers.investigation(concluded_at=makers.NOON),
    "accident_edition": makers.accident_edition(),
    "permit_form": makers.permit_form("confined_space"),
    "permit": makers.permit("confined_space", workers=("w",), signed=(makers.signed(),), readings=(makers.gas(),)),
    "absence": makers.absence(deputy="x", ended_at=makers.NOON),
    "rota": makers.rota(),
    "equipment": makers.equipment(x=1.5, y=2.0),
    "sensor": makers.sensor(limit_high=60.0),
    "door": makers.door(leads_to="z"),
    "door_device": makers.door_device(readers=(Reader(door_no=1, reader_no=2, zone="z", inward=False),)),
    "machine_agent": makers.machine_agent(lines=(AgentLine(machine="CNC-07", line="L1"),)),
    "unmasking": makers.unmasking(decided_by="p", decided_at=makers.NOON, ends_at=makers.NOON),
    "backup": makers.backup(begun_by="p", done_at=makers.NOON, tried_at=makers.NOON, trial="good"),
    "backup_plan": BackupPlan(id="b", old_since=makers.NOON),
    "keeping_policy": KeepingPolicy(id="k", disk_low_since=makers.NOON),
    "data_export": makers.data_export(begun_by="p", done_at=makers.NOON),
    "permission": makers.permission(),
    "grant": makers.grant(decided_by="p", decided_at=makers.NOON, agreed=True),
    "grant_policy": makers.grant_policy(wait_hours=24.0),
    "emergency_grant": makers.emergency_grant(ended_at=makers.NOON, ended_by="p"),
    "access_policy": makers.access_policy(keep_days=30),
    "muster": makers.muster(point="东门", ended_at=makers.NOON, ended_by="p"),
    "muster_tick": makers.muster_tick(by="p"),
    "checklist": makers.checklist(source="press"),
    "checklist_version": makers.checklist_version(made_by="p"),
    "inspection_plan": makers.inspection_plan(after_min=10),
    "inspection": makers.inspection(results=(Result(item="护罩", value=1.5),), photos=(makers.BEFORE,)),
    "incident": makers.incident(person="p", injury="左手食指"),
    "import": makers.batch(),
    "risk_point": makers.risk_point(review_on=date(2027, 3, 2), designated=RiskLevel.RED),
    "control_measure": makers.control_measure(cost=38_000.5),
    "loss_rates": LossRates(id="x", cautious=12.5),
    "report_design": makers.report_design(zones=("z",), logo=makers.AFTER, made_by="p", retired_at=makers.NOON),
    "risk_scale": makers.risk_scale(),
    "rule": makers.rule(),
    "alert": makers.alert(
        told=("p",),
        cleared_at=makers.NOON,
        step=2,
        next_step_at=makers.NOON,
        undone=(Undone(do="hazard", lacks="zone_gone", zone="x"),),
    ),
    "shelving": makers.shelving(
        key="T-01",
        note="x",
        ended_at=makers.NOON,
        settled_at=makers.NOON,
        agreed_by=makers.fresh_id(),
        agreed_at=makers.NOON,
    ),
    "alert_drill": makers.alert_drill(by="p", acknowledged_at=makers.NOON, closed_at=makers.NOON),
    "channel": makers.channel(variables=("number", "rule"), least="high"),
    "ladder": makers.ladder(),
    "pause": makers.pause(due_at=makers.NOON, by="p"),
    "points_account": makers.points_account(balance=3, lifetime=5, owed=1, hidden=True, alias=7, since=makers.NOON),
    "points_entry": makers.points_entry(rule="drill", cut=2),
    "points_rules": PointsRules(month_cap=80, rules_off=("drill",)),
    "earning": makers.earning(ended_at=makers.NOON),
    "way_in": WayIn(id="w", provider="oidc", title="集团账号", issuer="https://sso.example", client="c", claim="sub"),
    "reward": makers.reward(sizes=("M", "L"), picture=makers.sha("p"), cost=12.5),
    "stock": makers.stock(on_hand=5, held=2),
    "stock_count": makers.stock_count(standing="declined", decided_by="p", decided_at=makers.NOON, said="再盘一次"),
    "stock_move": makers.stock_move(by="p", redemption="r"),
    "redemption": makers.redemption(slip="x", key=1, handed_out_by="q", handed_out_at=makers.NOON),
    "score_rules": ScoreRules(late=0.25),
    "department_score": makers.department_score(rate=None, bonus=None, frozen_by="p"),
    "adjustment": makers.adjustment(standing="declined", decided_by="p", decided_at=makers.NOON, said="不符合"),
    "course": makers.course(links=(Link(title="视频", url="https://a.example/v"),), files=(makers.sha("f"),)),
    "question": makers.question(why="见操作规程"),
    "document": makers.document(emergency_plan="e", added_by="p", retired_at=makers.NOON),
    "post": makers.post(courses=("c",), trades=("welding",)),
    "posting": makers.posting(),
    "photo_release": PhotoRelease(id="h", hazard="h", photos=("a" * 64,), at=makers.NOON),
    "zone_need": ZoneNeed(id="z", zone="z", courses=("c",), trades=("welding",)),
    "training_record": makers.training_record(score=90, until=date(2027, 3, 2), by="p"),
    "certificate": makers.certificate(warned=(90, 30), review_on=date(2026, 5, 1)),
    "training_session": makers.training_session(mac="A" * 16, opened_at=makers.NOON, invited=("p",)),
    "attendance": makers.attendance(by="p"),
    "emergency_plan": makers.emergency_plan(
        zones=("z",), roles=(PlanRole(name="总指挥", person="p"),), calls=(Call(name="火警", phone="119"),)
    ),
    "drill": makers.drill(score=88, mac="A" * 16, roles=(DrillRole(name="总指挥", person="p"),), begun_at=makers.NOON),
    "drill_mark": makers.drill_mark(note="迟了", photos=(makers.sha("m"),)),
    "drill_joining": makers.drill_joining(by="p"),
    "drill_finding": makers.drill_finding(),
    "drill_form": makers.drill_form(),
    "exam": makers.exam(answers=(Given(question="q", chosen=(0, 1)),), score=50),
}


@pytest.fixture
def database(ground):
    made = Database(ground.fresh())
    bring_up(made)
    yield made
    made.close()


def test_every_kind_has_a_table_and_every_table_a_kind():
    assert set(RECORDS) == set(KINDS) == set(EXAMPLES)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_field_has_a_column_and_every_column_a_field(kind):
    assert set(RECORDS[kind].columns.keys()) == set(shapes(KINDS[kind].cls))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_field_that_may_be_nothing_has_a_column_that_may_be_null(kind):
    for name, shape in shapes(KINDS[kind].cls).items():
        may_be_nothing = isinstance(shape.schema["type"], list)
        assert RECORDS[kind].columns[name].nullable == may_be_nothing, name


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_one_looks_up_by_is_indexed(kind):
    indexed = {column.name for index in RECORDS[kind].indexes for column in index.columns}
    assert set(KINDS[kind].indexed) <= indexed


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_a_record_comes_back_as_it_was_written(database, kind):
    one = EXAMPLES[kind]
    with database.writing() as connection:
        records = Records(connection)
        assert records.put(one) == (kind, None, as_json(one))
        assert records.get(kind, one.id) == one
        assert records.put(one)[1] == as_json(one)
        records.restore(kind, one.id, None)
        assert records.get(kind, one.id) is None
        records.restore(kind, one.id, as_json(one))
        assert records.find(kind) == (one,)


@pytest.mark.filterwarnings("ignore:.*expression-based|.*dialect_options")
def test_the_migrations_make_exactly_the_tables(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.filterwarnings("ignore:.*expression-based|.*dialect_options")
def test_a_missing_column_would_be_seen(database):
    with database.writing() as connection:
        connection.execute(sa.text("ALTER TABLE zones DROP COLUMN polygon"))
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) != []


@pytest.mark.sqlite
def test_bringing_up_again_does_nothing(database):
    with database.engine.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA schema_version").scalar()
    bring_up(database)
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA schema_version").scalar() == before
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_two_who_bring_up_at_once(ground):
    failed, place = [], ground.fresh()

    def bring():
        database = Database(place)
        try:
            bring_up(database)
        except Exception as error:  # noqa: BLE001 - a thread's fault must reach the test
            failed.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=bring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@pytest.mark.parametrize("later", ["0999", "9000", "a1b2c3"])
def test_a_store_of_a_later_version_is_left_alone(database, later):
    with database.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :later"), {"later": later})
    with pytest.raises(Refused) as caught:
        bring_up(database)
    assert (caught.value.code, caught.value.facts) == ("newer_store", {"found": later, "known": HEAD})
