"""Who the demo plant is about, and where: main characters, departments, teams, and the zones over the two floors."""

from typing import NamedTuple

from services.core.geometry import Polygon
from services.core.roles import Role
from services.demo.works.ground import GROUND
from services.demo.works.upper import UPPER

PLANT = "华东精工机械"
BUILDING, GROUND_FLOOR, UPPER_FLOOR = "一号厂房", "一层", "二层"
ADDRESS = "http://192.168.10.20:8750"  # a bare address in the house: the console warns that it may change
SHEETS = {GROUND_FLOOR: GROUND, UPPER_FLOOR: UPPER}

DEPARTMENTS = {
    "安环部": "刘洋",
    "生产部": "周建国",
    "设备部": "沈国强",
    "仓储物流部": "宋丽娟",
    "质量部": "邱建华",
    "技术部": "",
    "行政人事部": "",
    "财务部": "",
}
# those that hazards are sent to come first; each with its department
MAINTENANCE = {"机修班": "设备部", "电气班": "设备部", "设备班": "设备部", "仓储班": "仓储物流部"}
PRODUCTION = {
    "冲压一班": "生产部",
    "冲压二班": "生产部",
    "机加一班": "生产部",
    "机加二班": "生产部",
    "磨削班": "生产部",
    "焊接班": "生产部",
    "喷涂班": "生产部",
    "热处理班": "生产部",
    "质检班": "质量部",
    "后勤班": "行政人事部",
}
TEAMS = {**MAINTENANCE, **PRODUCTION}


class Member(NamedTuple):
    """One of the people; `latin` is the local part of the e-mail address, empty where there is none."""

    number: str
    name: str
    latin: str
    roles: tuple[Role, ...]
    team: str | None = None
    department: str | None = None


LEADER, FIXER, WORKER = (Role.TEAM_LEADER,), (Role.FIXER,), (Role.WORKER,)
LEADING_FIXER = (Role.TEAM_LEADER, Role.FIXER)
MANAGER = (Role.DEPARTMENT_MANAGER,)
FOUNDER = Member("HD1001", "刘洋", "liu.yang", (Role.EHS_MANAGER, Role.IT_ADMIN), None, "安环部")
MEMBERS = (
    Member("HD1002", "王芳", "wang.fang", (Role.SAFETY_OFFICER,), None, "安环部"),
    Member("HD1003", "陈志强", "chen.zhiqiang", (Role.SAFETY_OFFICER,), None, "安环部"),
    Member("HD1005", "周建国", "zhou.jianguo", MANAGER, None, "生产部"),
    Member("HD1006", "沈国强", "shen.guoqiang", MANAGER, None, "设备部"),
    Member("HD1007", "宋丽娟", "song.lijuan", MANAGER, None, "仓储物流部"),
    Member("HD1008", "林晓东", "lin.xiaodong", (Role.IT_ADMIN,), None, "行政人事部"),
    Member("HD1011", "马超", "ma.chao", LEADER, "冲压一班", "生产部"),
    Member("HD1012", "李雪梅", "li.xuemei", LEADER, "机加一班", "生产部"),
    Member("HD1013", "吴磊", "wu.lei", LEADER, "焊接班", "生产部"),
    Member("HD1014", "郑丽华", "zheng.lihua", LEADER, "喷涂班", "生产部"),
    Member("HD1015", "何军", "he.jun", LEADING_FIXER, "仓储班", "仓储物流部"),
    Member("HD1016", "冯志远", "feng.zhiyuan", LEADER, "热处理班", "生产部"),
    Member("HD1017", "邱建华", "qiu.jianhua", LEADER, "质检班", "质量部"),
    Member("HD1021", "赵刚", "zhao.gang", LEADING_FIXER, "机修班", "设备部"),
    Member("HD1022", "杨帆", "yang.fan", FIXER, "机修班", "设备部"),
    Member("HD1023", "徐鹏", "xu.peng", FIXER, "机修班", "设备部"),
    Member("HD1031", "孙伟", "sun.wei", LEADING_FIXER, "电气班", "设备部"),
    Member("HD1032", "朱海涛", "zhu.haitao", FIXER, "电气班", "设备部"),
    Member("HD1033", "胡斌", "hu.bin", FIXER, "电气班", "设备部"),
    Member("HD1041", "钱永健", "qian.yongjian", LEADING_FIXER, "设备班", "设备部"),
    Member("HD1042", "高明", "gao.ming", FIXER, "设备班", "设备部"),
    Member("HD1051", "罗勇", "luo.yong", FIXER, "仓储班", "仓储物流部"),
    Member("HD2016", "黄小燕", "huang.xiaoyan", WORKER, "仓储班", "仓储物流部"),
    Member("HD2023", "谢军", "xie.jun", WORKER, "磨削班", "生产部"),
    Member("HD2031", "唐敏", "tang.min", WORKER, "质检班", "质量部"),
    Member("HD2038", "韩雪", "han.xue", WORKER, "机加一班", "生产部"),
    Member("HD2044", "曹阳", "cao.yang", WORKER, "机加二班", "生产部"),
)
WITH_PASSWORD = ("刘洋", "王芳", "陈志强", "周建国", "马超", "何军", "赵刚", "孙伟", "杨帆")


