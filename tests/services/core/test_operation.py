"""What holds for every kind of operation before its own rule is asked."""

import json

import pytest

from services.core.operation import OPERATIONS, Actor, blobs_of, known_kind, premise_of
from services.core.record import KINDS as RECORDS
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shape import shapes
from tests.makers import Held, hazard, operation, person, plant, refused, sha, zone

KINDS = sorted(OPERATIONS)
EVERYBODY = Actor(person().id, frozenset(Role))
HUB_ONLY = {
    "badge_rules.set",
    "points_claims.claim",
    "doubt_rules.set",
    "points_doubts.decide",
    "points_doubts.raise",
    "rechecks.answer",
    "rechecks.drop",
    "adjustments.approve",
    "adjustments.decline",
    "adjustments.propose",
    "score_rules.set",
    "department_scores.freeze",
    "redemptions.approve",
    "redemptions.cancel",
    "redemptions.decline",
    "redemptions.hand_out",
    "redemptions.redeem",
    "stock.count",
    "stock_counts.approve",
    "stock_counts.decline",
    "stock.take_in",
    "stock.take_out",
    "points.begin",
    "points.rest",
    "points.settle",
    "points.show_as",
    "points_rules.set",
    "pauses.agree",
    "pauses.answer",
    "pauses.decline",
    "pauses.give_up",
    "pauses.request",
    "rules.note_away",
    "alert_drills.begin",
    "alert_drills.close",
    "plant.send_report",
    "attendances.sign_in",
    "drills.begin",
    "drills.join",
    "certificates.warn",
    "exams.begin",
    "exams.hand_in",
    "training_sessions.close",
    "training_sessions.open",
    "alerts.clear",
    "alerts.escalate",
    "alerts.raise",
    "alerts.tell_shelved",
    "alerts.withdraw",
    "backups.ask",
    "backups.begin",
    "backups.cancel",
    "backups.fail",
    "backups.finish",
    "backups.let_go",
    "backups.miss",
    "backups.tried",
    "backups.try_out",
    "channels.report",
    "checklists.adopt",
    "data_exports.ask",
    "data_exports.cancel",
    "data_exports.fail",
    "data_exports.finish",
    "data_exports.let_go",
    "devices.pair",
    "devices.revoke",
    "hazards.import_rows",
    "imports.begin",
    "imports.take_back",
    "inspections.import_rows",
    "inspections.make_tasks",
    "inspections.miss",
    "inspections.stood",
    "keeping.find_disk",
    "labels.issue",
    "labels.issue_blanks",
    "labels.revoke",
    "labels.rotate_key",
    "labels.scanned",
    "musters.begin",
    "musters.look",
    "people.card_set",
    "people.note_directory",
    "people.credential_set",
    "people.erase",
    "people.hand_on",
    "people.end_audit",
    "people.leave",
    "people.set_roles",
    "grants.agree",
    "grants.ask",
    "grants.decline",
    "emergency_grants.end",
    "emergency_grants.give",
    "permissions.set",
    "contractor_people.issue_badge",
    "contractor_people.look_where",
    "contractor_papers.warn",
    "contractor_people.warn",
    "permits.warn",
    "zone_needs.look",
    "permits.extend",
    "permits.resume",
    "permits.sign",
    "permits.start",
    "plant.found",
    "plant.restored",
    "sensors.clear",
    "sensors.cross",
    "sensors.fall_silent",
    "sensors.hear",
    "unmaskings.agree",
    "unmaskings.ask",
    "unmaskings.decline",
    "unmaskings.look",
}


def test_what_is_known_of_a_record_is_so():
    groups = [kind.group for kind in RECORDS.values()]
    assert {kind.partition(".")[0] for kind in KINDS} <= set(groups), "operations begin with the group of a record"
    assert len(set(groups)) == len(groups)
    assert [kind.name for kind in RECORDS.values() if kind.called and kind.called not in shapes(kind.cls)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_without_a_named_role_gets_in(kind):
    spec = OPERATIONS[kind]
    others = Actor(person().id, frozenset(Role) - spec.roles)
    args = {name: sample(field) for name, field in spec.schema()["properties"].items()}
    with pytest.raises(Refused) as caught:
        Held(plant()).decide(kind, args, others, premise={})
    assert caught.value.code == "not_allowed"


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_has_a_role_is_heard(kind):
    """With all roles the answer is anything but 'not allowed'."""
    spec = OPERATIONS[kind]
    args = {name: sample(field) for name, field in spec.schema()["properties"].items()}
    assert refused(Held(plant()).decide, kind, args, EVERYBODY, premise={}) != "not_allowed"


@pytest.mark.parametrize("kind", KINDS)
def test_only_those_that_commute_run_offline(kind):
    assert OPERATIONS[kind].offline == (kind not in HUB_ONLY)
    if kind in HUB_ONLY:
        with pytest.raises(Refused, match="needs_hub"):
            Held().decide(kind, {}, EVERYBODY, side="console", premise={})


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema_and_a_sentence_about_itself(kind):
    schema = json.loads(json.dumps(OPERATIONS[kind].schema()))
    assert schema["title"] == kind
    assert (OPERATIONS[kind].cls.__doc__ or "").strip()


def sample(field):
    """A value of a field's schema."""
    if "enum" in field:
        return field["enum"][0]
    if field.get("x-blob"):
        return sha("one")
    kind = field["type"][0] if isinstance(field["type"], list) else field["type"]
    if field.get("format"):
        return {"date": "2026-03-02", "date-time": "2026-03-02T12:00:00Z"}[field["format"]]
    if kind == "object":
        return {name: sample(inner) for name, inner in field["properties"].items()}
    if kind == "array":
        return [sample(field["items"]) for _ in range(field.get("minItems", 1))]
    plain: dict[str, object] = {
        "string": "x" * field.get("minLength", 1),
        "boolean": True,
        "integer": field.get("minimum", 1),
        "number": field.get("minimum", 1.0),
    }
    return plain[kind]


def test_an_unknown_kind_is_refused_and_cut_short():
    with pytest.raises(Refused) as caught:
        known_kind("x" * 500)
    assert (caught.value.code, caught.value.facts) == ("unknown_kind", {"kind": "x" * 60})


@pytest.mark.parametrize(
    ("photos", "expected"),
    [
        ([sha("a"), sha("b")], {sha("a"), sha("b")}),
        (sha("a"), {sha("a")}),
        (5, set()),
        (True, set()),
        ([[sha("a")], {}, None, 7, sha("b")], {sha("b")}),
        ({sha("a"): 1}, set()),
        ("z" * 64, set()),
        (None, set()),
    ],
)
def test_blobs_are_found_whatever_stands_there(photos, expected):
    assert blobs_of(operation("hazards.report", {"photos": photos})) == expected


def test_a_premise_that_no_longer_holds_shows_both_sides():
    place, one = zone(), hazard()
    held = Held(plant(), place, one)
    seen = premise_of("hazards.approve", {"hazard": one.id}, held)
    held.add(hazard(id=one.id, state="fixed", after=(sha("after"),)))
    with pytest.raises(Refused) as caught:
        held.decide("hazards.approve", {"hazard": one.id}, person(Role.SAFETY_OFFICER), premise=seen)
    assert caught.value.code == "stale"
    assert caught.value.facts["seen"] == seen
    assert caught.value.facts["now"]["after"] == [sha("after")]


def test_kinds_without_a_premise_ask_for_none():
    assert premise_of("zones.rename", {"zone": "z", "name": "n"}, Held()) == {}
