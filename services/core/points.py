"""The points ledger: accounts of people, of the plant's budget and of what is held in reserve, moved by double entries,
so that all balances together are always zero. Points are earned when something is verified, never offline, and what
they rested on being withdrawn, they are taken back by another entry: none is ever deleted."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, Tell, operation, required
from services.core.people import Person
from services.core.plant import the_plant
from services.core.points_rules import (
    SOURCES,
    EarningRule,
    Merit,
    need_points,
    points_on,
    rules_of,
)
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import STAFF, Role
from services.core.shape import Text

BUDGET = "budget"  # the id of the plant's account
MOST_SOURCES = 500
SYSTEM_ONLY = frozenset({Role.SYSTEM})
Meaning = Literal["earned", "taken_back", "owed", "adjusted", "reserved", "given_back", "handed_out"]
Holder = Literal["person", "budget", "reserve"]
PLANT: tuple[Holder, str] = ("budget", BUDGET)


@record("points_account", indexed=("holder",), called="", group="points")
@dataclass(frozen=True, kw_only=True)
class Account:
    """A person's account has the person's id, a reserve that of the reward it is for. `balance` is what can be spent,
    and only the budget's may be below 0; `lifetime` what was earned in all, for rank and merit. `owed` is what was to
    be taken back when it had been spent already: the next earnings settle it. `hidden`: this person wishes to be shown
    under a pseudonym, which is the number `alias`: given by the hub, it says nothing of who it is. On the budget:
    nothing verified before `since` earns any, and `resting` while the plant does not use points."""

    id: str
    holder: Holder
    balance: int = 0
    lifetime: int = 0
    owed: int = 0
    hidden: bool = False
    alias: int | None = None
    since: datetime | None = None
    resting: bool = False


@record("points_entry", indexed=("payer", "payee", "source", "at"), called="", group="points_entries")
@dataclass(frozen=True, kw_only=True)
class Entry:
    """`points` went from one account to another. What it rests on is the record `source` of the kind `source_kind`;
    `cut` is how many more it would have been without the month's cap, `parts` how many people shared; `place` its
    place among the entries of one operation."""

    id: str
    at: datetime
    payer: str
    payee: str
    points: int
    meaning: Meaning
    source_kind: str
    source: str
    rule: EarningRule | None = None
    parts: int = 1
    cut: int = 0
    place: int = 0


@record("earning", indexed=("source", "person", "month", "report"), called="", group="earnings")
@dataclass(frozen=True, kw_only=True)
class Earning:
    """What somebody has by one rule from one source: there is one at most. `due` is their share of the `full` points
    that the rule gave then, `points` what the month's cap let through. `report` is the record that was theirs.
    `ended_at`: taken back, as the source is not valid any more."""

    id: str
    rule: EarningRule
    person: str
    source_kind: str
    source: str
    report: str
    month: str
    at: datetime
    full: int
    due: int
    points: int
    parts: int
    ended_at: datetime | None = None

    @property
    def stands(self) -> int:
        """The points that it gives now."""
        return 0 if self.ended_at else self.points


@record("points_bar", indexed=("doubt",), called="", group="points_bars")
@dataclass(frozen=True, kw_only=True)
class Bar:
    """A person has no points from a record, as was decided about a `doubt`; until it is lifted."""

    id: str
    doubt: str
    person: str
    source_kind: str
    source: str
    lifted_at: datetime | None = None


def bar_id(kind: str, source: str, person: str) -> str:
    """One for each record and person."""
    return id_from("points bar", kind, source, person)


class Ledger:
    """What one operation moves: each account as it will stand, and the entries. Within one `decide`."""

    def __init__(self, context: Context, look: Look) -> None:
        self.context, self.look = context, look
        self.accounts: dict[str, Account] = {}
        self.entries: list[Entry] = []
        self.earnings: dict[str, Earning] = {}
        self.bars: dict[str, Bar] = {}

    def barred(self, kind: str, source: str, person: str) -> bool:
        """Whether somebody has no points from a record by a decision."""
        id_ = bar_id(kind, source, person)
        bar: Bar | None = self.bars.get(id_) or self.look.get("points_bar", id_)
        return bar is not None and bar.lifted_at is None

    def account(self, id_: str, holder: Holder = "person") -> Account:
        """An account as it stands by now; an empty one where there was none."""
        if id_ not in self.accounts:
            found: Account | None = self.look.get("points_account", id_)
            self.accounts[id_] = found or Account(id=id_, holder=holder)
        return self.accounts[id_]

    def move(
        self,
        payer: tuple[Holder, str],
        payee: tuple[Holder, str],
        points: int,
        meaning: Meaning,
        source: tuple[str, str],
        merit: Earning | None = None,
    ) -> None:
        """Raises Refused: points_too_few, where the payer has not that many."""
        if points <= 0:
            return
        one, other = self.account(payer[1], payer[0]), self.account(payee[1], payee[0])
        if one.holder != "budget" and one.balance < points:
            raise Refused("points_too_few", has=one.balance, needs=points)
        self.accounts[one.id] = replace(one, balance=one.balance - points)
        self.accounts[other.id] = replace(other, balance=other.balance + points)
        self.entries.append(
            Entry(
                id=id_from("points entry", self.context.id, str(len(self.entries))),
                at=self.context.now,
                payer=one.id,
                payee=other.id,
                points=points,
                meaning=meaning,
                source_kind=source[0],
                source=source[1],
                rule=merit.rule if merit else None,
                parts=merit.parts if merit else 1,
                cut=merit.due - merit.points if merit and meaning == "earned" else 0,
                place=len(self.entries),
            )
        )

    def give(
        self, person: str, points: int, meaning: Meaning, source: tuple[str, str], merit: Earning | None = None
    ) -> None:
        """From the plant's budget to somebody, for good; what they owe is settled at once."""
        self.move(PLANT, ("person", person), points, meaning, source, merit)
        self._count(person, points)
        owed = min(self.account(person).owed, points)
        self.move(("person", person), PLANT, owed, "owed", source)
        self.accounts[person] = replace(self.account(person), owed=self.account(person).owed - owed)

    def take_back(self, person: str, points: int, source: tuple[str, str], merit: Earning | None = None) -> None:
        """What somebody should not have had; what they have spent of it they owe."""
        there = min(self.account(person).balance, points)
        self.move(("person", person), PLANT, there, "taken_back", source, merit)
        self._count(person, -points)
        self.accounts[person] = replace(self.account(person), owed=self.account(person).owed + points - there)

    def take(self, person: str, points: int, source: tuple[str, str]) -> None:
        """What somebody decided to take: not more than is there. Raises Refused: points_too_few."""
        self.move(("person", person), PLANT, points, "adjusted", source)
        self._count(person, -points)

    def _count(self, person: str, points: int) -> None:
        one = self.account(person)
        self.accounts[person] = replace(one, lifetime=one.lifetime + points)

    def earned_in(self, person: str, month: str, but: str) -> int:
        """What somebody has earned in a month by all but one."""
        known = {one.id: one for one in self.look.find("earning", person=person, month=month)} | self.earnings
        mine = [one for one in known.values() if (one.person, one.month) == (person, month)]
        return sum(one.stands for one in mine if one.id != but)

    def changes(self) -> list[Change]:
        """The accounts that are other than they were, the entries, and what was earned."""
        moved = [one for id_, one in self.accounts.items() if one != self.look.get("points_account", id_)]
        return [
            *map(Put, moved),
            *map(Put, self.entries),
            *map(Put, self.earnings.values()),
            *map(Put, self.bars.values()),
        ]


