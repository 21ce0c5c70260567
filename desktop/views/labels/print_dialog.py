"""Asks where the labels go: a printer of this computer, a label printer in the network, or a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QWidget

from desktop import words
from desktop.views.labels.correcting import Correcting
from desktop.views.labels.destination import Destination, Kind
from desktop.widgets.asking import ask_save
from desktop.widgets.choice import Choice
from desktop.widgets.parts import Part, button, column, label, row
from services.core.refused import Refused

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from services.reports.label_sheets import Template

KIND, PRINTER, HOST = "labels/to", "labels/printer", "labels/host"
LANGUAGE, DPI = "labels/language", "labels/dpi"
SIDE = 24


class PrintDialog(QDialog):
    """`chosen` carries a Destination. Open it with `open()`; it ends itself. `name` is what a file would be called."""

    chosen = Signal(object)

    def __init__(self, template: "Template", count: int, name: str, tasks: "Tasks", above: QWidget) -> None:
        super().__init__(above)
        self.setObjectName("labelPrint")
        self.setWindowTitle(self.tr("Where should the labels go?"))
        self.setMinimumWidth(520)
        self.template, self.name = template, name
        self.kinds: tuple[Kind, ...] = ("printer", "network", "file")
        self.to = Choice("labelDestination", self.tr("Where to"))
        self.stack = QStackedWidget()
        self.pages = {"printer": self._computers(), "network": self._network(), "file": self._file()}
        for made in self.pages.values():
            self.stack.addWidget(made)
        self.fault = label("", "error", "labelPrintFault", wrap=True)
        self.fault.hide()
        self.correcting = Correcting(template, tasks, self._aim)
        self.correcting.resized.connect(self._fit, Qt.ConnectionType.QueuedConnection)  # when its card has gone
        self.go = button(self.tr("Print %n labels", "", count), "labelsGo", self._on_go, "primary")
        self.go.setDefault(True)
        head = label(self.tr("Where should the labels go?"), "section")
        foot = row(None, button(self.tr("Cancel"), "labelPrintCancel", self.reject), self.go)
        parts = (head, self.to, self.stack, self.fault, self.correcting, foot)
        self.setLayout(column(*parts, gap=14, margins=(SIDE, 20, SIDE, 20)))
        self._offer()
        self.to.activated.connect(self._on_kind)
        self.finished.connect(self.deleteLater)
        self._on_kind()

    def _computers(self) -> QWidget:
        from desktop.views.labels.paper_printer import printer_names

        self.printers = Choice("labelPrinter", self.tr("Printer"))
        names = printer_names()
        self.printers.offer([(name, name) for name in names], str(QSettings().value(PRINTER) or ""))
        self.printers.activated.connect(self._on_changed)
        self.printers.setEnabled(bool(names))
        told = self.tr("It is printed dot by dot in its true size; the printer's own scaling is not asked.")
        none = self.tr("This computer has no printer. Labels can go to a label printer in the network or into a file.")
        return _held(self.printers, label(told if names else none, "caption", wrap=True))

    def _network(self) -> QWidget:
        self.host = QLineEdit(str(QSettings().value(HOST) or ""))
        self.host.setObjectName("labelHost")
        self.host.setAccessibleName(self.tr("Address of the label printer"))
        self.host.setPlaceholderText(self.tr("Address, such as 192.168.1.50"))
        self.host.textChanged.connect(self._on_changed)
        self.language = Choice("labelLanguage", self.tr("Command language"))
        self.language.offer([("ZPL", "zpl"), ("TSPL", "tspl")], str(QSettings().value(LANGUAGE) or "zpl"))
        self.dpi = Choice("labelDpi", self.tr("Resolution of the head"))
        self.dpi.offer([(f"{dpi} dpi", str(dpi)) for dpi in (203, 300, 600)], str(QSettings().value(DPI) or "203"))
        fields = row(
            column(label(self.tr("Command language"), "caption"), self.language, gap=4),
            column(label(self.tr("Resolution of the head"), "caption"), self.dpi, gap=4),
            gap=12,
        )
        told = self.tr("Both stand on the plate under the printer. Codes and Chinese text need no font in the printer.")
        return _held(self.host, fields, label(told, "caption", wrap=True))

    def _file(self) -> QWidget:
        return _held(label(self.tr("A PDF or a picture; for label printers also ZPL and TSPL."), "caption", wrap=True))

    def _offer(self) -> None:
        titles = (
            self.tr("A printer of this computer"),
            self.tr("A label printer in the network"),
            self.tr("A file"),
        )
        kept = str(QSettings().value(KIND) or ("printer" if self.printers.count() else "file"))
        self.to.offer(zip(titles, self.kinds, strict=True), kept)

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return self.kinds[max(self.to.currentIndex(), 0)]

    def _aim(self) -> Destination:
        """Where it goes now; a file has no name yet."""
        if self.kind == "printer":
            return Destination("printer", self.printers.currentText())
        if self.kind == "file":
            return Destination("file", "")
        host = self.host.text().strip()
        address = host if host.startswith("tcp://") else f"tcp://{host}"
        return Destination("network", address, str(self.language.currentData()), int(self.dpi.currentData()))

    def _on_kind(self) -> None:
        self.stack.setCurrentIndex(self.kinds.index(self.kind))
        self._on_changed()

    def _on_changed(self) -> None:
        self._tell("")
        roll = self.template.per_page == 1
        if self.kind == "network" and not roll:
            self._tell(self.tr("This paper is a sheet for office printers. Choose a roll on the page before."))
        ready = {"printer": bool(self.printers.count()), "network": roll and bool(self.host.text().strip())}
        self.go.setEnabled(ready.get(self.kind, True))
        self.correcting.setVisible(self.kind != "network" or roll)
        self.correcting.follow()
        self._fit()

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _fit(self) -> None:
        """As high as what is shown needs."""
        layout, shown = self.layout(), self.pages[self.kind].layout()
        assert layout is not None
        assert shown is not None
        self.stack.setFixedHeight(shown.totalHeightForWidth(self.width() - 2 * SIDE))
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_go(self) -> None:
        aim = self._aim()
        if aim.kind == "file":
            self._ask_for_a_file()
            return
        if aim.kind == "network":
            from services.reports.raw_port import printer_at

            try:
                printer_at(aim.to)
            except Refused as refused:
                self._tell(words.refusal(refused))
                self._fit()
                return
        self._end(aim)

    def _end(self, aim: Destination) -> None:
        kept = {KIND: aim.kind, PRINTER: self.printers.currentText(), HOST: self.host.text().strip()}
        kept |= {LANGUAGE: self.language.currentData(), DPI: self.dpi.currentData()}
        for key, value in kept.items():
            QSettings().setValue(key, value)
        found = self.correcting.correction
        self.chosen.emit(Destination(aim.kind, aim.to, aim.language, aim.dpi, found))
        self.accept()

    def _ask_for_a_file(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        forms = [
            "PDF (*.pdf)",
            "PNG (*.png)",
            *(["ZPL (*.zpl)", "TSPL (*.tspl)"] if self.template.per_page == 1 else []),
        ]
        ask_save(self, "labelFile", self.windowTitle(), forms, self._on_file, str(Path(documents) / self.name))

    def _on_file(self, file: str) -> None:
        self._end(Destination("file", file))


def _held(*parts: Part) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, gap=8))
    return made
