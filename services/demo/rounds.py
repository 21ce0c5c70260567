"""Inspections of the demo plant: its plans, and who makes which round when; how many are missed is fixed by period."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, NamedTuple

from services.core.inspection_plans import InspectionPlan
from services.core.inspections import Inspection, asked_for
from services.core.labels import Label, living_label
from services.core.operation import SYSTEM, required
from services.core.recurrence import recurrence
from services.demo.cast import PLACE, PLACES, Member
from services.demo.check_forms import answers, make_checklist, revisions
from services.demo.life import SHANGHAI, Happening, Life, midnight
from services.demo.ordinary import GO_LIVE, HALF_YEARS

# how long before the end nobody misses a round, so that the map's red is the story's: until the next round is made
QUIET = {"DAILY": timedelta(days=10), "WEEKLY": timedelta(days=15), "MONTHLY": timedelta(days=65)}
TICKING = "仓储班"  # ticks everything within a minute, wherever it is
DUE_TODAY = ("空压机房", "危废库")  # whose round is still to be made on the last day; all others are made early


class Round(NamedTuple):
    """An inspection plan; `zones` are names, or the class whose zones it goes through."""

    name: str
    every: str
    zones: tuple[str, ...]
    times: tuple[str, ...] = ()
    workdays_only: bool = True
    machines: tuple[str, ...] = ()
    team: str | None = None
    items: tuple[str, ...] = ()


def _of_class(letter: str) -> tuple[str, ...]:
    return tuple(place.name for place in PLACES if place.zone_class == letter)


ROUNDS = (
    Round(
        "A类区域班次巡检",
        "FREQ=DAILY",
        _of_class("A"),
        ("08:30", "16:30"),
        items=("安全装置完好有效", "应急器材在位", "通道畅通", "作业人员劳保用品佩戴"),
    ),
    Round("B类区域每日巡检", "FREQ=DAILY", _of_class("B"), items=("设备防护完好", "地面无油水", "消防器材在位")),
    Round(
        "C类区域每周巡检",
        "FREQ=WEEKLY;BYDAY=WE",
        _of_class("C"),
        workdays_only=False,
        items=("通道畅通", "堆放稳固不超高", "消防器材在位"),
    ),
    Round(
        "D类区域每月检查",
        "FREQ=MONTHLY;BYDAY=1TU",
        _of_class("D"),
        workdays_only=False,
        items=("用电安全", "疏散标志完好", "灭火器压力正常"),
    ),
    Round(
        "特种设备月度点检",
        "FREQ=MONTHLY;BYDAY=2TH",
        (),
        workdays_only=False,
        machines=("KY-01", "KY-02", "KY-03", "CC-01", "CC-02", "CC-03", "RL-01", "RL-02", "RL-03"),
        team="设备班",
        items=("安全附件在检验期内", "运行声音正常", "仪表指示正常"),
    ),
    Round(
        "配电室夜间巡检", "FREQ=DAILY", ("配电室",), ("22:00",), False, team="电气班", items=("温度正常", "无异味异响")
    ),
    Round(
        "周末值班巡检",
        "FREQ=WEEKLY;BYDAY=SA,SU",
        DUE_TODAY,
        workdays_only=False,
        items=("门窗关闭上锁", "无跑冒滴漏", "消防器材在位"),
    ),
)


class Share(NamedTuple):
    """From which day on how many of a hundred inspections are done."""

    first: date
    last: date
    done: float


SHARES = (
    Share(GO_LIVE, date(2025, 6, 30), 0.89),
    Share(date(2025, 7, 1), date(2025, 12, 31), 0.98),
    *(Share(first, last, 0.975) for first, last in HALF_YEARS),
)


def make_plans(life: Life, since: date) -> None:
    """The inspection plans, as they hold from a day on."""
    officer = life.someone("王芳")
    for one in ROUNDS:
        where = {
            "zones": [life.ids[name] for name in one.zones],
            "equipment": [life.ids[name] for name in one.machines],
        }
        args = {"name": one.name, "every": one.every, "since": since.isoformat(), "times": list(one.times), **where}
        checklist = make_checklist(life, officer, one.name, one.items)
        more = {"workdays_only": one.workdays_only, "checklist": checklist}
        team = {"team": life.ids[one.team]} if one.team else {}
        life.ids[one.name] = life.do(officer, "inspections.plan", **args, **more, **team)


class Rounds:
    """Who goes where: what people's rounds need to know of the plant, looked up once, within a chapter."""

    def __init__(self, life: Life, members: tuple[Member, ...]) -> None:
        self.life = life
        look = life.journal.records
        self.plans = [required(look, InspectionPlan, life.ids[one.name]) for one in ROUNDS]
        self.zones = {life.ids[place.name]: place for place in PLACES}
        self.labels: dict[str, Label | None] = {zone: living_label(look, zone) for zone in self.zones}
        self.crews: dict[str, list[str]] = {}
        for member in members:
            if member.team:
                self.crews.setdefault(member.team, []).append(member.name)

    def happenings(self) -> Iterator[Happening]:
        """All rounds from the day after the founding until today, and the tasks they are made from."""
        yield from revisions(self.life)
        first = (self.life.founded + timedelta(days=1)).astimezone(SHANGHAI).date()
        today = self.life.until.astimezone(SHANGHAI).date()
        for share in SHARES:
            begins = max(share.first, first)
            if begins <= min(today, share.last):
                yield from self._of_period(share, begins)
        yield from self._weeks(max(first, GO_LIVE), today)

    def _weeks(self, first: date, today: date) -> Iterator[Happening]:
        """The tasks of each week are made early on its first day; those of the first week when it begins."""
        day = first
        while day <= today:
            last = day + timedelta(days=6 - day.weekday())
            at = datetime.combine(day, time(0, 5), SHANGHAI)
            go = partial(_as_system, kind="inspections.make_tasks", first=day.isoformat(), last=last.isoformat())
            yield Happening(at, "tasks", go)
            day = last + timedelta(days=1)

    def _tasks(self, share: Share, begins: date) -> list[Inspection]:
        look = self.life.journal.records
        found = [task for plan in self.plans for task in asked_for(look, plan, begins, share.last)]
        return sorted(found, key=lambda one: (one.due_at, one.id))

    def _of_period(self, share: Share, begins: date) -> Iterator[Happening]:
        chance = random.Random(f"{self.life.seed} rounds {share.first}")
        tasks = self._tasks(share, begins)
        quiet = {plan.id: midnight(self.life.until) - QUIET[recurrence(plan.every).frequency] for plan in self.plans}
        order = sorted(range(len(tasks)), key=lambda place: self._diligence(tasks[place], chance))
        failing = set(order[: round((1 - share.done) * len(tasks))])
        missed: dict[date, list[str]] = {}
        for place, task in enumerate(tasks):
            fails, late, at = place in failing, chance.random() < 0.3, self._when(task, chance)
            who = self._who(task, chance)
            if fails and task.due_at < quiet[task.plan]:
                if late:
                    at = task.closes_at + timedelta(minutes=chance.uniform(5, 90))
                else:
                    missed.setdefault(task.closes_at.astimezone(SHANGHAI).date(), []).append(task.id)
                    continue
            yield Happening(at, task.id, partial(self._check_in, task=task, who=who, luck=chance.random()))
        for day, ids in missed.items():
            at = datetime.combine(day + timedelta(days=1), time(0, 10), SHANGHAI)
            yield Happening(at, "missed", partial(_as_system, kind="inspections.miss", inspections=ids))

    def _diligence(self, task: Inspection, chance: random.Random) -> float:
        """The least diligent come first: rounds at night, the second of the day, and in summer's heat."""
        hour = task.due_at.astimezone(SHANGHAI).hour
        care = 1.0 if hour < 12 else 0.75 if hour < 20 else 0.6
        return chance.random() * care * (0.85 if task.due_at.month in (7, 8) else 1.0)

    def _who(self, task: Inspection, chance: random.Random) -> str:
        place = self.zones[task.zone]
        team = next((one.team for one in ROUNDS if task.plan == self.life.ids[one.name] and one.team), place.workers)
        crew = self.crews.get(team) or self.crews["设备班"]  # a small plant has no one for some places
        if team == TICKING:
            return crew[task.due_at.toordinal() // 7 % len(crew)]
        return chance.choice(crew)

    def _when(self, task: Inspection, chance: random.Random) -> datetime:
        day = task.due_at.astimezone(SHANGHAI)
        place = self.zones[task.zone]
        if task.closes_at - task.opens_at < timedelta(hours=2):
            return task.due_at + timedelta(minutes=chance.uniform(-22, 25))
        today = self.life.until.astimezone(SHANGHAI).date()
        if day.date() == today:
            due = place.name in DUE_TODAY
            return day.replace(hour=23 if due else 7, minute=chance.randrange(10, 50))
        if place.workers == TICKING:
            return day.replace(hour=8, minute=2) + timedelta(seconds=chance.uniform(0, 55))
        return day.replace(hour=chance.randrange(8, 16), minute=chance.randrange(60), second=chance.randrange(60))

    def _check_in(self, life: Life, task: Inspection, who: str, luck: float) -> None:
        label = self.labels[task.zone]
        args: dict[str, Any] = {"inspection": task.id}
        if label and luck > 0.02:
            args["label"] = label.id
        if luck > 0.985:
            args["note"] = "发现问题，已随手拍上报"
        args |= answers(life, task, luck)
        life.do(life.someone(who), "inspections.check_in", **args)


def _as_system(life: Life, kind: str, **args: Any) -> None:
    life.do(SYSTEM, kind, **args)


assert set(DUE_TODAY) <= set(PLACE)
