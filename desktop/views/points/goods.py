"""The shop's goods: the catalogue with what is in stock, and the side panel in which one of them is kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from desktop import words
from desktop.models.record_table import Column
from desktop.style.tokens import PAGE_PADDING
from desktop.views.points.goods_panel import GoodsPanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import button, column, label, row
from desktop.widgets.pictures import Pictures
from desktop.widgets.table import Table
from services.store.queries.shop import Goods, goods

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

THUMB = QSize(40, 26)


class GoodsView(QWidget):
    """The table; `panel` is that of the chosen one, or of a new one."""

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__()
        self.workbench = workbench
        self.pictures = Pictures(workbench, self)
        self.panel = GoodsPanel(workbench, tasks, toast)
        self.panel.closed.connect(self._on_closed)
        self.count = label("", "muted", "goodsCount")
        self.gone = QCheckBox(self.tr("Also what is no longer in it"))
        self.gone.setObjectName("goodsGone")
        self.gone.toggled.connect(self.refresh)
        self.add = button(self.tr("Add to the catalogue"), "addGoods", self.add_one, "primary", "add")
        self.add.setEnabled(workbench.may("rewards.add"))
        self.table = Table("goodsTable", _columns(self.pictures, self.devicePixelRatioF()))
        self.table.chosen.connect(self._on_chosen)
        nothing = self.tr("What people may choose for their points: protective equipment, welfare, commendations.")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState("points", self.tr("Nothing in the shop yet"), nothing))
        tools = row(self.count, None, self.gone, self.add, gap=12)
        self.setLayout(column(tools, self.stack, gap=10, margins=(PAGE_PADDING, 4, PAGE_PADDING, PAGE_PADDING)))

    def refresh(self) -> None:
        """As it is now."""
        rows = self.workbench.ask(goods, retired=self.gone.isChecked())
        worth = sum(one.on_hand * one.reward.cost for one in rows)
        kinds = self.tr("%n rewards", "", len(rows))
        self.count.setText(self.tr("{kinds} · in stock for ¥{worth}").format(kinds=kinds, worth=f"{worth:,.0f}"))
        self.table.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.panel.follow(rows)

    def add_one(self) -> None:
        """The form of a new one."""
        self.table.view.clearSelection()
        self.panel.show_new()

    def _on_chosen(self, one: Goods | None) -> None:
        if one is not None:
            self.panel.show_one(one)

    def _on_closed(self) -> None:
        self.table.view.clearSelection()


def _columns(pictures: Pictures, ratio: float) -> list[Column]:
    translate = QCoreApplication.translate

    def thumb(one: Goods) -> QIcon:
        return pictures.icon(one.reward.picture or "", THUMB, ratio)

    def sizes(one: Goods) -> str:
        if not one.reward.sizes:
            return "–"
        return words.listed(f"{stock.size} {stock.on_hand - stock.held}" for stock in one.stocks)

    def sign(one: Goods) -> str | None:
        return "unknown" if one.reward.retired_at else None if one.free and not one.counts else "pending"

    def number(key: str, title: str, width: int) -> Column:
        return Column(
            key, title, lambda one: f"{getattr(one, key):,}", width, sort=lambda one: getattr(one, key), right=True,
            amount=lambda one: float(getattr(one, key)),
        )  # fmt: skip

    return [
        Column("name", words.say("field.reward.name"), lambda one: one.reward.name, 176, picture=thumb, grows=True),
        Column("shelf", words.say("field.reward.shelf"), lambda one: words.say(f"value.shelf.{one.reward.shelf}"), 104),
        Column("price", words.say("field.reward.price"), lambda one: f"{one.reward.price:,}", 116, right=True,
               sort=lambda one: one.reward.price, amount=lambda one: float(one.reward.price)),
        number("on_hand", words.say("field.stock.on_hand"), 76),
        number("held", words.say("field.stock.held"), 76),
        Column("sizes", translate("GoodsView", "Free by size"), sizes, 172, sign=sign),
        Column("cost", translate("GoodsView", "Cost (¥)"), lambda one: f"{one.reward.cost:,.2f}", 92, right=True,
               sort=lambda one: one.reward.cost, amount=lambda one: one.reward.cost),
        Column("supplier", words.say("field.reward.supplier"), lambda one: one.reward.supplier, 132, yields=True),
    ]  # fmt: skip
