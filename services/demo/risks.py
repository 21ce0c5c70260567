"""The demo plant's risk points: what can happen in each of its zones, how bad, and what is done about it."""

from datetime import timedelta
from typing import NamedTuple

from services.core.risk_controls import Tier
from services.core.risk_methods import METHODS, Method, Scores
from services.demo.cast import PLACE
from services.demo.life import SHANGHAI, Life

UNTIL_REVIEW = timedelta(days=120)
ASSESSOR = "王芳"


class Measure(NamedTuple):
    """What is done, by how many steps it lowers the likelihood, the exposure and the consequence, and what it costs in
    yuan."""

    text: str
    tier: Tier
    lowers: tuple[int, ...]
    in_place: bool = True
    row: int = 0
    cost: float | None = None


class Row(NamedTuple):
    """What was assessed: its scores, the danger, what comes of it, and the step or item."""

    scores: Scores
    danger: str
    consequence: str
    what: str = ""
    standard: str = ""


class Risk(NamedTuple):
    """A risk point of a place; `why` says why it is major whatever the numbers say."""

    place: str
    name: str
    method: Method
    rows: tuple[Row, ...]
    measures: tuple[Measure, ...] = ()
    why: str = ""


TRAINED = Measure("岗前安全培训并考核", "training", (1, 0, 0))
SIGNS = Measure("张贴警示标识和操作规程", "management", (1, 0, 0))


def _lec(place: str, name: str, scores: Scores, danger: str, comes: str, *measures: Measure, why: str = "") -> Risk:
    return Risk(place, name, "lec", (Row(scores, danger, comes),), measures, why)


def _ls(place: str, name: str, scores: Scores, danger: str, comes: str, *measures: Measure) -> Risk:
    return Risk(place, name, "ls", (Row(scores, danger, comes),), measures)


