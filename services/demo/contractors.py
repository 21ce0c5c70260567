"""Contractors at the demo plant: three companies with papers, their people, and work permits of the last days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from services.core.contractors import PaperKind
from services.core.permit_forms import Work, WorkLevel
from services.core.roles import Role
from services.demo.cast import FOUNDER, PLACE, Member
from services.demo.life import SHANGHAI, Happening, Life

OFFICER, OWNER = "王芳", "沈国强"


class Company(NamedTuple):
    """A company, and its papers with the days from the end of the story on for which they are good."""

    name: str
    trade: str
    papers: tuple[tuple[PaperKind, str, int], ...]


COMPANIES = (
    Company(
        "江城设备安装有限公司",
        "设备安装、检修",
        (("licence", "营业执照", 2600), ("qualification", "机电工程施工总承包资质", 410), ("insurance", "工伤保险", 5)),
    ),
    Company(
        "东晟防腐工程有限公司",
        "防腐、喷涂",
        (
            ("safety_licence", "安全生产许可证", 240),
            ("insurance", "安全生产责任险", 62),
            ("agreement", "安全协议", 200),
        ),
    ),
    Company("宏远起重吊装队", "吊装", (("insurance", "工伤保险", -9), ("agreement", "安全协议", 150))),
)
TRADES = ("焊工", "管工", "电工", "油漆工")


class Plan(NamedTuple):
    """A permit that holds from a time of a day (counted from the story's last one) for so many hours. `to` is how far
    it comes in that time; what runs on is never closed."""

    day: int
    time: str
    hours: float
    work: Work
    level: WorkLevel
    zone: str
    place: str
    task: str
    leader: str
    guardian: str
    to: str
    gas: tuple[float, ...] = ()
    outside: bool = False


HOT: Work = "hot_work"
TANK: Work = "confined_space"
POWER: Work = "temporary_electricity"
PLANS = (
    Plan(-6, "13:10", 3, HOT, "second", "机加工车间", "3 号数控车床", "焊接接油盘支架", "杨帆", "徐鹏", "closed", (1,)),
    Plan(-5, "08:40", 5, "height", "first", "成品库", "货架 B 排", "更换照明灯具", "胡斌", "朱海涛", "closed"),
    Plan(-4, "14:00", 2, "lifting", "third", "冲压车间", "5 号冲床", "更换曲轴吊装", "赵刚", "徐鹏", "closed"),
    Plan(-3, "09:00", 4, TANK, "only", "热处理车间", "油槽", "清理残渣", "高明", "杨帆", "closed", (21, 1, 3, 0)),
    Plan(-2, "13:30", 3, HOT, "first", "焊接车间", "除尘管道", "风管补焊", "杨帆", "徐鹏", "stopped", (2,), True),
    Plan(-2, "08:20", 36, POWER, "only", "装卸平台", "2 号月台", "月台临时照明", "朱海涛", "胡斌", "running"),
    Plan(-1, "09:15", 240, POWER, "only", "喷涂车间", "烘房旁", "烘房改造用电", "胡斌", "朱海涛", "running"),
    Plan(0, "08:10", 3, HOT, "second", "维修间", "焊接平台", "制作设备底座", "杨帆", "徐鹏", "closed", (1,), True),
    Plan(0, "09:00", 22, "height", "second", "喷涂车间", "排风管", "更换排风管软接", "高明", "胡斌", "applied"),
    Plan(0, "13:20", 4, HOT, "second", "维修间", "焊接平台", "设备底座补焊", "杨帆", "徐鹏", "closed", (1,), True),
)


def happenings(life: Life, members: tuple[Member, ...]) -> Iterator[Happening]:
    """The companies come before the first permit; none of it where the plant is younger than that."""
    first = _at(life, -12, "09:30")
    if life.founded + timedelta(days=1) > first:
        return
    outside = [one.name for one in members if Role.CONTRACTOR in one.roles]
    yield Happening(first, "contractors", partial(_companies, people=outside))
    for number, plan in enumerate(PLANS):
        yield from _permit(life, plan, f"permit {number}")


def _at(life: Life, day: int, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    last = life.until.astimezone(SHANGHAI).date()
    return datetime.combine(last + timedelta(days=day), time(hour, minute), SHANGHAI)


def _companies(life: Life, people: list[str]) -> None:
    officer, day0 = life.someone(OFFICER), life.until.astimezone(SHANGHAI).date()
    for one in COMPANIES:
        owner = life.ids[OWNER]
        life.ids[one.name] = life.do(officer, "contractors.add", name=one.name, trade=one.trade, owner=owner)
        for paper, title, days in one.papers:
            _paper(life, one.name, paper, title, day0 + timedelta(days=days))
    for place, name in enumerate(people):
        member = {"person": life.ids[name], "contractor": life.ids[COMPANIES[place // 2 % 2].name]}
        made = life.do(officer, "contractor_people.link", **member, trade=TRADES[place % len(TRADES)])
        if place != 3:
            life.do(officer, "contractor_people.induct", contractor_person=made)
    for hazard in life.journal.records.find("hazard", zone=life.ids["喷涂车间"])[-2:]:
        life.do(officer, "contractor_hazards.attribute", hazard=hazard.id, contractor=life.ids[COMPANIES[1].name])


def _paper(life: Life, company: str, paper: PaperKind, title: str, until: date) -> None:
    given = {"contractor": life.ids[company], "paper": paper, "title": title, "valid_until": until.isoformat()}
    life.do(life.someone(OFFICER), "contractor_papers.add", **given)


def _permit(life: Life, plan: Plan, key: str) -> Iterator[Happening]:
    begins = _at(life, plan.day, plan.time)
    yield Happening(begins - timedelta(minutes=70), key, partial(_apply, plan=plan, key=key, begins=begins))
    if plan.to == "applied":
        return
    yield Happening(begins + timedelta(minutes=2), key, partial(_start, plan=plan, key=key))
    if plan.to == "stopped":
        yield Happening(begins + timedelta(minutes=80), key, partial(_stop, key=key))
    if plan.to in ("closed", "stopped"):
        yield Happening(begins + timedelta(hours=plan.hours - 0.3), key, partial(_close, plan=plan, key=key))


def _apply(life: Life, plan: Plan, key: str, begins: datetime) -> None:
    leader, guardian = life.someone(plan.leader), life.someone(plan.guardian)
    company = {"contractor": life.ids[COMPANIES[0].name]} if plan.outside else {}
    asked = {
        "work": plan.work,
        "work_level": plan.level,
        "zone": life.ids[plan.zone],
        "place": plan.place,
        "task": plan.task,
        "begins_at": begins.isoformat(),
        "ends_at": (begins + timedelta(hours=plan.hours)).isoformat(),
        "leader": leader.person,
        "guardian": guardian.person,
    }
    id_ = life.ids[key] = life.do(leader, "permits.apply", **asked, **company)
    permit = life.journal.records.get("permit", id_)
    assert permit is not None
    life.do(guardian, "permits.confirm", permit=id_, confirmed=list(permit.measures))
    signers = {"work_leader": plan.leader, "guardian": plan.guardian, "zone_owner": PLACE[plan.zone].supervisor}
    signers |= {"safety": OFFICER, "manager": FOUNDER.name}
    for sign in permit.signs:
        if plan.to == "applied" and sign not in ("work_leader", "guardian"):
            return
        life.do(life.someone(signers[sign]), "permits.sign", permit=id_)


def _start(life: Life, plan: Plan, key: str) -> None:
    permit = life.journal.records.get("permit", life.ids[key])
    assert permit is not None
    if permit.gases:
        measured = [{"gas": one.gas, "value": value} for one, value in zip(permit.gases, plan.gas, strict=True)]
        life.do(life.someone(plan.guardian), "permits.read_gas", permit=permit.id, measured=measured, spot="作业点")
    life.do(life.someone(plan.leader), "permits.start", permit=permit.id)


def _stop(life: Life, key: str) -> None:
    life.do(life.someone(OFFICER), "permits.stop", permit=life.ids[key], reason="除尘管道内积尘没有清净，有爆燃危险")


def _close(life: Life, plan: Plan, key: str) -> None:
    permit = life.journal.records.get("permit", life.ids[key])
    assert permit is not None
    guardian = life.someone(plan.guardian)
    life.do(guardian, "permits.close", permit=permit.id, checked=list(permit.closing), note="现场已清理，留守 30 分钟")
