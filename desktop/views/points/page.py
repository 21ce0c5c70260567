"""Points: the ranking and everybody's account, the shop, what was done by hand, and the figures by which points are
earned."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget

from desktop.views.action import Action
from desktop.views.page import Page
from desktop.views.points.account_panel import AccountPanel
from desktop.views.points.by_hand import ByHandList
from desktop.views.points.doubts import DoubtsView
from desktop.views.points.figures import Figures
from desktop.views.points.goods import GoodsView
from desktop.views.points.orders import OrdersView
from desktop.views.points.ranking import Ranking
from desktop.views.points.scores import ScoresView
from desktop.widgets.parts import box, button, column, joined, row

VIEWS = ("ranking", "goods", "orders", "scores", "by_hand", "checks", "figures")


class PointsPage(Page):
    """Its views are made at once and asked when they are shown."""

    key, icon = "points", "points"
    kinds = frozenset(
        {
            "points_account",
            "points_entry",
            "points_rules",
            "badge_rules",
            "adjustment",
            "earning",
            "person",
            "team",
            "department",
        }
        | {"reward", "stock", "stock_count", "redemption", "blob", "score_rules", "department_score", "hazard"}
        | {"points_doubt", "doubt_rules", "recheck", "zone"}
    )

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Points")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(name="pointsRanking", title=translate("PointsPage", "Points: the ranking"), run="show_ranking"),
            Action(name="shopGoods", title=translate("PointsPage", "Shop: goods and stock"), run="show_goods"),
            Action(name="shopOrders", title=translate("PointsPage", "Shop: what was redeemed"), run="show_orders"),
            Action(name="departmentScore", title=translate("PointsPage", "Department score"), run="show_scores"),
            Action(name="pointsByHand", title=translate("PointsPage", "Points given by hand"), run="show_by_hand"),
            Action(name="pointsChecks", title=translate("PointsPage", "Doubts and re-checks"), run="show_checks"),
            Action(name="pointsFigures", title=translate("PointsPage", "What earns points"), run="show_figures"),
        )

    def build(self) -> None:
        self.ranking = Ranking(self.workbench)
        self.goods = GoodsView(self.workbench, self.tasks, self.toast)
        self.orders = OrdersView(self.workbench, self.toast)
        self.scores = ScoresView(self.workbench, self.toast)
        self.by_hand = ByHandList(self.workbench, self.toast)
        self.checks = DoubtsView(self.workbench, self.toast)
        self.figures = Figures(self.workbench, self.toast)
        self.panel = AccountPanel(self.workbench, self.toast)
        self.ranking.chosen.connect(self.panel.show_account)
        self.panel.closed.connect(self.ranking.let_go)
        for panel in (self.panel, self.checks.panel, self.checks.recheck_panel):
            panel.wanted.connect(lambda kind, id_: self.record_wanted.emit(kind, id_, ""))
        titles = {
            "ranking": self.tr("Ranking"),
            "goods": self.tr("Goods"),
            "orders": self.tr("Redemptions"),
            "scores": self.tr("Departments' score"),
            "by_hand": self.tr("By hand"),
            "checks": self.tr("Checks"),
            "figures": self.tr("Figures"),
        }
        self._segments = {
            name: button(titles[name], f"points-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.views = QStackedWidget()
        for view in self._views().values():
            self.views.addWidget(view)
        tables = (
            self.ranking.people,
            self.ranking.groups,
            self.goods.table,
            self.orders.table,
            self.by_hand.table,
            self.scores.table,
            self.checks.doubts,
            self.checks.rechecks,
        )
        for table in tables:
            self.tell_copies(table)
        left = column(self.head(box(joined(*self._segments.values())), None), self.views, gap=0)
        own = (self.panel, self.goods.panel, self.orders.panel, self.scores.panel, self.by_hand.panel)
        self.panels = (*own, *self.checks.panels)
        self.setLayout(row(left, *self.panels, gap=0))
        self.first = self.ranking.people.view
        self._now = "ranking"
        self.show_view("ranking")

    def _views(self) -> "dict[str, Ranking | GoodsView | OrdersView | ScoresView | ByHandList | DoubtsView | Figures]":
        views = (self.ranking, self.goods, self.orders, self.scores, self.by_hand, self.checks, self.figures)
        return dict(zip(VIEWS, views, strict=True))

    def show_view(self, name: str) -> None:
        """One of the views; panels of the others go."""
        self._now = name
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
        self.views.setCurrentWidget(self._views()[name])
        for panel in self.panels:
            panel.hide()
        self.look_again()

    def show_only(self, part: str) -> None:
        self.show_view("checks" if part == "rechecks" else part)
        if part == "rechecks":
            self.checks.show_part(part)

    def show_ranking(self) -> None:
        """Who has earned what."""
        self.show_view("ranking")

    def show_goods(self) -> None:
        """The shop's goods."""
        self.show_view("goods")

    def show_orders(self) -> None:
        """What was redeemed."""
        self.show_view("orders")

    def show_scores(self) -> None:
        """The departments' score."""
        self.show_view("scores")

    def show_by_hand(self) -> None:
        """What was proposed by hand."""
        self.show_view("by_hand")

    def show_checks(self) -> None:
        """What looks odd, and what was drawn to be looked at again."""
        self.show_view("checks")

    def show_figures(self) -> None:
        """What earns how many points."""
        self.show_view("figures")

    def refresh(self) -> None:
        self._views()[self._now].refresh()
        if self.panel.isVisible():
            self.panel.show_again()
