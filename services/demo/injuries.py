"""Injuries at the demo plant: 28 in the year on paper, few since; near misses and first aid besides."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from services.core.incidents import AccidentType, IncidentKind
from services.core.investigations import Branch
from services.demo.cast import PLACE, Member
from services.demo.holidays import works
from services.demo.life import SHANGHAI, Happening, Life
from services.demo.ordinary import HALF_YEARS


class Hurt(NamedTuple):
    """A way to be hurt, and how many working days are lost by it, at least and at most."""

    place: str
    type: AccidentType
    says: str
    injury: str
    least: int
    most: int


HURTS = (
    Hurt("冲压车间", "machinery", "调整模具时手未离开，滑块下行压到手指", "左手食指末节压伤", 12, 45),
    Hurt("冲压车间", "object_strike", "搬运板料滑落砸到脚", "右脚脚背挫伤", 3, 10),
    Hurt("机加工车间", "machinery", "清理切屑时被卷屑划伤", "右手掌切割伤，缝4针", 3, 8),
    Hurt("机加工车间", "machinery", "未停机测量工件，衣袖被卷入", "右前臂擦伤", 5, 15),
    Hurt("机加工车间", "other", "地面有油，走路滑倒", "腰部扭伤", 3, 14),
    Hurt("磨削车间", "object_strike", "砂轮碎块飞出，护目镜没戴好", "左眼角膜异物", 3, 7),
    Hurt("磨削车间", "machinery", "修整砂轮时手碰到砂轮", "左手拇指擦伤", 2, 6),
    Hurt("焊接车间", "burn", "焊渣溅入鞋内", "右脚踝烫伤", 2, 6),
    Hurt("焊接车间", "other", "未戴面罩看焊接弧光", "双眼电光性眼炎", 1, 3),
    Hurt("热处理车间", "burn", "工件入油时热油溅出", "右手背烫伤", 4, 12),
    Hurt("喷涂车间", "poisoning", "排风故障仍继续喷涂，头晕", "溶剂吸入，留观一天", 1, 3),
    Hurt("装卸平台", "vehicle", "叉车倒车碰到旁边的人", "左小腿挫伤", 5, 20),
    Hurt("原料库", "lifting", "吊带滑脱，圆钢摆动撞到人", "左肩挫伤", 4, 15),
    Hurt("成品库", "object_strike", "托盘倒塌，货物砸到手臂", "右前臂骨裂", 20, 45),
    Hurt("维修间", "machinery", "台钻未用夹具，工件旋转打手", "右手中指挫裂伤", 3, 9),
    Hurt("配电室", "electric_shock", "检修时误碰带电端子", "右手电击伤，留观", 2, 5),
    Hurt("物流通道", "other", "绊到地上的电缆摔倒", "右膝擦伤", 1, 4),
)
NEAR_MISSES: tuple[tuple[str, AccidentType, str], ...] = (
    ("主通道", "vehicle", "叉车转弯没有鸣笛，差点撞到行人"),
    ("成品库", "object_strike", "货架上纸箱掉落，旁边没有人"),
    ("冲压车间", "machinery", "光幕失效时有人伸手，被同事拉住"),
    ("机加工车间", "object_strike", "卡盘扳手忘记取下，开机飞出"),
    ("焊接车间", "fire", "焊渣引燃擦布，当场扑灭"),
    ("调漆区", "fire", "倒溶剂时没有接地，有静电火花"),
    ("装卸平台", "fall_from_height", "平台边没有护栏，差点踏空"),
)


WHYS = (
    "夜班只安排了一名电工巡检",
    "当班另一名电工临时支援空压机房",
    "夜间排班没有备用人员",
    "巡检制度没有写明配电室必须两人同行",
)
CAUSES: tuple[tuple[Branch, str, bool], ...] = (
    ("man", "当班电工认为“看一眼就走”不用监护", False),
    ("machine", "门禁允许单人刷卡进入", False),
    ("method", "巡检制度没有规定两人同行", True),
    ("method", "人员支援时没有调整巡检", False),
    ("environment", "夜间照明不足，停留时间长", False),
)


class Term(NamedTuple):
    """How many recordable injuries there are from a day to another."""

    first: date
    last: date
    hurt: int


ON_PAPER = (Term(date(2024, 1, 1), date(2024, 12, 31), 28), Term(date(2025, 1, 1), date(2025, 3, 31), 6))
SINCE = (
    Term(date(2025, 4, 1), date(2025, 6, 30), 3),
    Term(date(2025, 7, 1), date(2025, 12, 31), 2),
    *(Term(first, last, 2) for first, last in HALF_YEARS),
)


class Injury(NamedTuple):
    """Someone was hurt."""

    at: datetime
    who: str
    how: Hurt
    days_lost: int


def injuries(seed: int, term: Term, members: tuple[Member, ...]) -> list[Injury]:
    """The injuries of a term, in the order in which they happened."""
    chance = random.Random(f"{seed} injuries {term.first}")
    found = []
    for _ in range(term.hurt):
        how = chance.choice(HURTS)
        crew = [m.name for m in members if m.team == PLACE[how.place].workers]
        at = moment(chance, term.first, term.last)
        found.append(Injury(at, chance.choice(crew), how, chance.randint(how.least, how.most)))
    return sorted(found)


def moment(chance: random.Random, first: date, last: date) -> datetime:
    """A moment at work, by whole minutes."""
    while not works(day := first + timedelta(days=chance.randrange((last - first).days + 1))):
        pass
    return datetime.combine(day, time(chance.randrange(8, 22), chance.randrange(60)), SHANGHAI)


def happenings(life: Life, members: tuple[Member, ...]) -> Iterator[Happening]:
    """What is recorded after go-live, an hour or so after it happened; none in the last days."""
    begins, ends = life.founded + timedelta(days=1), life.until - timedelta(days=4)
    for term in SINCE:
        for number, one in enumerate(injuries(life.seed, term, members)):
            if begins < one.at < ends:
                said = {"description": one.how.says, "days_lost": one.days_lost, "injury": one.how.injury}
                go = partial(_record, kind="recordable_injury", at=one.at, how=one.how, who=one.who, said=said)
                yield Happening(one.at + timedelta(minutes=70), f"injury {number}", go)
        yield from _near_misses(life, term, begins, ends)
    yield from (_alone(life), _studied(life))


def _near_misses(life: Life, term: Term, begins: datetime, ends: datetime) -> Iterator[Happening]:
    """Three a month: that they are told is a good sign."""
    chance = random.Random(f"{life.seed} near misses {term.first}")
    for number in range(round((term.last - term.first).days / 10)):
        at, (place, type_, says) = moment(chance, term.first, term.last), chance.choice(NEAR_MISSES)
        if begins < at < ends:
            how = Hurt(place, type_, says, "", 0, 0)
            go = partial(_record, kind="near_miss", at=at, how=how, who="", said={"description": says})
            yield Happening(at + timedelta(minutes=30), f"near miss {number}", go)


def _alone(life: Life) -> Happening:
    """Three nights before the end somebody is in the switch room alone; it is recorded in the morning."""
    day = life.until.astimezone(SHANGHAI).date() - timedelta(days=3)
    at = datetime.combine(day, time(22, 52), SHANGHAI)
    how = Hurt("配电室", "electric_shock", "夜间巡检时一人进入配电室，停留47分钟，没有监护人", "", 0, 0)
    go = partial(_record, kind="near_miss", at=at, how=how, who="", said={"description": how.says})
    return Happening(datetime.combine(day + timedelta(days=1), time(8, 20), SHANGHAI), "alone", go)


def _studied(life: Life) -> Happening:
    """On the next day it is being investigated."""
    day = life.until.astimezone(SHANGHAI).date() - timedelta(days=2)
    return Happening(datetime.combine(day, time(10, 5), SHANGHAI), "alone", _study)


def _study(life: Life) -> None:
    newest = life.journal.records.find("incident", zone=life.ids["配电室"])[-1]
    leader = life.someone(PLACE["配电室"].supervisor)
    opened = {"incident": newest.id, "leader": leader.person}
    study = life.do(life.someone("王芳"), "investigations.open", **opened)
    life.do(leader, "investigations.set_whys", investigation=study, whys=list(WHYS))
    causes = [{"branch": branch, "text": text, "root": root} for branch, text, root in CAUSES]
    life.do(leader, "investigations.set_causes", investigation=study, causes=causes)
    action = {"description": "修订夜间巡检制度：配电室两人同行，并培训到班组", "zone": life.ids["安环部"]}
    life.do(leader, "investigations.act", investigation=study, **action)


def _record(life: Life, kind: IncidentKind, at: datetime, how: Hurt, who: str, said: dict[str, object]) -> None:
    whose = {"person": life.ids[who]} if who else {}
    where = {"zone": life.ids[how.place], "accident_type": how.type, "at": at.isoformat()}
    leader = life.someone(PLACE[how.place].supervisor)
    life.do(leader, "incidents.record", kind=kind, **where, **said, **whose)
