"""The rest of the people: names, numbers, teams and departments from the seed, as many as are wanted."""

import random
from collections.abc import Iterator

from services.core.roles import Role
from services.demo.cast import FIXER, FOUNDER, LEADER, MAINTENANCE, MEMBERS, TEAMS, WORKER, Member

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万"
)
MENS = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢亮阳峰建国志东海文武新良永福生祥卫兵根宝庆"
WOMENS = "芳娜敏静秀丽艳娟霞燕玲桂英梅兰红玉萍凤洁琴云莲雪慧巧美倩婷雅欣颖露佳琳莹晶蕾春菊珍爱"
MEN = 0.68  # of all
ONE_CHARACTER = 0.22  # of the given names

# how many of 100 people are where; the rest is in offices
SHARES = {
    "冲压一班": 9,
    "冲压二班": 9,
    "机加一班": 12,
    "机加二班": 12,
    "磨削班": 7,
    "焊接班": 8,
    "喷涂班": 7,
    "热处理班": 6,
    "质检班": 6,
    "后勤班": 5,
    "机修班": 3,
    "电气班": 2,
    "设备班": 3,
    "仓储班": 4,
}
# departments with the roles of which there are one or a few
ONES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("行政人事部", (Role.HR,)),
    ("行政人事部", (Role.SHOP_CLERK,)),
    ("财务部", (Role.AUDITOR,)),
    *[("设备部", (Role.CONTRACTOR,))] * 4,
)
OFFICES = ("技术部", "行政人事部", "财务部", "生产部", "质量部")
LED_BY_NOBODY = tuple(
    team for team in TEAMS if not any(one.team == team and Role.TEAM_LEADER in one.roles for one in MEMBERS)
)


def everybody(seed: int, people: int) -> tuple[Member, ...]:
    """All members but the founder: the main characters, and as many more as make `people` with the founder."""
    return (*MEMBERS, *(member for member, _ in zip(_more(seed), range(people - len(MEMBERS) - 1), strict=False)))


def _more(seed: int) -> Iterator[Member]:
    """Without end. Leaders of teams without one come first, then the roles of which there are one or a few."""
    chance = random.Random(f"{seed} crowd")
    taken = {FOUNDER.name, *(member.name for member in MEMBERS)}
    teams, first = _teams(chance), iter((*((team, LEADER) for team in LED_BY_NOBODY), *ONES))
    for number in _numbers():
        name = _name(chance, taken)
        place, roles = next(first, ("", ()))
        if roles:
            yield Member(number, name, "", roles, place if place in TEAMS else None, TEAMS.get(place, place))
            continue
        team = next(teams)
        where = TEAMS[team] if team else chance.choice(OFFICES)
        yield Member(number, name, "", FIXER if team in MAINTENANCE else WORKER, team or None, where)


def _numbers() -> Iterator[str]:
    taken = {member.number for member in MEMBERS}
    return (number for count in range(3001, 9999) if (number := f"HD{count}") not in taken)


def _teams(chance: random.Random) -> Iterator[str]:
    """Out of each hundred people the shares of each team, in another order every time."""
    while True:
        hundred = [team for team, share in SHARES.items() for _ in range(share)]
        hundred += [""] * (100 - len(hundred))
        chance.shuffle(hundred)
        yield from hundred


def _name(chance: random.Random, taken: set[str]) -> str:
    while True:
        given = MENS if chance.random() < MEN else WOMENS
        count = 1 if chance.random() < ONE_CHARACTER else 2
        # surnames at the front of the list are the most frequent ones
        name = SURNAMES[int(len(SURNAMES) * chance.random() ** 2)] + "".join(chance.sample(given, count))
        if name not in taken:
            taken.add(name)
            return name
