"""Random histories: whatever people try, the records are what the entries say, numbers have no gaps, and no hazard is
closed against the rule. The rule is read a second time, from the entries alone."""

import json
import random
from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.core import hazards
from services.core.operation import Actor
from services.store import journal
from services.store.records import Records
from services.store.tables import RECORDS, personal
from tests.makers import sha
from tests.services.store.grounds import Ground
from tests.services.store.second_reading import Reviews, replayed
from tests.services.store.workshop import OUTLINE, Workshop

ROLES = [
    ["ehs_manager"],
    ["safety_officer"],
    ["safety_officer", "fixer"],
    ["fixer"],
    ["fixer", "team_leader"],
    ["department_manager"],
    ["worker"],
]
KINDS = ("report", "fix", "approve", "return", "dispatch", "reject", "accept", "classify", "roles", "leave", "draw")
WEIGHTED = ("report", "fix", "fix", "approve", "approve", "approve", *KINDS)
STEPS = st.lists(
    st.tuples(st.sampled_from(WEIGHTED), st.integers(0, 7), st.integers(0, 5), st.booleans()), min_size=5, max_size=45
)


def people_of_every_kind(shop: Workshop) -> None:
    """All fixers are of one team."""
    place = shop.found()
    for count, roles in enumerate(ROLES):
        team = place.team if "fixer" in roles else None
        shop.do("people.add", {"name": f"人{count}", "roles": roles, "team": team}, place.boss)


class History:
    """One run of random attempts."""

    def __init__(self, ground: Ground) -> None:
        self.shop = ground.open_after(people_of_every_kind)
        self.zone = self.shop.find("zone")[0]
        self.people = [one.id for one in self.shop.find("person")]
        self.photos = 0

    def step(self, kind: str, who: int, what: int, also: bool) -> None:
        name, args = self.attempt(kind, what, also)
        person = self.shop.get("person", self.people[who % len(self.people)])
        by = Actor(person.id, frozenset(person.roles) if person.here else frozenset())
        request = self.shop.request(name, args, by, device="history")
        answer = self.shop.submit(request).result(30)
        if also:
            assert self.shop.submit(request).result(30).seq == answer.seq

    def attempt(self, kind: str, what: int, also: bool):
        some = [one.id for one in self.shop.find("hazard")] or ["none"]
        hazard = {"hazard": some[what % len(some)]}
        someone = self.people[what % len(self.people)]
        self.photos += 1
        photos = [sha(f"photo {self.photos}")]
        return {
            "report": ("hazards.report", {"zone": self.zone.id, "photos": photos if what else []}),
            "fix": ("hazards.submit_fix", {**hazard, "photos": photos}),
            "approve": ("hazards.approve", hazard),
            "return": ("hazards.return", {**hazard, "reason": "x"}),
            "dispatch": ("hazards.dispatch", {**hazard, "person": someone}),
            "reject": ("hazards.reject", {**hazard, "reason": "x"}),
            "accept": ("hazards.accept", hazard),
            "classify": ("zones.classify", {"zone": self.zone.id, "zone_class": "AB"[also]}),
            "roles": ("people.set_roles", {"person": someone, "roles": ROLES[what]}),
            "leave": ("people.leave", {"person": someone}),
            "draw": (
                "zones.draw",
                {"floor": self.zone.floor, "name": f"区{what}", "zone_class": "A", "polygon": OUTLINE},
            ),
        }[kind]

    def check(self) -> None:
        bodies = [json.loads(row["body"]) for row in self.shop.entries()]
        assert self.shop.verify().faults == ()
        assert replayed(bodies, self.clear()) == self.stored()
        assert Reviews(bodies).wrong == []
        numbers = [
            change["after"]["number"]
            for body in bodies
            if body["kind"] == "hazards.report"
            for change in body["changes"]
        ]
        assert [int(number.rsplit("-")[-1]) for number in numbers] == list(range(1, len(numbers) + 1))

    def clear(self):
        return {row["commitment"]: json.loads(row["value"]) for row in self.shop.rows(personal.select())}

    def stored(self):
        with self.shop.store.look() as look:
            records = Records(look.connection)
            ids = {kind: [row.id for row in look.connection.execute(table.select())] for kind, table in RECORDS.items()}
            return {(kind, id_): records.row(kind, id_) for kind, some in ids.items() for id_ in some}

    def close(self) -> None:
        self.shop.close()


def lived(ground: Ground, steps) -> None:
    history = History(ground)
    try:
        for step in steps:
            history.step(*step)
        history.check()
    finally:
        history.close()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_random_histories(ground, steps):
    lived(ground, steps)


def random_steps(chance):
    return [
        (chance.choice(WEIGHTED[:9]), chance.randrange(8), chance.randrange(6), chance.random() < 0.3)
        for _ in range(60)
    ]


@pytest.mark.full
def test_many_random_histories(ground):
    chance = random.Random(23)
    for _ in range(300):
        lived(ground, random_steps(chance))


def unchecked_fixer(self, context, look, *, real=hazards.Approve.decide):
    """A review that has forgotten who fixed it."""
    one = look.get("hazard", self.hazard)
    if one is None:
        return real(self, context, look)

    class Forgetful:
        def get(self, kind, id_):
            found = look.get(kind, id_)
            return hazards_without_fixer(found) if kind == "hazard" and found is not None else found

        def find(self, kind, **equal):
            return look.find(kind, **equal)

    return real(self, context, Forgetful())


def hazards_without_fixer(one):
    return replace(one, fixed_by=None)


def second_by_anyone(person, hazard, zone):
    return person.here


def never_rolled_back(self, request, changes, *, real=journal.Journal._carry_out):
    """Changes are written before the decision is refused."""
    if request.operation.kind == "zones.classify":
        zone = self.records.find("zone")[0]
        self.records.put(replace(zone, name=zone.name + "!"))
    return real(self, request, changes)


def skipping(self, series, *, real=journal.Numbers.number):
    return real(self, series) * 2


MUTANTS = {
    "the fixer may review": (hazards.Approve, "decide", unchecked_fixer),
    "anyone may review second": (hazards, "may_review_second", second_by_anyone),
    "changes without an entry": (journal.Journal, "_carry_out", never_rolled_back),
    "numbers skip": (journal.Numbers, "number", skipping),
}


@pytest.mark.sqlite
@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_broken_rule_would_be_seen(ground, monkeypatch, mutant):
    place, name, instead = MUTANTS[mutant]
    monkeypatch.setattr(place, name, instead)
    chance = random.Random(2)
    for _ in range(25):
        steps = random_steps(chance) if mutant != "changes without an entry" else [("classify", 0, 0, False)]
        try:
            lived(ground, steps)
        except (AssertionError, sa.exc.IntegrityError):  # the database itself holds the double review
            return
    pytest.fail(f"twenty-five histories did not show that {mutant}")
