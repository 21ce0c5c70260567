"""Scenes of computers with a copy of the plant: pairing one, and what one shows that was shut out."""

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.tour.stage import Stage
from desktop.views.revoked import Revoked
from services.sync.pairing import read_line


def computers(stage: Stage) -> None:
    """The code for another computer; then this one is revoked with work on it, and comes back by the code."""
    _computers(stage)
    stage.take("settings-computers")
    stage.press("pairComputer")
    stage.take("pairing")
    stage.press("makePairing")
    stage.until(lambda: stage.part(QLabel, "pairingShown").text(), "no code came")
    line = stage.part(QLabel, "pairingLineShown").text()
    _, code = read_line(line)
    stage.watch.know(stage.own() | {line, "ABCD-EFGH"})
    stage.take("pairing-code")
    stage.press("closePairing")
    _shut_out(stage)
    stage.take("revoked")
    with tempfile.TemporaryDirectory() as place:
        kept = str(Path(place) / "anhuan-waiting.zip")
        stage.watch.know(stage.own() | {line, "ABCD-EFGH", kept})
        (page,) = stage.window.findChildren(Revoked)
        page._on_file(kept)
        stage.until(page.saved.isVisible, "what waits is not saved")
        stage.take("revoked-saved")
    stage.part(QLineEdit, "pairingCode").setText("ABCD-EFGH")
    stage.press("pairAgain")
    stage.until(lambda: stage.part(QLabel, "revokedProblem").text(), "a wrong code was not refused")
    stage.take("revoked-wrong-code")
    stage.part(QLineEdit, "pairingCode").setText(code)
    stage.press("pairAgain")
    stage.until(lambda: stage.workbench.sync_state.hub == "in_step", "it does not come back")
    stage.until(lambda: not stage.workbench.sync_state.waiting, "what was done on it is not sent")
    _computers(stage)
    stage.take("settings-computers-revoked")


def _computers(stage: Stage) -> None:
    """The card of the computers, in sight."""
    page: Any = stage.go("settings")
    page.show_only("access")
    page.sections.show_card(page.devices)
    stage.rest()


def _shut_out(stage: Stage) -> None:
    workbench = stage.workbench
    plant, device = workbench.plant, str(workbench.opened.replica.fact("device"))
    assert plant is not None
    workbench.syncing.hold(3000)
    why = {"zh": "笔记本丢失", "en": "The laptop is lost"}[stage.lang]
    workbench.send("devices.revoke", lambda _: None, device=device, reason=why)
    workbench.run("plant.set_hours", fix_hours=plant.fix_hours[::-1], review_hours=plant.review_hours)
    stage.until(lambda: workbench.sync_state.hub == "revoked", "the console does not notice")
