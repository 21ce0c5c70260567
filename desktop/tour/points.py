"""The points page: the ranking, an account in words, teams, the shop, what was proposed by hand, the figures."""

from typing import Any

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
    _checks(stage, page)
    stage.press("points-figures")
    stage.take("points-figures")


def _checks(stage: Stage, page: Any) -> None:
    """What looks odd, what was drawn, and by which figures."""
    stage.press("points-checks")
    page.checks.doubts.view.selectRow(0)
    stage.take("points-doubts")
    stage.press("check-rechecks")
    page.checks.rechecks.view.selectRow(0)
    stage.take("points-rechecks")
    stage.press("doubtRules")
    stage.take("points-doubt-rules", both=False)
    stage.press("doubtRulesPanelClose")
