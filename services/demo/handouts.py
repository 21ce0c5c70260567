"""What the demo plant's courses and emergency plans have as PDF files: a page or two of plain text each."""

from io import BytesIO

from services.photos.folder import PhotoFolder
from services.reports.canvas import begun
from services.reports.typeset import face_name

TALL, LEFT, TOP, LINE = 842, 72, 760, 28
HOT_WORK = (
    "动火作业安全操作规程",
    (
        "1  动火前办理作业票，现场负责人、监护人到位后方可开工。",
        "2  清除动火点周围 10 米内的可燃物；无法移走的用防火毯遮盖。",
        "3  进入喷涂区、调漆区动火前 30 分钟内测可燃气体，合格后作业。",
        "4  现场配两具 4 公斤干粉灭火器，消防通道保持畅通。",
        "5  氧气瓶与乙炔瓶间距不小于 5 米，距动火点不小于 10 米。",
        "6  监护人不得离开；中断超过 60 分钟的，重新测气并确认。",
    ),
    (
        "7  作业结束后清理现场，余火看护不少于 30 分钟。",
        "8  验收签字后关闭作业票。",
        "9  遇报警、停电或气体超标，立即停止作业并撤离。",
    ),
)
FIRE_CARD = (
    "火灾现场处置卡",
    (
        "发现：大声呼喊，按下最近的手动报警按钮。",
        "报警：拨打 119 和消防控制室 8119，说清地点和燃烧物。",
        "扑救：在保证退路的前提下，用就近灭火器扑救初起火灾。",
        "疏散：听从疏散引导员指挥，沿疏散指示到厂区东门集合。",
        "清点：班组长清点人数，向现场总指挥报告。",
    ),
)


def handout(title: str, *pages: tuple[str, ...]) -> bytes:
    """A document of so many pages."""
    made = BytesIO()
    canvas = begun(made, title, "zh", undated=True)
    for page in pages:
        canvas.setFont(face_name(700), 20)
        canvas.drawString(LEFT, TOP, title)
        canvas.setFont(face_name(400), 12)
        for number, line in enumerate(page, start=2):
            canvas.drawString(LEFT, TOP - number * LINE, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def as_args(blobs: PhotoFolder, title: str, *pages: tuple[str, ...]) -> dict[str, str | int]:
    """The document kept among the plant's blobs, as documents.add takes it."""
    data = handout(title, *pages)
    return {"title": title, "file": blobs.put_bytes(data), "size": len(data), "pages": len(pages)}