class Place(NamedTuple):
    """A zone: its name and class, who answers for it, its maintenance team, the team at work there, its floor."""

    name: str
    zone_class: str
    supervisor: str
    team: str
    workers: str
    floor: str = GROUND_FLOOR

    @property
    def outline(self) -> Polygon:
        """In metres of the floor's drawing: the room of the same name."""
        return SHEETS[self.floor].outline(self.name)


PLACES = (
    Place("冲压车间", "A", "马超", "机修班", "冲压一班"),
    Place("机加工车间", "B", "李雪梅", "机修班", "机加一班"),
    Place("磨削车间", "B", "李雪梅", "机修班", "磨削班"),
    Place("焊接车间", "A", "吴磊", "机修班", "焊接班"),
    Place("热处理车间", "A", "冯志远", "设备班", "热处理班"),
    Place("喷涂车间", "A", "郑丽华", "设备班", "喷涂班"),
    Place("调漆区", "A", "郑丽华", "设备班", "喷涂班"),
    Place("化学品库", "A", "何军", "仓储班", "仓储班"),
    Place("危废库", "B", "何军", "仓储班", "仓储班"),
    Place("空压机房", "B", "钱永健", "设备班", "设备班"),
    Place("配电室", "A", "孙伟", "电气班", "电气班"),
    Place("维修间", "C", "赵刚", "机修班", "机修班"),
    Place("主通道", "C", "何军", "仓储班", "仓储班"),
    Place("物流通道", "C", "何军", "仓储班", "仓储班"),
    Place("装卸平台", "B", "何军", "仓储班", "仓储班"),
    Place("原料库", "C", "何军", "仓储班", "仓储班"),
    Place("成品库", "C", "何军", "仓储班", "仓储班"),
    Place("工具室", "C", "赵刚", "机修班", "机修班"),
    Place("计量室", "D", "邱建华", "电气班", "质检班"),
    Place("更衣室", "D", "周建国", "设备班", "后勤班"),
    Place("食堂", "C", "周建国", "设备班", "后勤班"),
    Place("医务室", "D", "周建国", "设备班", "后勤班"),
    Place("消防控制室", "C", "王芳", "电气班", "后勤班"),
    Place("办公区", "D", "周建国", "设备班", "质检班"),
    Place("门厅", "D", "周建国", "设备班", "后勤班"),
    Place("总经理室", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("财务部", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("会议室", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("技术部", "D", "周建国", "电气班", "质检班", UPPER_FLOOR),
    Place("走廊", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("培训室", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("档案室", "C", "周建国", "电气班", "后勤班", UPPER_FLOOR),
    Place("行政人事部", "D", "周建国", "设备班", "后勤班", UPPER_FLOOR),
    Place("安环部", "D", "王芳", "设备班", "后勤班", UPPER_FLOOR),
)
PLACE = {place.name: place for place in PLACES}