def month_of(look: Look, at: datetime) -> str:
    """YYYY-MM by the plant's clock."""
    return at.astimezone(ZoneInfo(the_plant(look).timezone)).strftime("%Y-%m")


def budget_of(look: Look) -> Account | None:
    """The plant's account; None before points began here."""
    found: Account | None = look.get("points_account", BUDGET)
    return found


@operation("points.begin", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Begin:
    """From now on points are earned: the ledger is opened, or goes on where the plant did without points."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        budget = budget_of(look) or Account(id=BUDGET, holder="budget", resting=True)
        if not points_on(look) or not budget.resting:
            return []
        return [Put(replace(budget, since=context.now, resting=False))]


@operation("points.rest", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Rest:
    """The plant does not use points any more: what is verified from now on earns none. All accounts stay."""

    def decide(self, context: Context, look: Look) -> list[Change]:
        budget = budget_of(look)
        if points_on(look) or budget is None or budget.resting:
            return []
        return [Put(replace(budget, resting=True))]


@dataclass(frozen=True, kw_only=True)
class Source:
    """A record that can earn."""

    kind: Annotated[str, Text(most=60)]
    id: Annotated[str, Text(most=60)]


@operation("points.settle", roles=SYSTEM_ONLY, offline=False)
@dataclass(frozen=True, kw_only=True)
class Settle:
    """What records have earned people, as they stand now: what is missing is given, what is not due any more taken
    back. However often it is said, the ledger comes to the same."""

    sources: tuple[Source, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        if len(self.sources) > MOST_SOURCES:
            raise Refused("sources_too_many", most=MOST_SOURCES)
        budget = budget_of(look)
        if budget is None or budget.resting or not points_on(look):
            return []
        ledger = Ledger(context, look)
        for source in self.sources:
            one = look.get(source.kind, source.id) if source.kind in SOURCES else None
            if one is not None:
                settle(ledger, budget, source, one)
        return [*ledger.changes(), *self._drawn(ledger)]

    def _drawn(self, ledger: Ledger) -> list[Change]:
        """Of what has earned points for the first time some is looked at once more."""
        from services.core.rechecks import drawn  # which knows of the ledger itself

        found, told = list[Change](), set[tuple[str, ...]]()
        for source in self.sources:
            mine = [one for one in ledger.earnings.values() if one.source == source.id]
            fresh = any(ledger.look.get("earning", one.id) is None for one in mine)
            people = tuple(sorted({one.person for one in mine if one.ended_at is None}))
            if fresh and people:
                for one in drawn(ledger.context, ledger.look, source, people):
                    if isinstance(one, Tell) and one.people in told:
                        continue  # one message for all that somebody is to look at
                    found.append(one)
                    told |= {one.people} if isinstance(one, Tell) else set()
        return found


def settle(ledger: Ledger, budget: Account, source: Source, one: Any) -> None:
    """What one record has earned, as it stands now."""
    merits = SOURCES[source.kind](ledger.look, one)
    wanted = {
        earning_id(merit, source.id): merit
        for merit in merits
        if not ledger.barred(source.kind, source.id, merit.person)
    }
    known: dict[str, Earning] = {earning.id: earning for earning in ledger.look.find("earning", source=source.id)}
    known |= {id_: earning for id_, earning in ledger.earnings.items() if earning.source == source.id}
    for id_, earning in known.items():
        if id_ not in wanted and earning.ended_at is None:
            end(ledger, earning)
    for id_, merit in wanted.items():
        due(ledger, budget, source, known.get(id_), merit)


def due(ledger: Ledger, budget: Account, source: Source, known: Earning | None, merit: Merit) -> None:
    """Moves what somebody has by a rule to what it is to be."""
    if known is None and (budget.since is None or merit.at < budget.since):
        return
    context, rules = ledger.context, rules_of(ledger.look)
    full = known.full if known else rules.of(merit.rule)
    share = merit.share(full)
    if (known is None and not share) or (known and known.ended_at is None and known.due == share):
        return
    month = known.month if known else month_of(ledger.look, context.now)
    id_ = earning_id(merit, source.id)
    room = max(0, rules.month_cap - ledger.earned_in(merit.person, month, but=id_))
    earning = Earning(
        id=id_,
        rule=merit.rule,
        person=merit.person,
        source_kind=source.kind,
        source=source.id,
        report=merit.by,
        month=month,
        at=known.at if known else context.now,
        full=full,
        due=share,
        points=min(share, room),
        parts=merit.parts,
    )
    more = earning.points - (known.stands if known else 0)
    ledger.earnings[id_] = earning
    ledger.give(merit.person, max(0, more), "earned", (source.kind, source.id), earning)
    ledger.take_back(merit.person, max(0, -more), (source.kind, source.id), earning)


def end(ledger: Ledger, earning: Earning) -> None:
    """The earning is taken back."""
    ledger.take_back(earning.person, earning.points, (earning.source_kind, earning.source), earning)
    ledger.earnings[earning.id] = replace(earning, ended_at=ledger.context.now)


def earning_id(merit: Merit, source: str) -> str:
    """One for each rule, source and person."""
    return id_from("earning", merit.rule, source, merit.person)


@operation("points.show_as", roles=STAFF, offline=False, undoable=True)
@dataclass(frozen=True, kw_only=True)
class ShowAs:
    """How one is named where points are ranked: by name, or under a pseudonym. Everybody says it of themselves."""

    hidden: bool

    def decide(self, context: Context, look: Look) -> list[Change]:
        need_points(look)
        me = required(look, Person, context.actor.person or "")
        account = Ledger(context, look).account(me.id)
        alias = account.alias
        if self.hidden and alias is None:
            alias = 1 + max((one.alias or 0 for one in look.find("points_account", holder="person")), default=0)
        return [Put(replace(account, hidden=self.hidden, alias=alias))]
