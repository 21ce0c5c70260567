"""Random lives of a small plant with two consoles that come and go: a hub's records in memory, driven by the real
operations, beside the plain account of the rules."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from services.core import hazards
from services.core.hazards import Hazard, State
from services.core.operation import Actor, Context, Operation, Put, decide, premise_of
from services.core.record import kind_of
from services.core.refused import Refused
from services.core.roles import Role
from tests.makers import NOON, Given, fix_plan, hazard, sha
from tests.services.core.plain_loop import Place, PlainLoop, Someone
from tests.services.core.small_plant import (
    CHIEF,
    CREW,
    FIXER,
    IT,
    OTHERS,
    PAINT,
    PEOPLE,
    PRESS,
    Records,
    case_of,
    furnished,
)

MOST_HAZARDS = 4
ROLE_SETS = [[role] for role in (Role.WORKER, Role.SAFETY_OFFICER, Role.EHS_MANAGER, Role.DEPARTMENT_MANAGER)]
ROLE_SETS += [[Role.TEAM_LEADER, Role.WORKER], [Role.SAFETY_OFFICER, Role.EHS_MANAGER]]
SHARED = sha("a photo that someone takes twice")
anyone = st.sampled_from(PEOPLE).map(lambda one: one.id)
desks = st.sampled_from((0, 1))
where = st.sampled_from((None, 0, 1))
which = st.integers(0, MOST_HAZARDS - 1)
places = st.sampled_from((PRESS.id, PAINT.id))
rarely = st.sampled_from((True, False, False, False))
NAMES = {"return": "send_back"}
SEEN: Counter[str] = Counter()


class Plant(RuleBasedStateMachine):
    """The hub's records, two consoles' copies with what waits there, and the plain account of the hub."""

    @initialize(bare=rarely, again=rarely, zones=st.tuples(places, places))
    def begin(self, bare: bool, again: bool, zones: tuple[str, str]) -> None:
        self.ids = count(1)
        self.now = NOON
        self.gifts = Given()
        # at times one from elsewhere, with no photo after
        imported = [hazard(id="imported", zone=PRESS.id, team=CREW.id, state=State.FIXED, fixed_by=FIXER.id)]
        imported = imported if bare else []
        self.hub = furnished(*imported)
        self.waiting: list[list[tuple[Operation, str, tuple[Any, ...]]]] = [[], []]
        self.plain = PlainLoop()
        self.plain.people = {one.id: Someone({*map(str, one.roles)}, one.team) for one in (IT, *PEOPLE)}
        self.plain.zones = {one.id: Place(one.zone_class, one.supervisor, one.team) for one in (PRESS, PAINT)}
        self.plain.cases = {one.id: case_of(one) for one in imported}
        for zone_ in zones:
            self.at_hub("hazards.report", CHIEF.id, zone=zone_, photos=self.photos(1))
            one = self.some(len(self.plain.cases) - 1, self.hub)
            if again:
                self.at_hub("hazards.accept", FIXER.id, hazard=one.id)
                self.fixed(None, self.named(one.id), 0, again)  # refused: the photo is from before
            self.fixed(None, self.named(one.id), 0, False)
        self.desks = [self.hub.copy(), self.hub.copy()]

    # the ways an operation goes

    def born(self, look: Records, kind: str, args: dict[str, Any]) -> Operation:
        self.now += timedelta(minutes=1)
        id_ = f"{next(self.ids):08d}"
        return Operation(id_, kind, args, "desk", 1, self.now, premise_of(kind, args, look))

    def at_hub(self, kind: str, by: str, **args: Any) -> None:
        """Done at the hub itself, on what is there."""
        self.arrives(self.born(self.hub, kind, args), by, self.seen(self.hub, args))

    def at_desk(self, desk: int, kind: str, by: str, **args: Any) -> None:
        """Done on a console, on what it knows; waits there unless it is refused at once."""
        look = self.desks[desk]
        author = look.get("person", by)
        if not author.here:
            return
        operation = self.born(look, kind, args)
        context = Context(operation.id, self.now, Actor(by, frozenset(author.roles)), "console")
        seen = self.seen(look, args)
        try:
            changes = decide(operation, context, look)
        except Refused:
            return
        for change in changes:
            if isinstance(change, Put):
                look.put(kind_of(type(change.record)), change.record)
        self.waiting[desk].append((operation, by, seen))

    def seen(self, look: Records, args: dict[str, Any]) -> tuple[Any, ...]:
        one = look.get("hazard", args.get("hazard", ""))
        return case_of(one).seen() if one else ()

    def arrives(self, operation: Operation, by: str, seen: tuple[Any, ...] = ()) -> None:
        """At the hub, with the author's roles of now; what the rules say must be what happens."""
        author = self.hub.get("person", by)
        context = Context(operation.id, operation.made_at, Actor(by, frozenset(author.roles)), "hub", self.gifts)
        try:
            changes = decide(operation, context, self.hub)
        except Refused as refused:
            changes, said = [], refused.code
        else:
            said = ""
        expected = self.expected(operation, by, seen)
        assert (said == "") == expected, f"{operation.kind} by {author.roles}: {said or 'accepted'}"
        SEEN[f"{operation.kind} {said}".strip()] += 1
        for change in changes:
            if isinstance(change, Put):
                self.hub.put(kind_of(type(change.record)), change.record)

    def teardown(self) -> None:
        SEEN["closed"] += len(self.hub.find("hazard", state=State.CLOSED))
        SEEN["kept"] += len([one for one in self.hub.find("hazard") if one.needs_another])

    def expected(self, operation: Operation, by: str, seen: tuple[Any, ...]) -> bool:
        group, _, name = operation.kind.partition(".")
        args = dict(operation.args)
        if "photos" in args:
            args["photos"] = tuple(args["photos"])
        if name == "report":
            return self.plain.report(by, operation.id, **args)
        if "hazard" in args and args["hazard"] not in self.plain.cases:
            return False  # its report was refused, or is still on another console
        if name == "approve":
            return self.plain.approve(by, args["hazard"], seen, operation.made_at)
        if group == "people" and name != "set_team":
            roles = {"roles": {*map(str, args.pop("roles"))}} if "roles" in args else {}
            return getattr(self.plain, name)(**args, **roles, now=operation.made_at)
        args.pop("reason", None)
        return getattr(self.plain, NAMES.get(name, name))(by, **args)

    def named(self, id_: str) -> Hazard:
        found = self.hub.get("hazard", id_)
        assert isinstance(found, Hazard)
        return found

    def some(self, number: int, look: Records) -> Hazard:
        found = look.find("hazard")
        return found[number % len(found)]

    def go(self, desk: int | None, kind: str, by: str, **args: Any) -> None:
        if desk is None:
            self.at_hub(kind, by, **args)
        else:
            self.at_desk(desk, kind, by, **args)

    def look(self, desk: int | None) -> Records:
        return self.hub if desk is None else self.desks[desk]

    # the life of hazards

    @precondition(lambda self: len(self.plain.cases) < MOST_HAZARDS)
    @rule(desk=where, by=anyone, zone=places, photos=st.sampled_from([1, 1, 1, 2, 0]))
    def report(self, desk: int | None, by: str, zone: str, photos: int) -> None:
        if self.gone(by):
            return
        self.go(desk, "hazards.report", by, zone=zone, photos=self.photos(photos))

    def photos(self, number: int) -> list[str]:
        return [sha(f"{next(self.ids)}") for _ in range(number - 1)] + [SHARED] * (number > 0)

    def gone(self, by: str) -> bool:
        """Who has left is not signed in anywhere any more."""
        return self.plain.people[by].left is not None

    @rule(desk=where, by=anyone, number=which, to=st.one_of(anyone, st.sampled_from([CREW.id, OTHERS.id])))
    def dispatch(self, desk: int | None, by: str, number: int, to: str) -> None:
        one = self.some(number, self.look(desk))
        whom = {"team": to} if to in (CREW.id, OTHERS.id) else {"person": to}
        if not self.gone(by):
            self.go(desk, "hazards.dispatch", by, hazard=one.id, **whom)

    @rule(desk=where, by=anyone, number=which)
    def accept(self, desk: int | None, by: str, number: int) -> None:
        if not self.gone(by):
            self.go(desk, "hazards.accept", by, hazard=self.some(number, self.look(desk)).id)

    @rule(desk=where, by=anyone, number=which, photos=st.sampled_from([0, 1, 2]))
    def submit_fix(self, desk: int | None, by: str, number: int, photos: int) -> None:
        if not self.gone(by):
            one = self.some(number, self.look(desk))
            self.go(desk, "hazards.submit_fix", by, hazard=one.id, photos=self.photos(photos))

    @rule(desk=where, number=which, member=st.integers(0, 9), again=rarely)
    def fix(self, desk: int | None, number: int, member: int, again: bool = False) -> None:
        """By one of those it was sent to; at times with a photo from before."""
        self.fixed(desk, self.some(number, self.look(desk)), member, again)

    def fixed(self, desk: int | None, one: Hazard, member: int, again: bool) -> None:
        fixers = [
            id_
            for id_, who in self.plain.people.items()
            if who.left is None and (id_ == one.assignee or (who.team and who.team == one.team))
        ]
        if fixers and one.state in hazards.TO_FIX:
            by = fixers[member % len(fixers)]
            self.go(
                desk,
                "hazards.submit_fix",
                by,
                hazard=one.id,
                photos=self.photos(1) if again else [sha(f"{next(self.ids)}")],
            )

    @rule(desk=where, by=anyone, number=which)
    def approve(self, desk: int | None, by: str, number: int) -> None:
        self.go(desk, "hazards.approve", by, hazard=self.to_review(number, desk).id)

    @rule(desk=where, one=anyone, other=anyone, number=which)
    def approve_one_after_the_other(self, desk: int | None, one: str, other: str, number: int) -> None:
        for by in (one, other):
            self.go(desk, "hazards.approve", by, hazard=self.to_review(number, desk).id)

    @rule(desk=desks, by=anyone, number=which, gone=rarely, back=rarely)
    def approve_and_lose_the_role(self, desk: int, by: str, number: int, gone: bool, back: bool) -> None:
        """Or the place; some have another role again before it arrives."""
        self.at_desk(desk, "hazards.approve", by, hazard=self.to_review(number, desk).id)
        if gone:
            self.at_hub("people.leave", IT.id, person=by)
            return
        was = sorted(self.plain.people[by].roles)
        self.at_hub("people.set_roles", IT.id, person=by, roles=["worker"])
        self.sends(desk, 9)
        if not back:
            self.at_hub("people.set_roles", IT.id, person=by, roles=was)

    @rule(by=anyone, other=anyone, number=which)
    def approve_on_both(self, by: str, other: str, number: int) -> None:
        for desk, who in enumerate((by, other)):
            self.at_desk(desk, "hazards.approve", who, hazard=self.to_review(number, desk).id)

    @rule(desk=desks, by=anyone, other=anyone, number=which, member=st.integers(0, 9))
    def approve_what_is_fixed_anew_meanwhile(self, desk: int, by: str, other: str, number: int, member: int) -> None:
        one = self.to_review(number, desk)
        self.at_desk(desk, "hazards.approve", by, hazard=one.id)
        if one.id in self.plain.cases and not self.gone(other):
            self.at_hub("hazards.return", other, hazard=one.id, reason="看不清")
            self.fixed(None, self.named(one.id), member, False)

    def to_review(self, number: int, desk: int | None) -> Hazard:
        found = [one for one in self.look(desk).find("hazard") if one.state in hazards.TO_REVIEW]
        return found[number % len(found)] if found else self.some(number, self.look(desk))

    @rule(desk=where, by=anyone, number=which)
    def send_back(self, desk: int | None, by: str, number: int) -> None:
        if not self.gone(by):
            self.go(desk, "hazards.return", by, hazard=self.to_review(number, desk).id, reason="看不清")

    @rule(desk=where, by=anyone, number=which)
    def reject(self, desk: int | None, by: str, number: int) -> None:
        if not self.gone(by):
            self.go(desk, "hazards.reject", by, hazard=self.some(number, self.look(desk)).id, reason="不是隐患")

    # what changes around them

    @rule(desk=where, by=anyone, zone=places, zone_class=st.sampled_from("ABD"))
    def classify(self, desk: int | None, by: str, zone: str, zone_class: str) -> None:
        if not self.gone(by):
            self.go(desk, "zones.classify", by, zone=zone, zone_class=zone_class)

    @rule(desk=where, by=anyone, zone=places, supervisor=anyone)
    def set_supervisor(self, desk: int | None, by: str, zone: str, supervisor: str) -> None:
        if not self.gone(by):
            self.go(desk, "zones.set_supervisor", by, zone=zone, supervisor=supervisor)

    @rule(number=which, grade=st.sampled_from(["general", "major"]))
    def regrade(self, number: int, grade: Any) -> None:
        """Its five requirements are written; a hazard that is major by now is reviewed as one."""
        one = self.some(number, self.hub)
        self.hub.put("hazard", replace(one, grade=grade))
        self.hub.put("fix_plan", fix_plan(id=one.id, hazard=one.id))
        self.plain.cases[one.id].grade = grade

    @rule(whom=anyone, roles=st.sampled_from(ROLE_SETS), luck=rarely)
    def set_roles(self, whom: str, roles: list[Role], luck: bool) -> None:
        if luck:
            self.at_hub("people.set_roles", IT.id, person=whom, roles=[role.value for role in roles])

    @rule(whom=anyone, to=st.sampled_from([CREW.id, OTHERS.id, None]), luck=rarely)
    def set_team(self, whom: str, to: str | None, luck: bool) -> None:
        if luck:
            self.at_hub("people.set_team", IT.id, person=whom, team=to)

    @rule(whom=anyone, luck=rarely)
    def leave(self, whom: str, luck: bool) -> None:
        if luck:
            self.at_hub("people.leave", IT.id, person=whom)

    # the two consoles

    @rule(desk=desks, most=st.integers(1, 9))
    def sends(self, desk: int, most: int) -> None:
        """What waits on a console reaches the hub, in its order."""
        for _ in range(min(most, len(self.waiting[desk]))):
            operation, by, seen = self.waiting[desk].pop(0)
            if operation.kind == "hazards.approve" or not self.gone(by):
                self.arrives(operation, by, seen)

    @rule(desk=desks)
    def follows(self, desk: int) -> None:
        self.desks[desk] = self.hub.copy()

    @invariant()
    def the_hub_is_as_the_rules_say(self) -> None:
        here = {one.id: case_of(one) for one in self.hub.find("hazard")}
        assert here == self.plain.cases

    @invariant()
    def nothing_is_closed_that_two_people_have_not_reviewed(self) -> None:
        for one in self.hub.find("hazard", state=State.CLOSED):
            assert len(one.before) * len(one.after) > 0, "a pair of photos"
            assert None not in (one.first_by, one.second_by, one.fixed_by)
            assert len({one.first_by, one.second_by, one.fixed_by}) == 3, "two people, neither of whom fixed it"
