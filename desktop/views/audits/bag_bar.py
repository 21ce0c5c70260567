"""The bar over a window that shows an audit bag: that it is sealed, of what and when, and whether it is whole."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel

from desktop.widgets.parts import button, label, row

if TYPE_CHECKING:
    from desktop.sealed import SealedBag
    from desktop.workbench import Workbench

SHORT = 12


class BagBar(QFrame):
    """Hidden, but where the workbench has a bag."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bagBar")
        self.setProperty("look", "panel")
        self._sign = QLabel()
        self.text = label("", "", "bagText", wrap=True)
        self.desk = button("", "bagDesk", self.show_desk, "primary")
        inside = row(self._sign, self.text, self.desk, gap=12, margins=(20, 8, 16, 8))
        inside.setStretch(1, 1)
        self.setLayout(inside)
        self._workbench: Workbench | None = None
        self.hide()

    def follow(self, workbench: "Workbench") -> None:
        """Shows this workbench's bag."""
        self._workbench = workbench
        self.setVisible(workbench.bag is not None)
        self.retell()

    def retell(self) -> None:
        """Another language, or another theme, is in force."""
        if self._workbench is None or self._workbench.bag is None:
            return
        from desktop.style.icons import pixmap

        bag = self._workbench.bag
        whole = bag.verdict.whole
        self._sign.setPixmap(pixmap("shield" if whole else "shield-alert", 20, "normal" if whole else "overdue"))
        self.text.setText(f"{self._what(bag)}\n{self._verdict(bag)}")
        self.text.setProperty("look", "" if whole else "error")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.desk.setText(self.tr("Clause map and comments"))
        self.desk.setAccessibleName(self.desk.text())
        self.window().setWindowTitle(self.tr("Audit bag · {plant}").format(plant=bag.manifest.name))

    def _what(self, bag: "SealedBag") -> str:
        from desktop import words

        one = bag.manifest
        parts = [
            self.tr("Sealed audit bag"),
            one.name,
            self.tr("{first} to {last}").format(first=one.first, last=one.last),
        ]
        parts += [" · ".join(one.zones)] if one.zones else []
        parts += [self.tr("names left out")] if one.masked else []
        parts.append(self.tr("made {when}").format(when=f"{words.local(bag.made_at):%Y-%m-%d %H:%M}"))
        return " · ".join(parts)

    def _verdict(self, bag: "SealedBag") -> str:
        if bag.verdict.whole:
            said = self.tr("Whole: nothing has been changed since it was sealed. Seal {seal}…")
            return said.format(seal=bag.seal[:SHORT])
        return self.tr("Not whole: %n findings. What is shown may not be what was sealed.", "", len(bag.verdict.faults))

    def show_desk(self) -> None:
        """Opens the clause map, the comments, and what was found changed."""
        from desktop.views.audits.bag_desk import BagDesk

        if self._workbench is not None:
            BagDesk(self._workbench, self).open()
