"""What a person asks of a table: the row of filters, chips of what is asked, a span of days, and nothing that fits."""

from desktop.tour.stage import Stage


def filtering(stage: Stage) -> None:
    """The hazards, filtered."""
    page = stage.go("hazards")
    if page.hazards.only:
        stage.press(f"chip-{page.hazards.only}")
    page.table.view.clearSelection()
    page.panel.hide()
    filters = page.table.filters
    filters.open()
    stage.take("table-filter-row")
    zone = page._rows[0].row.zone.id
    filters.fields["zone"].put([zone])
    filters.fields["state"].put(["reported", "assigned", "fixing", "fixed"])
    filters.fields["reported"].put("last_30_days")
    stage.take("table-filtered")
    table = page.table
    table.book.waiting = table.book._waiting()
    table.book._on_share(0.4)
    table.book.waiting.show()
    stage.take_alone(table.book.waiting, "table-saving")
    table.book._end()
    filters.fields["reported"]._on_days()
    stage.take("table-days")
    stage.press("daysCancel")
    filters.fields["number"].setText("X-0")
    stage.take("table-nothing-matches")
    filters.clear()
    filters.shut()
    filters.text.hide()
