"""Reports of hazards as people write them: varied, and the same again for the same number."""

import hashlib
import random
from dataclasses import dataclass

from services.core.ids import new_id

BEGUN_MS = 1_760_000_000_000
EVERY_MS = 480_000
WHERE = (
    "东门进门左手边",
    "三号工位",
    "物料通道拐角处",
    "配电间门口",
    "二层平台",
    "靠窗的货架",
    "叉车充电区",
    "淋洗槽旁边",
    "空压机房",
    "危化品暂存柜",
    "卸货平台",
    "更衣室过道",
    "打磨间",
    "四号压机后面",
    "行车下方",
    "临时用电箱",
    "废料堆放点",
    "消防泵房",
)
WHAT = (
    "防护罩的两颗螺丝没了，运转时能伸进手去",
    "灭火器压力表指针在红区，瓶身也过了检验期",
    "地面有一滩液压油，早班有人滑了一下",
    "安全出口被托盘堵了一半，门只能开一条缝",
    "电缆外皮磨破露出铜芯，离水管不到半米",
    "光幕被人用胶带挡住，机器不会停",
    "急停按钮按下去弹不回来，试了两次都一样",
    "气瓶没有固定，氧气和乙炔放在一起",
    "爬梯的护笼脱焊，踩上去会晃",
    "洗眼器不出水，阀门已经锈死",
    "叉车倒车没有声音，尾灯也不亮",
    "货架横梁被撞弯，上面还压着三层托盘",
    "切割时没有人看火，旁边就是纸箱",
    "标签掉了，看不出桶里是什么",
    "接地线断开，外壳摸上去发麻",
    "排风机皮带打滑，屋里气味很重",
    "护栏缺一段，用绳子拉了一下就算完",
    "两个人没戴护目镜在打磨",
    "吊带有一处割伤，股线已经露出来",
    "应急灯拉闸后不亮，走廊全黑",
)
THEN = (
    "",
    "已经先用警示带围住。",
    "班长知道了，说等备件。",
    "上个月也报过一次，没有修好。",
    "现场先停机，钥匙在我这里。",
    "请设备部尽快来看。",
    "拍了两张照片，近的和远的。",
    "夜班没有人管，白天再看一遍。",
)
CATEGORIES = ("guarding", "electrical", "fire", "vehicles", "ppe", "chemicals", "storage", "other")


@dataclass(frozen=True)
class Report:
    """The n-th report: its id, and what it says of a place that is chosen by number."""

    id: str
    place: int
    description: str
    category: str
    photos: tuple[str, ...]
    x: float | None
    y: float | None


def report(number: int) -> Report:
    """The report of this number."""
    chance = random.Random(f"report {number}")
    text = f"{chance.choice(WHERE)}：{chance.choice(WHAT)}。{chance.choice(THEN)}"
    if chance.random() < 0.3:
        text += f"设备编号 {chance.choice('ABCDEFG')}{chance.randrange(100, 999)}-{chance.randrange(10, 99)}。"
    photos = tuple(
        hashlib.sha256(f"photo {number} {one}".encode()).hexdigest() for one in range(chance.choice((1, 1, 2, 3)))
    )
    here = chance.random() < 0.5
    return Report(
        id=new_id(BEGUN_MS + number * EVERY_MS, chance.randbytes(10)),
        place=chance.randrange(10_000),
        description=text,
        category=chance.choice(CATEGORIES),
        photos=photos,
        x=round(chance.uniform(0, 60), 2) if here else None,
        y=round(chance.uniform(0, 36), 2) if here else None,
    )
