"""Sixty ways to come by points that nobody has earned, and a works of honest people, for what tells the two apart."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from services.core.hazards import Hazard, State
from services.core.points_patterns import Arrival, Undone
from tests.makers import NOON, hazard, sha

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
THINGS = (
    "光幕",
    "护罩",
    "急停按钮",
    "灭火器",
    "地线",
    "吊带",
    "气瓶",
    "托盘",
    "油管",
    "配电箱",
    "砂轮",
    "卡盘",
    "叉车",
    "货架",
)
WRONGS = ("松动", "缺失", "失效", "锈蚀", "被遮挡", "漏油", "过期", "破损", "未固定", "无标识", "变形", "接触不良")
PLACES = ("左侧", "右侧", "门口", "2号机旁", "5号机旁", "立柱下", "通道边", "操作台前", "货位3", "货位7")


@dataclass
class Facts:
    """What is looked at."""

    hazards: list[Hazard] = field(default_factory=list)
    looks: dict[str, int] = field(default_factory=dict)
    arrivals: list[Arrival] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scheme:
    """By whom it is done, and what of it is seen."""

    name: str
    people: tuple[str, ...]
    facts: Facts


def passed(reporter: str, by: str, **given: Any) -> Hazard:
    """A hazard that somebody has passed."""
    plain: dict[str, Any] = {"state": State.FIRST_PASSED, "first_by": by, "first_at": NOON + HOUR, "zone": "z"}
    return hazard(reporter=reporter, **{**plain, **given})


def schemes() -> Iterator[Scheme]:
    """All that has to be seen; what is blocked at once is not among them."""
    yield from _rings()
    yield from _splits()
    yield from _photos()
    yield from _rounds()
    for many in (3, 4, 7):
        found = [_quick("甲", number, MINUTE * (5 + number)) for number in range(many)]
        yield Scheme(f"own fixes {many}", ("甲",), Facts(hazards=found))
    for many in (20, 35, 60, 100):
        undone = [Undone(NOON + MINUTE * number, "主管", "hazard", f"h{number}") for number in range(many)]
        yield Scheme(f"reversals {many}", ("主管",), Facts(undone=undone))


def _rings() -> Iterator[Scheme]:
    for size in (2, 3, 4, 5):
        for each, alone in ((5, True), (6, False), (8, True), (12, False)):
            ring = tuple(f"r{number}" for number in range(size))
            found = [
                passed(one, ring[(place + 1) % size], reported_at=NOON + HOUR * (size * turn + place), before=())
                for turn in range(each)
                for place, one in enumerate(ring)
            ]
            others = [] if alone else [passed(f"w{n}", f"o{n % 3}", reported_at=NOON + HOUR * n) for n in range(30)]
            yield Scheme(f"ring of {size}, {each} each, alone {alone}", ring, Facts(hazards=[*found, *others]))


def _splits() -> Iterator[Scheme]:
    said = "2号冲床光幕失效，手可伸入"
    for parts in (2, 3, 5):
        for gap in (MINUTE, MINUTE * 20, HOUR, HOUR * 3):
            found = [
                passed("甲", "官", description=f"{said}（{number}）", reported_at=NOON + gap * number, before=())
                for number in range(parts)
            ]
            yield Scheme(f"split in {parts}, {gap} apart", ("甲",), Facts(hazards=found))
    for who in ("甲", "乙"):
        shas, looks = (sha("near 1"), sha("near 2")), (0x1234567890ABCDEF, 0x1234567890ABCDEF ^ 0b1101101)
        pair = [
            passed(name, "官", description=said, before=(photo,), reported_at=NOON + MINUTE * at)
            for name, photo, at in (("甲", shas[0], 0), (who, shas[1], 4))
        ]
        yield Scheme(f"split, photos of one thing, {who}", (who,), Facts(pair, dict(zip(shas, looks, strict=True))))


def _photos() -> Iterator[Scheme]:
    first, again, look = sha("first"), sha("again"), 0xF0E1D2C3B4A59687
    for bits in (0, 1, 2, 3):
        apart = look ^ ((1 << bits) - 1) << 13
        for who in ("甲", "乙"):
            found = [
                passed("甲", "官", before=(first,), description="叉车通道积水"),
                passed(who, "官", before=(again,), description="氧气瓶倒放", zone="y", reported_at=NOON + DAY * 9),
            ]
            yield Scheme(f"photo {bits} bits apart by {who}", (who,), Facts(found, {first: look, again: apart}))
    old = passed("甲", "官", before=(first,), reported_at=NOON)
    yield Scheme("a photo from long ago", ("甲",), Facts([old], owners={first: "long-ago"}))
    twice = [passed("甲", "官", before=(first,), zone=zone) for zone in ("z", "y")]
    yield Scheme("the same photo, octet by octet", ("甲",), Facts(twice))


def _rounds() -> Iterator[Scheme]:
    def came(number: int, who: str = "甲", late: timedelta = MINUTE, device: str = "phone-1", **given: Any) -> Arrival:
        at = NOON + MINUTE * 7 * number
        return Arrival(f"i{number}", who, at, at + late, device, **given)

    for hours in (25, 30, 48, 100, 400):
        yield Scheme(f"back-dated by {hours} h", ("甲",), Facts(arrivals=[came(0, late=HOUR * hours)]))
    for many in (2, 3, 6):
        arrivals = [came(number, photos=(sha("gauge"),)) for number in range(many)]
        yield Scheme(f"replayed photo {many}", ("甲",), Facts(arrivals=arrivals))
    for many in (3, 4, 6):
        arrivals = [came(number, who=f"p{number}") for number in range(many)]
        yield Scheme(f"one phone for {many}", ("p0", "p1", "p2"), Facts(arrivals=arrivals))


def _quick(who: str, number: int, took: timedelta) -> Hazard:
    at = NOON + HOUR * 3 * number
    return passed(
        who, "官", zone=f"q{number}", reported_at=at, fixed_by=who, fixed_at=at + took, description=f"{number}"
    )


def honest(many: int, seed: int = 7) -> Facts:
    """So many hazards of 380 people in 60 zones, a supervisor each, in 60 days. No two photos look alike, which is
    kinder than life. Check-ins come at once, some when a phone is in reach again, and two of a team share a phone now
    and then."""
    chance = random.Random(seed)
    people, officers = [f"p{number}" for number in range(380)], [f"o{number}" for number in range(4)]
    facts = Facts()
    for number in range(many):
        zone, at = chance.randrange(60), NOON + DAY * 60 * chance.random()
        who = chance.choice(people[zone * 6 : zone * 6 + 12] if chance.random() < 0.7 else people)
        said = f"{chance.choice(PLACES)}{chance.choice(THINGS)}{chance.choice(WRONGS)}"
        by = f"s{zone}" if chance.random() < 0.8 else chance.choice(officers)
        photo, took = sha(f"photo {number}"), timedelta(hours=chance.lognormvariate(2.5, 1))
        facts.looks[photo] = chance.getrandbits(64)
        one = passed(who, by, zone=f"z{zone}", description=said, before=(photo,), reported_at=at)
        facts.hazards.append(replace(one, fixed_by=f"f{zone}", fixed_at=at + took))
    _honest_rounds(facts, people, chance)
    return facts


def _honest_rounds(facts: Facts, people: Sequence[str], chance: random.Random) -> None:
    for number in range(4000):
        who, at = chance.randrange(380), NOON + DAY * 60 * chance.random()
        late = HOUR * chance.uniform(0.1, 12) if chance.random() < 0.05 else MINUTE * chance.random()
        device = f"phone-{who - who % 2 if chance.random() < 0.02 else who}"
        facts.arrivals.append(Arrival(f"i{number}", people[who], at, at + late, device, (sha(f"check {number}"),)))
