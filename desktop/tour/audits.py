"""An audit visit: the bag being prepared, the same bag in a window of its own, and the auditor's desk."""

import tempfile
from pathlib import Path

from desktop.sealed import open_bag
from desktop.tour.stage import SMALL, Stage
from desktop.views.audits.bag_desk import BagDesk
from desktop.views.audits.bag_dialog import BagDialog
from desktop.views.window import Window
from desktop.workbench import Workbench

SAID = {
    "zh": ("整改后照片看不清油管接头，请补拍。", "审核组 李工"),
    "en": ("The photo after fixing does not show the joint; take another.", "Audit team, Mr Li"),
}


def audits(stage: Stage) -> None:
    """The dialog; then the bag, whole and changed."""
    page = stage.go("journal")
    page.visits.make()
    dialog = next(one for one in stage.dialogs() if isinstance(one, BagDialog))
    stage.until(lambda: dialog.save.isEnabled(), "the size is not told")
    stage.take("audit-bag", both=False)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "visit.bag"
        told: list[str] = []
        dialog.made.connect(told.append)
        dialog.photos.setChecked(False)
        stage.until(lambda: dialog.save.isEnabled(), "the size is not told")
        dialog.make(str(file))
        stage.until(lambda: told, "the bag is not made")
        stage.take("audit-bag-made", both=False)
        _apart(stage, file, "audit-bag-open")
        content = bytearray(file.read_bytes())
        content[content.find(b"ledger.pdf") + 200] ^= 1
        file.write_bytes(content)
        _apart(stage, file, "audit-bag-changed")


def _apart(stage: Stage, file: Path, name: str) -> None:
    """A window of its own on the bag, with a comment at the auditor's desk."""
    tasks = stage.console.tasks
    opened = open_bag(file)
    workbench = Workbench(opened, tasks)
    window = Window()
    window.resize(*SMALL)
    window.show()
    window.work_with(workbench, tasks)
    window.go("hazards")
    stage.rest()
    stage.take_alone(window, name)
    desk = BagDesk(workbench, window)
    desk.open()
    text, by = SAID[stage.lang]
    desk.about.setCurrentIndex(1)
    desk.text.setPlainText(text)
    desk.by.setText(by)
    desk.on_add()
    stage.rest()
    stage.take_alone(desk, f"{name}-desk")
    desk.reject()
    window.close()
    window.deleteLater()
    opened.close()
