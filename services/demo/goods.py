"""What the demo plant's shop has, each with a plain picture of flat shapes."""

import io
from typing import Any, NamedTuple

from services.core.shop import Shelf
from services.photos.folder import PhotoFolder

WIDE, HIGH, SCALE = 640, 400, 2
Shape = tuple[str, tuple[float, ...], str]  # what is drawn, where in the picture, in which colour


class Good(NamedTuple):
    """One reward, what of it is bought at a time, and its picture: a ground and shapes on it."""

    name: str
    shelf: Shelf
    price: int
    sizes: tuple[str, ...]
    cost: float
    supplier: str
    note: str
    pieces: int
    ground: str
    shapes: tuple[Shape, ...]


STAR = (320, 205, 333, 238, 368, 238, 340, 259, 350, 293, 320, 272, 290, 293, 300, 259, 272, 238, 307, 238)
GOODS = (
    Good("降噪耳塞（10副）", "ppe", 12, (), 6.5, "苏州安护劳保", "SNR 33 dB，独立包装", 60, "#E8F1FA", (
        ("round", (190, 150, 330, 215, 32), "#F27A1A"), ("ellipse", (300, 142, 400, 222), "#FFB46B"),
        ("round", (240, 235, 380, 300, 32), "#F27A1A"), ("ellipse", (350, 227, 450, 307), "#FFB46B"),
    )),
    Good("防割手套", "ppe", 30, ("S", "M", "L"), 12.5, "苏州安护劳保", "五级防割，掌面浸胶", 20, "#EDF3EC", (
        ("round", (250, 190, 390, 350, 30), "#4B6B8A"), ("round", (250, 90, 280, 220, 15), "#4B6B8A"),
        ("round", (286, 70, 316, 220, 15), "#4B6B8A"), ("round", (322, 74, 352, 220, 15), "#4B6B8A"),
        ("round", (358, 96, 388, 220, 15), "#4B6B8A"), ("round", (390, 200, 450, 240, 20), "#4B6B8A"),
        ("round", (250, 310, 390, 352, 10), "#F5C518"),
    )),
    Good("防护眼镜", "ppe", 40, (), 18.0, "上海明盾安防", "防雾防冲击，可戴近视镜", 15, "#F4F1EA", (
        ("round", (130, 150, 310, 270, 46), "#2E6FD9"), ("round", (330, 150, 510, 270, 46), "#2E6FD9"),
        ("round", (148, 166, 294, 254, 36), "#CFE2FA"), ("round", (346, 166, 492, 254, 36), "#CFE2FA"),
        ("round", (300, 180, 340, 200, 10), "#2E6FD9"),
    )),
    Good("毛巾礼盒", "welfare", 25, (), 11.0, "南通家纺", "纯棉，两条装", 30, "#FBEFEF", (
        ("round", (180, 110, 460, 310, 16), "#D98C8C"), ("round", (196, 126, 312, 294, 10), "#FFFFFF"),
        ("round", (328, 126, 444, 294, 10), "#F6D9D9"), ("round", (196, 200, 444, 222, 4), "#B85C5C"),
    )),
    Good("晴雨伞", "welfare", 45, (), 22.0, "杭州天堂", "黑胶防晒，十骨", 12, "#EAF0F6", (
        ("pie", (150, 90, 490, 430, 180, 360), "#1A7F4B"), ("pie", (235, 90, 405, 430, 180, 360), "#23A262"),
        ("round", (314, 250, 326, 350, 6), "#566273"), ("round", (286, 340, 326, 352, 6), "#566273"),
    )),
    Good("不锈钢保温杯", "welfare", 60, (), 35.0, "永康杯业", "500 毫升，316 不锈钢", 8, "#EEF1F4", (
        ("round", (260, 120, 380, 350, 22), "#A3AFBD"), ("round", (270, 70, 370, 130, 12), "#333C47"),
        ("round", (260, 190, 380, 260, 0), "#0B5CAD"),
    )),
    Good("“安全之星”奖章", "commendation", 50, (), 28.0, "无锡徽章厂", "附证书，月度例会颁发", 6, "#FFF6E0", (
        ("polygon", (250, 60, 300, 60, 340, 190, 300, 200), "#D92D20"),
        ("polygon", (390, 60, 340, 60, 300, 190, 340, 200), "#B3261E"),
        ("ellipse", (240, 170, 400, 330), "#F5C518"), ("ellipse", (258, 188, 382, 312), "#FFE27A"),
        ("polygon", STAR, "#D9A400"),
    )),
)  # fmt: skip


def picture(good: Good) -> bytes:
    """A JPEG of it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDE * SCALE, HIGH * SCALE), good.ground)
    drawing: Any = ImageDraw.Draw(image)
    for kind, place, colour in good.shapes:
        if kind == "round":
            drawing.rounded_rectangle([at * SCALE for at in place[:4]], place[4] * SCALE, colour)
        elif kind == "pie":
            drawing.pieslice([at * SCALE for at in place[:4]], place[4], place[5], colour)
        else:
            getattr(drawing, kind)([at * SCALE for at in place], colour)
    made = io.BytesIO()
    image.resize((WIDE, HIGH), Image.Resampling.LANCZOS).save(made, "JPEG", quality=88)
    return made.getvalue()


def kept(good: Good, blobs: PhotoFolder) -> str:
    """Its picture among the plant's photos; the name of it."""
    return blobs.put_bytes(picture(good))
