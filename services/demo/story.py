"""What happens at the demo plant: hazards as cases, each a list of steps at times of days before today (day 0).

The plant lives until a given moment: steps later than that have not happened yet. Whatever the hour, every state is
there to be seen, and one zone is overdue."""

from typing import Literal, NamedTuple

from services.core.routes import Category

What = Literal["report", "accept", "fix", "approve", "return", "reject"]
ANYONE = ""  # a phone that has opened the label and not signed in


class Step(NamedTuple):
    """`who` does `what` at `time` (of the plant's clock) of a `day`; `words` are the note or the reason."""

    day: int
    time: str
    who: str
    what: What
    words: str = ""


class Case(NamedTuple):
    """One hazard: where, what its photos show, what the reporter writes, what becomes of it."""

    place: str
    scene: str
    machine: str
    category: Category
    says: str
    steps: tuple[Step, ...]


CLOSED = (
    Case(
        "冲压车间",
        "press",
        "5号冲床",
        "guarding",
        "5号冲床光幕被包装胶带缠住，挡住光线也能下滑块",
        (
            Step(-17, "09:26", "马超", "report"),
            Step(-17, "09:41", "赵刚", "accept"),
            Step(-17, "13:05", "赵刚", "fix", "胶带拆除，镜面擦净，试停10次正常，已在班前会通报"),
            Step(-17, "14:20", "王芳", "approve"),
            Step(-17, "16:48", "刘洋", "approve"),
        ),
    ),
    Case(
        "空压机房",
        "switch_cabinet",
        "AK-04",
        "electrical",
        "AK-04 控制柜门开着，没有人看管，里面带电",
        (
            Step(-14, "10:12", "韩雪", "report"),
            Step(-14, "10:30", "胡斌", "accept"),
            Step(-14, "11:25", "胡斌", "fix", "柜门已锁，钥匙交回电气班"),
            Step(-14, "15:02", "陈志强", "approve"),
            Step(-13, "08:55", "王芳", "approve"),
        ),
    ),
    Case(
        "成品库",
        "escape_way",
        "",
        "fire",
        "安全出口前堆了空托盘和待检件，门打不开",
        (
            Step(-10, "15:33", "黄小燕", "report"),
            Step(-10, "15:50", "罗勇", "accept"),
            Step(-10, "17:16", "罗勇", "fix", "托盘移到3号货架旁，地面重新划线"),
            Step(-9, "08:40", "周建国", "approve"),
            Step(-9, "10:05", "陈志强", "approve"),
        ),
    ),
    Case(
        "机加工车间",
        "cables",
        "",
        "electrical",
        "临时电缆横穿人行通道，已经有人绊到",
        (
            Step(-7, "11:08", "谢军", "report"),
            Step(-7, "11:32", "朱海涛", "accept"),
            Step(-7, "14:47", "朱海涛", "fix", "加装电缆过桥，长度够两侧设备使用"),
            Step(-7, "16:10", "李雪梅", "approve"),
            Step(-6, "09:20", "王芳", "approve"),
        ),
    ),
    Case(
        "磨削车间",
        "grinder",
        "MX-07",
        "guarding",
        "MX-07 砂轮机防护罩不见了，砂轮裸露",
        (
            Step(-4, "13:18", "曹阳", "report"),
            Step(-4, "13:40", "徐鹏", "accept"),
            Step(-4, "17:30", "徐鹏", "fix", "换新防护罩和护目板"),
            Step(-3, "09:12", "王芳", "approve"),
            Step(-3, "14:36", "刘洋", "approve"),
        ),
    ),
    Case(
        "办公区",
        "extinguisher",
        "",
        "fire",
        "灭火器箱上没看到检查卡",
        (
            Step(-5, "09:30", "林晓东", "report"),
            Step(-5, "10:15", "王芳", "reject", "检查卡在箱门内侧，上周刚检查过，不构成隐患。谢谢上报"),
        ),
    ),
)

