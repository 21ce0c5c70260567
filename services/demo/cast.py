"""Who works at the demo plant and where: people, teams, and the zones over the rooms of our own floor plan."""

from typing import NamedTuple

from services.core.geometry import Polygon
from services.core.roles import Role
from services.plans.sample_layout import ROOMS
from services.plans.sheet import MARGIN

PLANT = "华东精工机械"
BUILDING, FLOOR = "一号厂房", "一层"
ADDRESS = "http://192.168.10.20:8750"  # a bare address in the house: the console warns that it may change
TEAMS = ("机修班", "电气班", "设备班", "仓储班")


class Member(NamedTuple):
    """One of the people; `latin` is the local part of the e-mail address."""

    number: str
    name: str
    latin: str
    roles: tuple[Role, ...]
    team: str | None = None


LEADING_FIXER = (Role.TEAM_LEADER, Role.FIXER)
FOUNDER = Member("HD1001", "刘洋", "liu.yang", (Role.EHS_MANAGER, Role.IT_ADMIN))
MEMBERS = (
    Member("HD1002", "王芳", "wang.fang", (Role.SAFETY_OFFICER,)),
    Member("HD1003", "陈志强", "chen.zhiqiang", (Role.SAFETY_OFFICER,)),
    Member("HD1005", "周建国", "zhou.jianguo", (Role.DEPARTMENT_MANAGER,)),
    Member("HD1008", "林晓东", "lin.xiaodong", (Role.IT_ADMIN,)),
    Member("HD1011", "马超", "ma.chao", (Role.TEAM_LEADER,)),
    Member("HD1012", "李雪梅", "li.xuemei", (Role.TEAM_LEADER,)),
    Member("HD1013", "吴磊", "wu.lei", (Role.TEAM_LEADER,)),
    Member("HD1014", "郑丽华", "zheng.lihua", (Role.TEAM_LEADER,)),
    Member("HD1015", "何军", "he.jun", LEADING_FIXER, "仓储班"),
    Member("HD1021", "赵刚", "zhao.gang", LEADING_FIXER, "机修班"),
    Member("HD1022", "杨帆", "yang.fan", (Role.FIXER,), "机修班"),
    Member("HD1023", "徐鹏", "xu.peng", (Role.FIXER,), "机修班"),
    Member("HD1031", "孙伟", "sun.wei", LEADING_FIXER, "电气班"),
    Member("HD1032", "朱海涛", "zhu.haitao", (Role.FIXER,), "电气班"),
    Member("HD1033", "胡斌", "hu.bin", (Role.FIXER,), "电气班"),
    Member("HD1041", "钱永健", "qian.yongjian", LEADING_FIXER, "设备班"),
    Member("HD1042", "高明", "gao.ming", (Role.FIXER,), "设备班"),
    Member("HD1051", "罗勇", "luo.yong", (Role.FIXER,), "仓储班"),
    Member("HD2016", "黄小燕", "huang.xiaoyan", (Role.WORKER,)),
    Member("HD2023", "谢军", "xie.jun", (Role.WORKER,)),
    Member("HD2031", "唐敏", "tang.min", (Role.WORKER,)),
    Member("HD2038", "韩雪", "han.xue", (Role.WORKER,)),
    Member("HD2044", "曹阳", "cao.yang", (Role.WORKER,)),
)
WITH_PASSWORD = ("刘洋", "王芳", "陈志强", "周建国", "马超", "何军", "赵刚", "孙伟", "杨帆")


class Place(NamedTuple):
    """A zone: its name and class, who answers for it, its maintenance team, its outline in metres of the drawing."""

    name: str
    zone_class: str
    supervisor: str
    team: str
    outline: Polygon


def room(name: str) -> Polygon:
    """The inner faces of a room of the plan."""
    return next(each.polygon_m for each in ROOMS if each.name == name)


def corners(*spots: tuple[int, int]) -> Polygon:
    """An outline by corners in millimetres of the hall."""
    return tuple(((x + MARGIN) / 1000, (y + MARGIN) / 1000) for x, y in spots)


def box(left: int, bottom: int, right: int, top: int) -> Polygon:
    """A rectangle in millimetres of the hall."""
    return corners((left, bottom), (right, bottom), (right, top), (left, top))


# The paint is mixed in a corner of the spraying shop; the shop's own zone goes round it.
MIXING = box(14_100, 6_600, 18_300, 8_800)
SPRAYING = corners(
    (14_100, 300),
    (29_900, 300),
    (29_900, 15_900),
    (14_100, 15_900),
    (14_100, 8_800),
    (18_300, 8_800),
    (18_300, 6_600),
    (14_100, 6_600),
)
PLACES = (
    Place("冲压车间", "A", "马超", "机修班", room("冲压车间")),
    Place("机加工车间", "B", "李雪梅", "机修班", room("机加工车间")),
    Place("磨削车间", "B", "李雪梅", "机修班", room("磨削车间")),
    Place("焊接车间", "A", "吴磊", "机修班", room("焊接车间")),
    Place("喷涂车间", "A", "郑丽华", "设备班", SPRAYING),
    Place("调漆区", "A", "郑丽华", "设备班", MIXING),
    Place("空压机房", "B", "钱永健", "设备班", room("空压机房")),
    Place("配电室", "A", "孙伟", "电气班", room("配电室")),
    Place("主通道", "C", "何军", "仓储班", room("主通道")),
    Place("原料库", "C", "何军", "仓储班", box(300, 300, 7_200, 15_900)),
    Place("成品库", "C", "何军", "仓储班", box(7_200, 300, 13_900, 15_900)),
    Place("计量室", "D", "李雪梅", "电气班", room("计量室")),
    Place("更衣室", "D", "周建国", "设备班", room("更衣室")),
    Place("办公区", "D", "周建国", "设备班", box(48_100, 300, 59_700, 15_900)),
)