RISKS = (
    _lec(
        "冲压车间",
        "冲床手工上下料",
        (10, 6, 15),
        "手进入模区时滑块误动作",
        "手指、手掌压伤",
        Measure("双手启动按钮", "engineering", (1, 0, 0)),
        Measure("加装光电保护装置", "engineering", (2, 0, 0), in_place=False, cost=38_000),
        Measure("改用送料机械手", "engineering", (0, 3, 0), in_place=False, cost=165_000),
    ),
    _lec(
        "冲压车间",
        "模具吊装",
        (6, 3, 15),
        "钢丝绳断股、吊点偏心",
        "物体打击",
        SIGNS,
        Measure("吊具每班点检", "management", (1, 0, 0)),
    ),
    _ls("冲压车间", "冲压噪声", (5, 3), "噪声超过 85 dB(A)", "听力损伤", Measure("佩戴耳塞", "ppe", (2, 0))),
    _lec(
        "机加工车间",
        "数控车床旋转部件",
        (6, 6, 7),
        "手套、衣物卷入卡盘",
        "机械伤害",
        Measure("防护门联锁", "engineering", (0, 0, 0)),
        Measure("排屑机改自动，取消人工清屑", "engineering", (2, 2, 0), in_place=False, cost=56_000),
    ),
    Risk(
        "机加工车间",
        "行车吊运工件",
        "jha",
        (
            Row((4, 4), "吊带磨损", "工件坠落伤人", "挂钩"),
            Row((3, 5), "吊物从人员上方经过", "砸伤致死", "吊运"),
            Row((3, 3), "放置不稳", "工件倾倒", "落放"),
        ),
        (
            Measure("吊带定期报废", "management", (2, 0), row=1),
            Measure("设吊运通道，专人指挥", "management", (1, 0), row=2),
        ),
    ),
    _lec(
        "磨削车间",
        "砂轮机作业",
        (3, 6, 15),
        "砂轮破裂飞出",
        "头面部重伤",
        Measure("防护罩和托架间隙每班检查", "management", (0, 0, 0)),
    ),
    _lec(
        "焊接车间",
        "焊接动火",
        (6, 6, 15),
        "火花引燃周边可燃物",
        "火灾",
        TRAINED,
        Measure("动火点配灭火器和接火盆", "emergency", (0, 0, 0)),
    ),
    _ls(
        "焊接车间",
        "焊接烟尘",
        (4, 3),
        "长期吸入焊接烟尘",
        "尘肺",
        Measure("移动式除尘器", "engineering", (2, 0)),
        Measure("佩戴防尘口罩", "ppe", (1, 0)),
    ),
    _lec(
        "热处理车间",
        "淬火油槽",
        (6, 6, 40),
        "油温失控起火",
        "火灾、灼烫",
        Measure("油温超限自动切断加热", "engineering", (1, 0, 0)),
        Measure("油槽加盖并配自动灭火", "engineering", (1, 0, 1), in_place=False, cost=92_000),
    ),
    _lec(
        "喷涂车间",
        "喷漆作业",
        (3, 6, 40),
        "漆雾积聚遇火花",
        "火灾爆炸",
        Measure("送排风与喷枪联锁", "engineering", (1, 0, 0)),
        Measure("VOC 浓度连续监测", "engineering", (1, 0, 0)),
        why="密闭空间内喷涂易燃溶剂型涂料",
    ),
    _lec(
        "调漆区",
        "溶剂调配",
        (3, 6, 40),
        "静电引燃溶剂蒸气",
        "爆燃",
        Measure("容器跨接接地", "engineering", (1, 0, 0)),
        why="易燃液体敞口作业",
    ),
    Risk(
        "化学品库",
        "化学品储存",
        "scl",
        (
            Row((3, 5), "禁忌物混放", "反应起火", "分类存放", "酸碱、氧化剂与还原剂分间存放"),
            Row((3, 4), "通风失效蒸气积聚", "中毒、爆炸", "通风", "事故通风每小时不少于 12 次"),
            Row((4, 3), "泄漏未收集", "污染、灼伤", "防泄漏", "托盘完好，吸附材料齐全"),
        ),
        (Measure("每日检查并记录", "management", (1, 0)),),
        "储存多种易燃液体",
    ),
    _lec(
        "危废库",
        "危废贮存",
        (6, 3, 15),
        "废溶剂桶泄漏、自燃",
        "火灾、中毒",
        Measure("防渗托盘", "engineering", (0, 0, 0)),
        Measure("废液桶限量存放", "management", (0, 0, 0)),
    ),
    _lec(
        "空压机房",
        "储气罐超压",
        (6, 6, 15),
        "安全阀失灵",
        "容器爆炸",
        Measure("安全阀定期校验", "management", (1, 0, 0)),
        Measure("压力超限报警", "engineering", (0, 0, 0)),
    ),
    _lec(
        "配电室",
        "高低压操作",
        (3, 6, 40),
        "误入带电间隔",
        "触电死亡",
        Measure("五防联锁", "engineering", (1, 0, 0)),
        Measure("操作票和监护", "management", (0, 0, 0)),
        Measure("绝缘手套、绝缘靴", "ppe", (0, 0, 0)),
    ),
    _lec("维修间", "台钻、砂轮作业", (6, 6, 7), "工件未夹紧甩出", "手部伤害", TRAINED),
    _lec(
        "主通道",
        "叉车与行人交叉",
        (6, 10, 7),
        "转弯视线受阻",
        "碰撞伤人",
        SIGNS,
        Measure("转角装广角镜", "engineering", (0, 1, 0)),
    ),
    _lec(
        "物流通道",
        "叉车运输",
        (6, 6, 7),
        "超速、载货遮挡视线",
        "车辆伤害",
        Measure("限速 5 km/h 和蓝光警示灯", "engineering", (1, 0, 0)),
    ),
    _lec(
        "装卸平台",
        "装卸货物",
        (6, 6, 7),
        "车辆溜车、踏板移位",
        "坠落、挤压",
        Measure("配轮挡", "engineering", (0, 0, 0)),
    ),
    _lec("原料库", "棒料堆垛", (6, 6, 7), "堆垛过高滚落", "砸伤", Measure("专用料架", "engineering", (1, 0, 0))),
    _lec(
        "成品库", "货架存取", (6, 6, 7), "货架超载变形", "坍塌", Measure("货架限载标识和年检", "management", (1, 0, 0))
    ),
    _lec("工具室", "刀具取放", (6, 6, 7), "刃口外露", "割伤", Measure("防割手套", "ppe", (1, 0, 0))),
    _ls("计量室", "精密仪器用电", (2, 3), "插座老化", "触电", SIGNS._replace(lowers=(1, 0))),
    _ls("更衣室", "地面湿滑", (3, 2), "积水未及时清理", "滑倒"),
    _ls("食堂", "厨房燃气", (3, 5), "燃气泄漏", "火灾爆炸", Measure("燃气报警联动切断", "engineering", (1, 0))),
    _ls("医务室", "医疗锐器", (2, 2), "针头刺伤", "感染", Measure("锐器盒", "ppe", (1, 0))),
    _ls("消防控制室", "值班脱岗", (3, 4), "报警无人处置", "延误救援", Measure("双人值班", "management", (0, 0))),
    *(
        _ls(
            place,
            "办公用电",
            (2, 3),
            "插线板串接、人走未断电",
            "触电、火灾",
            Measure("下班断电检查", "management", (1, 0)),
        )
        for place in ("办公区", "总经理室", "财务部", "会议室", "技术部", "培训室", "行政人事部", "安环部")
    ),
    _ls("门厅", "玻璃门", (2, 2), "无防撞条", "撞伤", Measure("贴防撞条", "engineering", (1, 0))),
    _ls("走廊", "疏散通道", (2, 3), "堆放杂物", "延误疏散", Measure("每周巡查", "management", (1, 0))),
    _ls("档案室", "纸质档案", (3, 4), "电气故障引燃纸张", "火灾", Measure("气体灭火器", "emergency", (0, 1))),
)


def assess_risks(life: Life) -> None:
    """Adds them all, as a safety officer would; the next review is some months after the story."""
    officer = life.someone(ASSESSOR)
    review = (life.until.astimezone(SHANGHAI).date() + UNTIL_REVIEW).isoformat()
    for risk in RISKS:
        point = life.do(
            officer,
            "risks.add",
            zone=life.ids[risk.place],
            name=risk.name,
            method=risk.method,
            rows=[{**row._asdict(), "scores": list(row.scores)} for row in risk.rows],
            responsible=life.ids[PLACE[risk.place].supervisor],
            review_on=review,
        )
        if risk.why:
            why = {"designated": "red", "reason": risk.why, "source": "企业风险分级管控制度"}
            life.do(officer, "risks.designate", risk_point=point, **why)
        axes = len(METHODS[risk.method].axes)
        for one in risk.measures:
            told = {"measure": one.text, "tier": one.tier, "lowers": list(one.lowers[:axes]), "cost": one.cost}
            life.do(officer, "control_measures.add", risk_point=point, row=one.row, in_place=one.in_place, **told)