OPEN = (
    Case(
        "焊接车间",
        "cylinders",
        "",
        "storage",
        "4个气瓶没有挂防倒链，其中一个已经倾斜",
        (
            Step(-2, "10:05", "吴磊", "report"),
            Step(-2, "10:42", "徐鹏", "accept"),
        ),
    ),
    Case(
        "机加工车间",
        "oil",
        "JC-05",
        "other",
        "JC-05 油管接头漏油，地上一大滩，差点滑倒",
        (
            Step(-1, "07:50", "曹阳", "report"),
            Step(-1, "08:06", "杨帆", "accept"),
            Step(-1, "15:10", "杨帆", "fix", "地面清理，下面放了接油盘"),
            Step(-1, "16:40", "陈志强", "return", "接油盘不是整改，接头还在滴油，请更换接头后再拍"),
        ),
    ),
    Case(
        "磨削车间",
        "grinder",
        "MX-04",
        "guarding",
        "MX-04 修完以后防护罩没有装回去就开了",
        (
            Step(-1, "08:35", "谢军", "report"),
            Step(-1, "09:10", "杨帆", "accept"),
            Step(-1, "15:42", "杨帆", "fix", "防护罩和护目板已装回，间隙调到3毫米"),
            Step(0, "15:05", "陈志强", "approve"),
        ),
    ),
    Case(
        "原料库",
        "extinguisher",
        "",
        "fire",
        "灭火器前面堆满纸箱，拿不出来",
        (
            Step(-1, "10:20", "黄小燕", "report"),
            Step(-1, "10:45", "罗勇", "accept"),
            Step(-1, "14:12", "罗勇", "fix", "纸箱移走，地面黄线内不再放货"),
            Step(-1, "16:31", "周建国", "approve"),
            Step(0, "15:30", "王芳", "approve"),
        ),
    ),
    Case(
        "成品库",
        "escape_way",
        "",
        "fire",
        "消防通道又堆托盘了，叉车也进不去",
        (
            Step(-1, "13:40", ANYONE, "report"),
            Step(-1, "14:30", "罗勇", "accept"),
            Step(0, "09:40", "罗勇", "fix", "托盘全部退回供应商区，通道清空"),
        ),
    ),
    Case(
        "主通道",
        "cables",
        "",
        "electrical",
        "检修用的三根电缆拖在人行道上，没有过桥",
        (
            Step(-1, "16:50", "唐敏", "report"),
            Step(-1, "17:20", "朱海涛", "accept"),
            Step(-1, "19:05", "朱海涛", "fix", "电缆收短并加过桥"),
            Step(0, "18:20", "陈志强", "approve"),
        ),
    ),
    Case(
        "冲压车间",
        "press",
        "2号冲床",
        "guarding",
        "2号冲床光幕两侧被胶带缠住，手伸进去不停机",
        (
            Step(-1, "20:14", "马超", "report"),
            Step(-1, "20:31", "赵刚", "accept"),
            Step(0, "07:18", "赵刚", "fix", "撕除胶带，清洁镜面，试停10次均在0.2秒内"),
            Step(0, "14:32", "王芳", "approve"),
            Step(0, "17:05", "刘洋", "approve"),
        ),
    ),
    Case(
        "配电室",
        "switch_cabinet",
        "AP-06",
        "electrical",
        "AP-06 柜门敞开，母排露在外面",
        (
            Step(-1, "22:36", "曹阳", "report"),
            Step(0, "10:05", "胡斌", "accept"),
            Step(0, "13:25", "胡斌", "fix", "换新门锁，柜门已锁，钥匙交值班室"),
            Step(0, "19:40", "王芳", "approve"),
        ),
    ),
    Case(
        "空压机房",
        "compressor",
        "KY-02",
        "guarding",
        "KY-02 皮带防护罩检修后没装回，皮带裸露在转",
        (
            Step(0, "00:12", "谢军", "report"),
            Step(0, "07:35", "高明", "accept"),
            Step(0, "18:05", "高明", "fix", "防护罩装回，四个螺栓齐全，试车正常"),
        ),
    ),
    Case(
        "喷涂车间",
        "extinguisher",
        "",
        "fire",
        "喷房门口的灭火器被纸箱挡住",
        (Step(0, "09:52", "郑丽华", "report"), Step(0, "13:40", "钱永健", "accept")),
    ),
    Case("机加工车间", "cables", "", "electrical", "过道上又拖了电缆", (Step(0, "13:26", "韩雪", "report"),)),
    Case(
        "调漆区", "solvent", "", "chemicals", "稀释剂桶盖没盖，地上有抹布和空罐", (Step(0, "21:40", ANYONE, "report"),)
    ),
)
CASES = CLOSED + OPEN
