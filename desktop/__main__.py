"""Builds the console: the window paints first, the plant opens in a task, then the workbench and its pages."""

import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from desktop import strings
from desktop.style import theme
from desktop.tasks import Tasks
from desktop.views.window import Window

if TYPE_CHECKING:
    from logging import Logger

    from desktop.opening import Opened

STYLE = ("-style", "fusion")  # to set it by a call would load all that Python can say of styles, before the first paint


class Console(QObject):
    """Leads from the empty window to a plant at work."""

    def __init__(
        self, app: QApplication, data: Path, hub: str | None, act_as: str | None = None, bag: Path | None = None
    ) -> None:
        super().__init__()
        self.app, self.data, self.hub, self.act_as, self.bag = app, data, hub, act_as, bag
        self.tasks = Tasks(self)
        self.window = Window()
        self.window.closing.connect(self.close)
        self.opened: Opened | None = None
        self.workbench: object | None = None
        self.first: QObject | None = None
        self.trouble = ""
        # The first paint comes before anything that takes long to import.
        self.window.painted.connect(self.begin)

    def begin(self) -> None:
        """The window has painted: the font, and the plant."""
        if theme.has_chinese_font():
            theme.set_font()
        else:
            self.tasks.run(_font_files, self._on_fonts, self._on_no_fonts)
        work = partial(_opened, self.data, self.hub, self.act_as)
        self.tasks.run(work if self.bag is None else partial(_unsealed, self.bag), self._on_opened, self._on_not_opened)

    def _on_fonts(self, files: tuple[Path, ...]) -> None:
        theme.use_font(*files)

    def _on_no_fonts(self, error: Exception) -> None:
        logger().warning("no font: %s", error)

    def _on_opened(self, opened: "Opened") -> None:
        self.opened = opened
        if opened.bag is not None or (opened.founded and opened.client is not None):
            self._work()
        else:
            self._ask(opened.url if opened.founded or opened.plant_there or self.hub else "")

    def _on_not_opened(self, error: Exception) -> None:
        self.trouble = _sentence(error)
        self.window.waiting.setText(self.trouble)

    def _ask(self, sign_in_at: str) -> None:
        from desktop.views.first_run import FirstRun

        page = FirstRun(sign_in_at=sign_in_at)
        page.found.connect(self._on_found)
        page.join.connect(self._on_join)
        page.pair.connect(self._on_pair)
        page.browse.connect(self._on_browse)
        page.demo.connect(self._on_demo)
        self.first = page
        self.window.show_alone(page)

    def _on_found(self, plant: str, person: str, password: str) -> None:
        from desktop.language import language
        from desktop.opening import found_plant

        opened, data, lang = self._here(), self.data, language.name
        self.tasks.run(lambda: found_plant(opened, data, plant, person, password, lang), self._on_in, self._on_refused)

    def _on_join(self, address: str, login: str, secret: str) -> None:
        from desktop.opening import join_hub

        opened = self._here()
        self.tasks.run(lambda: join_hub(opened, address, login, secret), self._on_in, self._on_refused)

    def _on_pair(self, address: str, code: str) -> None:
        from desktop.opening import pair_hub

        opened = self._here()
        self.tasks.run(lambda: pair_hub(opened, address, code), self._on_in, self._on_refused)

    def _on_browse(self, address: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from desktop.browser_sign_on import BrowserSignOn
        from desktop.views.first_run import FirstRun

        page = self.first
        assert isinstance(page, FirstRun)
        signing = BrowserSignOn(self._here(), self.tasks, address, page)
        signing.shown.connect(lambda _, characters: page.compare(characters))
        signing.shown.connect(lambda at, _: QDesktopServices.openUrl(QUrl(at)))
        signing.came.connect(self._work)
        signing.failed.connect(self._on_refused)
        page.stopped.connect(signing.stop)
        signing.start()

    def _on_demo(self) -> None:
        from desktop.opening import open_demo

        opened, data = self._here(), self.data
        self.tasks.run(lambda: open_demo(opened, data), self._on_in, self._on_refused)

    def _on_in(self, _: object) -> None:
        self._work()

    def _on_refused(self, error: Exception) -> None:
        from desktop.views.first_run import FirstRun

        if isinstance(self.first, FirstRun):
            self.first.tell(_sentence(error))

    def _here(self) -> "Opened":
        assert self.opened is not None
        return self.opened

    def _work(self) -> None:
        from desktop.workbench import Workbench

        workbench = Workbench(self._here(), self.tasks, self)
        self.workbench = workbench
        self.window.work_with(workbench, self.tasks)
        workbench.changed.connect(self._on_changed)
        self._on_changed(frozenset({"plant"}))
        workbench.syncing.start()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        from desktop.language import language
        from desktop.workbench import Workbench

        if "plant" in kinds and isinstance(self.workbench, Workbench) and self.workbench.plant:
            language.set_zone(self.workbench.plant.timezone)

    def close(self) -> None:
        """The window goes: sync stops, the own hub ends."""
        from desktop.workbench import Workbench

        if isinstance(self.workbench, Workbench):
            self.workbench.close()
        elif self.opened is not None:
            self.tasks.wait()
            self.opened.close()
        self.workbench = self.opened = None


def _opened(data: Path, hub: str | None, act_as: str | None) -> "Opened":
    from desktop.opening import open_plant

    return open_plant(data, hub, act_as)


def _unsealed(bag: Path) -> "Opened":
    from desktop.sealed import open_bag

    return open_bag(bag)


def _font_files() -> tuple[Path, ...]:
    from services.reports.fonts import font_file

    return font_file(400), font_file(700)


def _sentence(error: Exception) -> str:
    from desktop.words import refusal, say
    from services.core.refused import Refused

    return refusal(error) if isinstance(error, Refused) else say("refused.hub_unreachable")


def logger() -> "Logger":
    """The program's log; set up when it is first needed, after the first paint."""
    import logging

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    return logging.getLogger("anhuan")


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody caught is logged, and the program goes on."""
    logger().error("uncaught", exc_info=(kind, error, trace))


def start(
    data: Path, hub: str | None, act_as: str | None = None, bag: Path | None = None
) -> tuple[QApplication, Console]:
    """The application and its console, shown; the event loop has yet to run. With `bag` it shows an audit bag."""
    sys.excepthook = _hook
    data.mkdir(parents=True, exist_ok=True)
    QApplication.setOrganizationName("anhuan")
    QApplication.setApplicationName("console")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(data / "console"))
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication([*sys.argv[:1], *STYLE])
    strings.install(app, str(QSettings().value("language") or ""))
    theme.theme.apply(str(QSettings().value("theme") or "system"))
    console = Console(app, data, hub, act_as, bag)
    console.window.show()
    return app, console


def main(data: Path, hub: str | None = None, act_as: str | None = None, bag: Path | None = None) -> int:
    """The command `anhuan console`."""
    app, _ = start(data, hub, act_as, bag)
    return app.exec()
