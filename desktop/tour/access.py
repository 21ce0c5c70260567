"""The page of equipment and doors: who is where, visits, devices and what nobody is known by, a muster."""

from desktop.tour.stage import Stage


def access(stage: Stage) -> None:
    """Each view; a device; a card that is nobody's; a muster that is begun and ended."""
    page = stage.go("access")
    stage.until(lambda: page.now.rows, "nobody is on the site")
    stage.take("access")
    stage.press("access-visits")
    stage.until(lambda: page.visits.rows, "there are no visits")
    stage.take("access-visits", both=False)
    stage.press("access-findings")
    stage.until(lambda: page.findings.rows, "nothing stands out")
    page.findings.table.view.selectRow(0)
    stage.take("access-findings")
    page.findings.panel.hide()
    stage.press("access-machines")
    stage.until(lambda: page.machines.told["stops"], "no line has stood")
    stage.take("access-machines", both=False)
    stage.press("access-devices")
    stage.until(lambda: page.devices.told["devices"], "the hub does not tell of its devices")
    stage.take("access-devices", both=False)
    page.devices.devices.view.selectRow(1)
    stage.take("access-device")
    stage.press("doors-strange")
    page.devices.strange.view.selectRow(0)
    stage.take("access-strange", both=False)
    stage.press("muster")
    stage.until(lambda: page.muster.found, "the list does not come")
    stage.take("access-muster")
    if page.muster.rows:  # at night there may be nobody
        page.muster.table.view.selectRow(0)
        stage.press("musterSafe")
        stage.take("access-muster-ticked", both=False)
    stage.press("musterEnd")
    if page.muster.muster:
        stage.press("musterEnd")
    stage.press("access-now")
