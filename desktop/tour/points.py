"""The points page: the ranking, an account in words, teams, the shop, what was proposed by hand, the figures."""

from desktop.tour.stage import Stage


def points(stage: Stage) -> None:
    """The ranking; the first one's account; teams; the shop; by hand, with one that waits; the figures."""
    page = stage.go("points")
    page.show_view("ranking")
    stage.take("points")
    page.ranking.people.view.selectRow(0)
    stage.take("points-account")
    stage.press("pointsByHand")
    stage.take("points-by-hand-form", both=False)
    stage.press("byHandCancel")
    stage.press("accountPanelClose")
    stage.press("rank-team")
    stage.take("points-teams")
    stage.press("rank-person")
    stage.press("points-goods")
    page.goods.table.view.selectRow(1)
    stage.until(lambda: not page.goods.panel.shown.pixmap().isNull(), "the picture does not come")
    stage.take("points-goods")
    stage.press("points-orders")
    page.orders.table.view.selectRow(0)
    stage.take("points-orders")
    stage.press("points-scores")
    stage.press("scoreWeights")
    stage.take("points-scores")
    stage.press("points-by_hand")
    page.by_hand.table.view.selectRow(0)
    stage.take("points-by-hand")
    stage.press("points-figures")
    stage.take("points-figures")
