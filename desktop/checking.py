"""Whether an installed program is whole: opens the plant, builds every page, prints a label and reads it back, cleans a
photo and reads a drawing in their processes. For `anhuan console --check`, after an installation and in tests."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.__main__ import Console

PATIENCE_S = 120.0


@dataclass(frozen=True)
class Checked:
    """One part: `check.<code>` has the words, filled with `facts`; `fault` says what went wrong, "" where nothing."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)
    fault: str = ""


Part = Callable[[], Checked]


def check(data: Path, hub: str | None, act_as: str | None, lang: str) -> Iterator[Checked]:
    """The parts in turn, each as soon as it is done. To be called in a process without an application yet; without a
    screen it draws on none."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.__main__ import start

    app, console = start(data, hub, act_as)
    window = Window(app, console)
    try:
        for code, part in (
            ("opened", window.opened),
            ("pages", window.pages),
            ("label", lambda: _label(lang)),
            ("photo", _photo),
            ("drawing", _drawing),
        ):
            yield _done(code, part)
    finally:
        console.window.close()


def _done(code: str, part: Part) -> Checked:
    try:
        return part()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is wrong with the program
        return Checked(code, fault=f"{type(error).__name__}: {error}")


class Window:
    """The window, worked without a person. What nobody caught on the way is a fault of the part at work."""

    def __init__(self, app: "QApplication", console: "Console") -> None:
        self.app, self.console = app, console
        self._faults: list[str] = []
        sys.excepthook = lambda kind, error, _: self._faults.append(f"{kind.__name__}: {error}")

    def opened(self) -> Checked:
        """The plant is open, and here; or there is none yet, or nobody is signed in, and the window asks."""
        self._until(lambda: self.console.opened is not None, "it does not open")
        self._until(lambda: self.console.first is not None or self._plant() is not None, "no plant comes")
        plant = self._plant()
        if plant is None and self.console.act_as:
            raise RuntimeError(f"{self.console.act_as} is not let in")
        return Checked("opened", {"name": plant.name}) if plant else Checked("no_plant")

    def pages(self) -> Checked:
        """Every page that the plant uses is built and at rest; where there is no plant to show, it is loaded."""
        from desktop.views.pages import PAGES, bring_in

        bring_in(key for key, _ in PAGES)
        shown = self.console.window.shown_pages() if self._plant() else []
        for key in shown:
            self.console.window.go(key)
            self._until(lambda: not self.console.tasks.busy, f"{key} does not come to rest")
        return Checked("pages", {"count": len(shown), "all": len(PAGES)})

    def _plant(self) -> Any:
        from desktop.workbench import Workbench

        return self.console.workbench.plant if isinstance(self.console.workbench, Workbench) else None

    def _until(self, seen: Callable[[], object], what: str) -> None:
        """Lets the window work until something is seen. Raises RuntimeError: it never was, or something failed."""
        end = time.monotonic() + PATIENCE_S
        while not seen() and time.monotonic() < end and not self._troubles():
            self.app.processEvents()
            time.sleep(0.005)
        if self._troubles() or not seen():
            raise RuntimeError("; ".join(self._troubles()) or what)

    def _troubles(self) -> list[str]:
        return [*self._faults, *([self.console.trouble] if self.console.trouble else [])]


def _label(lang: str) -> Checked:
    from services.reports.zone_labels import print_to, sample_facts

    with tempfile.TemporaryDirectory() as place:
        printed = print_to(str(Path(place) / "label.pdf"), None, [sample_facts(lang)], lang=lang)
        if printed.kept_back or not printed.places:
            raise RuntimeError(", ".join(why for kept in printed.kept_back for why in kept.why))
    return Checked("label", {"count": len(printed.places)})


def _photo() -> Checked:
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QColor, QImage

    from services.photos.cleaner import clean

    picture, out = QImage(64, 48, QImage.Format.Format_RGB32), QBuffer()
    picture.fill(QColor("orange"))
    out.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(out, "JPEG")  # type: ignore[call-overload]
    return Checked("photo", {"bytes": len(clean(bytes(out.data().data())).data)})


def _drawing() -> Checked:
    from services.plans import read_drawing, write_sample

    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "sample.dxf"
        write_sample(file)
        drawing = read_drawing(file.read_bytes())
    return Checked("drawing", {"width": round(drawing.width_m), "height": round(drawing.height_m)})
