"""Scenes of the journal's past. The demo plant is three weeks old and all of it is here, so it is shown as if it were
older: a month that only the hub has, one that is being fetched, and what may stand in the way."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.tour.stage import Stage
from desktop.views.floor_plan.time_slider import DAY


def journal_past(stage: Stage) -> None:
    """Where the entries begin; a month before that; on its way; and entries that do not lead here."""
    from desktop.views.journal.months import Month
    from services.store.looking_back import Reach

    page, now = stage.go("journal"), stage.workbench.now()
    reach = Reach(4212, now - timedelta(days=400), 13)
    month = Month.of(now - timedelta(days=500))
    _show(page, reach, None)
    stage.take("journal-past")
    _show(page, reach, month)
    stage.take("journal-month-away")
    coming = replace(reach, wanted=month.begins)
    _show(page, coming, month)
    _show(page, replace(coming, oldest=now - timedelta(days=440)), month)
    stage.take("journal-month-coming")
    _show(page, replace(coming, oldest=now - timedelta(days=440)), None)
    stage.take("journal-past-coming")
    _show(page, replace(reach, floor=1, until=now + timedelta(days=7)), None)
    stage.take("journal-past-fetched")
    _show(page, replace(reach, ended="chain_broken"), None)
    page.table.view.selectRow(0)
    stage.take("journal-past-broken")
    del stage.workbench.past.reach
    page.reach.wanted = None
    page.look_again()


def journal_past_unreachable(stage: Stage) -> None:
    """Older entries are wanted while the hub is away."""
    from services.store.looking_back import Reach

    page, now = stage.go("journal"), stage.workbench.now()
    _show(page, Reach(4212, now - timedelta(days=400), 13, wanted=now - timedelta(days=500)), None)
    stage.take("journal-past-unreachable")


def map_past(stage: Stage) -> None:
    """The map as it stood a few days ago, with a zone and why it had its colour then."""
    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    slider = page.time.bar.slider
    slider.setValue(slider.maximum() - 3 * 24 * 60)
    stage.until(lambda: page.time.away and page.time.bar.past.isVisible(), "the past does not come")
    stage.take("map-past")
    stage.choose(page.time.bar.stretch, 7 * DAY)
    page.view.pick(next(iter(page._facts.zones)))
    stage.take("map-past-zone")
    page.editing.leave()
    stage.choose(page.time.bar.stretch, 0)
    page.time.bar.to_now()
    stage.until(lambda: not page.time.bar.past.isVisible(), "the present does not come back")


def compare(stage: Stage) -> None:
    """The floor five days ago beside the present, what differs, and a zone of it brought into view."""
    from desktop.views.floor_plan.compare import Compare

    page = stage.go("map")
    stage.until(lambda: page.view.picture.underlay is not None, "the drawing does not come")
    page.show_compare()
    made = page.findChildren(Compare)[-1]
    stage.until(lambda: page.time.timeline is not None and made.list.count(), "the past does not come")
    made.before.choose(stage.workbench.now() - timedelta(days=5))
    stage.take_alone(made, "compare")
    made.list.itemClicked.emit(made.list.item(0))
    stage.take_alone(made, "compare-zone")
    made.close()


def _show(page: Any, reach: Any, wanted: Any) -> None:
    page.workbench.past.reach = lambda: reach
    page.reach.wanted = wanted
    page.look_again()
