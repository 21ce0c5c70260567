"""The labels page on a real plant and hub: the address, the sheet, what is kept back, and the file that is printed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from desktop import words
from desktop.models.ticks import TickTable
from desktop.syncing import SyncState
from desktop.views.labels.destination import Destination
from desktop.views.labels.page import LabelsPage
from desktop.views.labels.paper_printer import print_on, put_on
from desktop.views.labels.print_dialog import PrintDialog
from desktop.widgets.address import suggested_address, warning_of
from desktop.widgets.choice import Choice
from services.core.geometry import Polygon
from services.core.refused import Refused
from services.hub import signing
from services.reports.free_face import freed
from services.reports.label_sheets import Element, load_template
from services.reports.labels import draw_labels, proof_labels
from services.reports.my_templates import save_mine
from services.reports.preflight import check_image, check_pdf
from services.store.queries.labels import label_rows
from tests.desktop.pages import part, settled, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench
from tests.services.reports.label_printer import Listener, picture, tspl_labels, zpl_labels
from tests.services.reports.made import labels as made_labels

SQUARE: Polygon = ((0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (0.0, 5.0))
PATIENCE_MS = 30_000


@pytest.fixture
def plant(qapp: Any, tmp_path: Path) -> Iterator[TestPlant]:
    made = open_workbench(tmp_path)
    floor = made.run("floors.add", name="一层", width_m=60.0, height_m=40.0)
    for name in ("冲压", "焊接", "喷涂"):
        made.run("zones.draw", floor=floor, name=name, zone_class="A", polygon=SQUARE)
    made.sync()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> LabelsPage:
    made = shown(qtbot, plant, "labels")
    assert isinstance(made, LabelsPage)
    return made


@pytest.fixture
def addressed(page: LabelsPage, plant: TestPlant, qtbot: Any) -> LabelsPage:
    plant.run("plant.set_address", address="https://anhuan.example.com")
    plant.sync()
    proved(page, qtbot)
    return page


def proved(page: LabelsPage, qtbot: Any) -> None:
    """The sheet shows what is wanted now."""
    qtbot.waitUntil(
        lambda: page.proofed is not None and not page.proofing.busy and page.proofed.wanted == page.proofing._wanted,
        timeout=PATIENCE_MS,
    )


def printing(page: LabelsPage, kind: str) -> PrintDialog:
    """The dialog that asks where the labels go, with one of the ways chosen."""
    part(page, QPushButton, "printLabels").click()
    dialog = part(page, PrintDialog, "labelPrint")
    choose(part(dialog, Choice, "labelDestination"), kind)
    return dialog


def choose(choice: Choice, value: str) -> None:
    """As by the mouse."""
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def write_to(asking: QDialog, out: Path) -> None:
    """Into a file that is chosen as by a person."""
    part(asking, QPushButton, "labelsGo").click()
    dialog = next(iter(asking.findChildren(QFileDialog)))
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(out))
    dialog.accept()


def use_paper(page: LabelsPage, qtbot: Any, name: str) -> None:
    choose(page.template, name)
    proved(page, qtbot)


def print_text(page: LabelsPage) -> str:
    return part(page, QPushButton, "printLabels").text()


def test_the_address_is_asked_for_once_with_a_warning(page: LabelsPage, plant: TestPlant) -> None:
    part(page, QLineEdit, "plantAddress").setText("http://localhost:8750")
    assert part(page, QLabel, "addressWarning").text()
    part(page, QLineEdit, "plantAddress").setText("https://anhuan.example.com")
    part(page, QPushButton, "saveAddress").click()
    assert plant.workbench.plant is not None
    assert plant.workbench.plant.address == "https://anhuan.example.com"
    assert page.stack.currentIndex() == 0


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("http://localhost:8750", True),
        ("http://192.168.1.10:8750", True),
        ("http://plant.example.com", True),
        ("https://plant.example.com", False),
        ("not an address", False),
        ("", False),
    ],
)
def test_addresses_that_may_fail_are_warned_of(address: str, warned: bool) -> None:
    assert bool(warning_of(address)) is warned


def test_the_suggestion_is_never_loopback() -> None:
    assert suggested_address("https://hub.example.com:1") == "https://hub.example.com:1"
    assert "127.0.0.1" not in suggested_address("http://127.0.0.1:8750")


def test_zones_that_were_never_printed_are_ticked_and_on_the_sheet(addressed: LabelsPage) -> None:
    assert len(addressed.list.chosen()) == 3
    assert addressed.proofed is not None
    assert [place.cell for place in addressed.proofed.proof.places] == [0, 1, 2]
    assert "3" in print_text(addressed)


def test_zones_flow_round_places_that_are_used(addressed: LabelsPage, qtbot: Any) -> None:
    QTest.mouseClick(
        addressed.sheet,
        Qt.MouseButton.RightButton,
        Qt.KeyboardModifier.NoModifier,
        addressed.sheet.middle_of(0).toPoint(),
    )
    proved(addressed, qtbot)
    assert addressed.proofed is not None
    assert [place.cell for place in addressed.proofed.proof.places] == [1, 2, 3]
    place: QPoint = addressed.sheet.middle_of(0).toPoint()
    QTest.mouseClick(addressed.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    proved(addressed, qtbot)
    assert not addressed.used


def test_a_press_on_a_label_shows_what_was_measured(addressed: LabelsPage) -> None:
    place = addressed.sheet.middle_of(1).toPoint()
    QTest.mouseClick(addressed.sheet, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert addressed.proofed is not None
    second = addressed.proofed.proof.labels[1]
    assert addressed.panel.title.text() == second.name
    texts = [one.text() for one in addressed.panel.findChildren(QLabel)]
    module = addressed.proofed.proof.findings[1].module_mm
    assert f"{module:.2f} mm" in texts


def test_unticking_takes_a_zone_off_the_sheet(addressed: LabelsPage, qtbot: Any) -> None:
    model = addressed.list.model
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    proved(addressed, qtbot)
    assert addressed.proofed is not None
    assert len(addressed.proofed.proof.places) == 2


def test_what_fails_is_kept_back_in_red_with_its_reason(addressed: LabelsPage) -> None:
    """One label measured as bad, one that has no room: our own papers are too good to fail by themselves."""
    proofed = addressed.proofed
    assert proofed is not None
    odd = replace(proofed.proof.labels[2], url="https://厂.example.com/z/1")
    undrawn = proof_labels(proofed.template, [odd]).undrawn
    assert undrawn
    first, second, _ = proofed.proof.findings
    proof = replace(
        proofed.proof,
        labels=proofed.proof.labels[:2],
        places=proofed.proof.places[:2],
        findings=(replace(first, quiet=2.6, why=("quiet_zone",)), second),
        undrawn=undrawn,
    )
    addressed.selected = ""
    addressed._on_proof(replace(proofed, proof=proof))
    assert len(addressed.list.model.faulty) == 2
    assert "静区" in part(addressed, QLabel, "labelReason").text()
    assert "1" in print_text(addressed)
    assert "2" in print_text(addressed)
    assert not addressed.sheet.grab().isNull()


def test_printing_issues_labels_writes_the_file_and_tells_the_journal(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any, tmp_path: Path
) -> None:
    out = tmp_path / "labels.pdf"
    asking = printing(addressed, "file")
    write_to(asking, out)
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
    plant.sync()
    labels = plant.hub_records("label")
    assert len(labels) == 3
    assert all(label.printed_at for label in labels)
    read = sorted(finding.url for finding in check_pdf(out))
    assert read == sorted(f"https://anhuan.example.com/z/{label.token}" for label in labels)
    assert "labels.pdf" in toast_text(addressed)
    assert [one.state for one in plant.workbench.ask(label_rows, now=plant.workbench.now())] == ["good"] * 3


@pytest.mark.parametrize("speaks", ["zpl", "tspl"])
def test_labels_go_to_a_printer_in_the_network(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any, tmp_path: Path, speaks: str
) -> None:
    """What the printer puts out, in either language and at another resolution than usual, is read from its paper."""
    use_paper(addressed, qtbot, "roll-50x30")
    with Listener() as printer:
        asking = printing(addressed, "network")
        choose(part(asking, Choice, "labelLanguage"), speaks)
        choose(part(asking, Choice, "labelDpi"), "300")
        assert not part(asking, QPushButton, "labelsGo").isEnabled()
        QTest.keyClicks(part(asking, QLineEdit, "labelHost"), f"127.0.0.1:{printer.port}")
        part(asking, QPushButton, "labelsGo").click()
        plant.sync()
        qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
        assert printer.finished.wait(10)
    plant.sync()
    assert set(tokens_on(printer, speaks, tmp_path)) == {label.token for label in plant.hub_records("label")}
    assert all(label.printed_at for label in plant.hub_records("label"))
    assert f"127.0.0.1:{printer.port}" in toast_text(addressed)


def tokens_on(printer: Listener, speaks: str, folder: Path) -> dict[str, tuple[float, float]]:
    """What another reader finds on the labels that came out of a 300 dpi printer, and where in mm."""
    dots_per_mm = 300 / 25.4
    papers = zpl_labels(printer.received) if speaks == "zpl" else tspl_labels(printer.received, dots_per_mm)
    found: dict[str, tuple[float, float]] = {}
    for paper in papers:
        picture(paper).save(folder / "label.png")
        (finding,) = check_image(folder / "label.png", 300)
        assert finding.why == ()
        found[finding.token] = (finding.x_mm, finding.y_mm)
    return found


def test_a_printer_that_is_away_or_breaks_off_prints_nothing(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any
) -> None:
    use_paper(addressed, qtbot, "roll-50x30")
    with Listener(breaks_after=100) as printer:
        asking = printing(addressed, "network")
        part(asking, QLineEdit, "labelHost").setText(f"127.0.0.1:{printer.port}")
        part(asking, QPushButton, "labelsGo").click()
        plant.sync()
        qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
    said = toast_text(addressed)
    assert f"127.0.0.1:{printer.port}" not in said
    assert "127.0.0.1" in said
    asking = printing(addressed, "network")
    assert part(asking, QLineEdit, "labelHost").text() == f"127.0.0.1:{printer.port}"
    part(asking, QPushButton, "labelsGo").click()
    qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
    assert f"127.0.0.1:{printer.port}" in toast_text(addressed)
    assert not any(label.printed_at for label in plant.records("label"))
    assert addressed.panel.print.isEnabled()


def test_a_sheet_does_not_go_to_a_label_printer_nor_to_an_odd_address(addressed: LabelsPage, qtbot: Any) -> None:
    asking = printing(addressed, "network")
    part(asking, QLineEdit, "labelHost").setText("10.0.0.7")
    assert part(asking, QLabel, "labelPrintFault").text()
    assert not part(asking, QPushButton, "labelsGo").isEnabled()
    part(asking, QPushButton, "labelPrintCancel").click()
    use_paper(addressed, qtbot, "roll-50x30")
    asking = printing(addressed, "network")
    part(asking, QLineEdit, "labelHost").setText("10.0.0.7/x")
    part(asking, QPushButton, "labelsGo").click()
    assert "10.0.0.7/x" in part(asking, QLabel, "labelPrintFault").text()


def test_what_was_measured_is_kept_for_this_printer_and_paper_and_used(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any, tmp_path: Path
) -> None:
    use_paper(addressed, qtbot, "roll-50x30")
    with Listener() as printer:
        asking = printing(addressed, "network")
        part(asking, QLineEdit, "labelHost").setText(f"127.0.0.1:{printer.port}")
        part(asking, QPushButton, "measureRuler").click()
        part(asking, QPushButton, "printRuler").click()
        assert printer.finished.wait(10)
        settled(addressed)
    assert len(zpl_labels(printer.received)) == 1
    part(asking, QLineEdit, "measuredA").setText("9,5")
    part(asking, QLineEdit, "measuredC").setText("10")
    part(asking, QPushButton, "keepCorrection").click()
    assert part(asking, QLabel, "correctionFault").text()
    part(asking, QLineEdit, "measuredC").setText("thirty")
    part(asking, QPushButton, "keepCorrection").click()
    assert part(asking, QLabel, "correctionFault").text()
    part(asking, QLineEdit, "measuredC").setText("30")
    part(asking, QPushButton, "keepCorrection").click()
    assert "-1.5 mm" in part(asking, QLabel, "correctionSaid").text()
    part(asking, QLineEdit, "labelHost").setText("10.0.0.7")
    assert "mm" not in part(asking, QLabel, "correctionSaid").text()
    aims: list[Destination] = []
    asking.chosen.disconnect()
    asking.chosen.connect(aims.append)
    part(asking, QLineEdit, "labelHost").setText(f"127.0.0.1:{printer.port}")
    part(asking, QPushButton, "labelsGo").click()
    assert aims[0].correction.offset_mm == (-1.5, 0.0)
    asking = printing(addressed, "network")
    part(asking, QPushButton, "forgetCorrection").click()
    assert "mm" not in part(asking, QLabel, "correctionSaid").text()


def test_the_correction_moves_what_the_printer_puts_out(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any, tmp_path: Path
) -> None:
    """Measured on its ruler page as 1.5 mm too far right and 1 mm too far down, it gets labels so much to the left
    and up; on another paper of the same printer nothing is moved."""
    where: list[dict[str, tuple[float, float]]] = []
    for paper, measured in (("roll-50x30", False), ("roll-50x30", True), ("roll-60x40", False)):
        use_paper(addressed, qtbot, paper)
        addressed.list._tick(one.id for one in addressed.rows)
        proved(addressed, qtbot)
        with Listener() as printer:
            asking = printing(addressed, "network")
            choose(part(asking, Choice, "labelDpi"), "300")
            part(asking, QLineEdit, "labelHost").setText(f"127.0.0.1:{printer.port}")
            if measured:
                part(asking, QPushButton, "measureRuler").click()
                part(asking, QLineEdit, "measuredA").setText("9.5")
                part(asking, QLineEdit, "measuredB").setText("9,0")
                part(asking, QPushButton, "keepCorrection").click()
            said = part(asking, QLabel, "correctionSaid").text()
            assert ("-1.5 mm" in said) is measured
            part(asking, QPushButton, "labelsGo").click()
            plant.sync()
            qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
            assert printer.finished.wait(10)
        where.append(tokens_on(printer, "zpl", tmp_path))
    plain, moved, _ = where
    assert set(plain) == set(moved)
    for token, (x, y) in plain.items():
        assert moved[token] == pytest.approx((x - 1.5, y - 1.0), abs=0.15)


def test_a_typed_scale_draws_the_sheet_smaller(addressed: LabelsPage, plant: TestPlant, tmp_path: Path) -> None:
    """A printer whose ruler lines come out 2 % too long gets a sheet so much smaller: codes stand closer."""
    spread = []
    for longer in (1.0, 1.02):
        addressed.list._tick(one.id for one in addressed.rows)
        asking = printing(addressed, "file")
        if longer > 1:
            part(asking, QPushButton, "measureRuler").click()
            for letter in "CD":
                field = part(asking, QLineEdit, f"measured{letter}")
                field.setText(f"{float(field.text()) * longer:g}")
            part(asking, QPushButton, "keepCorrection").click()
            assert "98.04 %" in part(asking, QLabel, "correctionSaid").text()
        write_to(asking, tmp_path / f"{longer}.pdf")
        plant.sync()
        settled(addressed)
        found = check_pdf(tmp_path / f"{longer}.pdf")
        assert len(found) == 3
        assert all(finding.why == () for finding in found)
        spread.append(max(one.x_mm for one in found) - min(one.x_mm for one in found))
    assert spread[1] == pytest.approx(spread[0] / 1.02, abs=0.1)
    assert spread[0] > 50


def test_a_label_that_fails_is_kept_back_and_the_others_are_printed(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template of somebody's own in which a long name runs into the code's quiet zone."""
    for module in ("services.reports.label_sheets", "services.reports.my_templates"):
        monkeypatch.setattr(f"{module}.my_folder", lambda: tmp_path / "mine")
    zones = {zone.name: zone for zone in plant.records("zone")}
    plant.run(
        "zones.rename", zone=zones["喷涂"].id, name="喷涂车间东侧废气处理设施及活性炭更换作业区域与有限空间作业点"
    )
    plant.sync()
    proved(addressed, qtbot)
    assert addressed.proofed is not None
    free = freed(addressed.proofed.template, addressed.proofed.proof.labels[0])
    code = next(one for one in free.elements if one.kind == "code")
    name = Element(kind="text", at_mm=(2, code.at_mm[1]), size_mm=(code.at_mm[0], 30), text="{name}", pt=12)
    save_mine(replace(free, elements=(code, name)), "太挤")
    addressed._on_saved("太挤")
    proved(addressed, qtbot)
    assert "1" in print_text(addressed)
    assert "2" in print_text(addressed)
    assert len(addressed.list.model.faulty) == 1
    write_to(printing(addressed, "file"), tmp_path / "labels.pdf")
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
    plant.sync()
    printed = {label.token for label in plant.hub_records("label") if label.printed_at}
    assert {finding.token for finding in check_pdf(tmp_path / "labels.pdf")} == printed
    assert {label.zone for label in plant.hub_records("label") if label.printed_at} == {
        zones["冲压"].id,
        zones["焊接"].id,
    }


def test_a_sign_for_a_gate_whose_code_is_too_small_is_told(
    addressed: LabelsPage, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program's own can be read from 1 m; one that somebody has drawn with a smaller code can't."""
    for module in ("services.reports.label_sheets", "services.reports.my_templates"):
        monkeypatch.setattr(f"{module}.my_folder", lambda: tmp_path / "mine")
    use_paper(addressed, qtbot, "door-A5")
    assert not addressed.panel.findChildren(QLabel, "labelTooNear")
    assert addressed.proofed is not None
    free = freed(addressed.proofed.template, addressed.proofed.proof.labels[0])
    elements = [replace(one, size_mm=(60.0, 60.0)) if one.kind == "code" else one for one in free.elements]
    save_mine(replace(free, elements=tuple(elements)), "小门牌")
    addressed._on_saved("小门牌")
    proved(addressed, qtbot)
    assert part(addressed, QLabel, "labelTooNear").text() == words.say("label.note.too_near")
    part(addressed, QPushButton, "editTemplate").click()
    verdict = part(addressed, QLabel, "templateVerdict")
    qtbot.waitUntil(lambda: verdict.text() == words.say("label.note.too_near"), timeout=PATIENCE_MS)


@pytest.mark.parametrize("measured", [False, True])
def test_labels_go_to_a_printer_of_this_computer(
    addressed: LabelsPage,
    plant: TestPlant,
    qtbot: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    measured: bool,
) -> None:
    """Chosen by name in the dialog; the test's printer is Qt's own, whose paper is a PDF. What was measured for it with
    this paper moves everything on it."""
    paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "paper.pdf"))
    monkeypatch.setattr("desktop.views.labels.paper_printer.printer_names", lambda: ["办公室"])
    monkeypatch.setattr("desktop.views.labels.paper_printer.printer_called", {"办公室": paper}.__getitem__)
    asking = printing(addressed, "printer")
    if measured:
        part(asking, QPushButton, "measureRuler").click()
        part(asking, QLineEdit, "measuredA").setText("22")
        part(asking, QPushButton, "keepCorrection").click()
    part(asking, QPushButton, "labelsGo").click()
    plant.sync()
    qtbot.waitUntil(lambda: not addressed.desk.job.busy, timeout=PATIENCE_MS)
    assert "办公室" in toast_text(addressed)
    plant.sync()
    found = {finding.zone: finding for finding in check_pdf(tmp_path / "paper.pdf")}
    assert {one.token for one in found.values()} == {label.token for label in plant.hub_records("label")}
    assert addressed.proofed is not None
    for place in addressed.proofed.proof.places:
        assert found[place.code].why == ()
        assert found[place.code].x_mm == pytest.approx(place.code_box.x - 2 * measured, abs=0.3)
        assert found[place.code].y_mm == pytest.approx(place.code_box.y, abs=0.3)


def test_a_printer_of_this_computer_gets_every_page_dot_by_dot(tmp_path: Path, qapp: Any) -> None:
    """Where a test has no printer, Qt prints into a PDF: the same painting, page by page."""
    for name, count in (("L7163", 20), ("door-A5", 2)):
        template = load_template(name)
        places = draw_labels(template, made_labels(count), tmp_path / "labels.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        put_on(printer, "PDF", tmp_path / "labels.pdf", template)
        findings = check_pdf(tmp_path / "paper.pdf", places)
        assert [finding.why for finding in findings] == [()] * count
        for finding, place in zip(findings, places, strict=True):
            assert (finding.x_mm, finding.y_mm) == pytest.approx((place.code_box.x, place.code_box.y), abs=0.3)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_page_has_failed(tmp_path: Path, qapp: Any) -> None:
    draw_labels(load_template("L7163"), made_labels(2), tmp_path / "labels.pdf")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
    with pytest.raises(Refused, match="printer_failed"):
        put_on(printer, "PDF", tmp_path / "labels.pdf", load_template("L7163"))
    with pytest.raises(Refused, match="printer_gone"):
        print_on("no such printer", tmp_path / "labels.pdf", load_template("L7163"))


def test_a_worn_label_is_revoked_and_its_zone_wants_a_new_one(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any
) -> None:
    zone = plant.records("zone")[0]
    plant.opened.replica.enqueue("labels.issue", {"zone": zone.id})
    plant.sync()
    plant.run("labels.printed", labels=[plant.records("label")[0].id], template="L7163")
    proved(addressed, qtbot)
    addressed._on_picked(zone.code)
    part(addressed, QPushButton, "revokeLabel").click()
    part(addressed, QPushButton, "confirmRevoke").click()
    part(addressed, QLineEdit, "revokeReason").setText("磨损")
    part(addressed, QPushButton, "confirmRevoke").click()
    plant.sync()
    assert plant.hub_records("label")[0].revoked_at is not None
    assert {one.id: one.state for one in plant.workbench.ask(label_rows, now=plant.workbench.now())}[zone.id] == "new"


def test_without_the_hub_nothing_is_asked(addressed: LabelsPage, plant: TestPlant) -> None:
    plant.workbench.syncing._show(SyncState(hub="unreachable"))
    part(addressed, QPushButton, "printLabels").click()
    assert not addressed.findChildren(PrintDialog)
    assert toast_text(addressed)


def test_a_label_is_out_of_date_when_what_stands_on_it_has_changed(plant: TestPlant) -> None:
    plant.run("plant.set_address", address="https://anhuan.example.com")
    plant.sync()
    zones = plant.records("zone")
    for zone in zones:
        plant.opened.replica.enqueue("labels.issue", {"zone": zone.id})
    plant.sync()
    plant.run("labels.printed", labels=[label.id for label in plant.records("label")], template="L7163")
    plant.run("zones.rename", zone=zones[0].id, name="新名")
    plant.run("zones.set_emergency", zone=zones[1].id, emergency="切断电源")
    plant.sync()
    states = {one.id: (one.state, one.changed) for one in plant.workbench.ask(label_rows, now=plant.workbench.now())}
    assert states[zones[0].id] == ("changed", ("name",))
    assert states[zones[1].id] == ("good", ())


def test_zones_are_found_by_what_became_of_their_labels_and_by_building(
    addressed: LabelsPage, plant: TestPlant, qtbot: Any
) -> None:
    other = plant.run("floors.add", name="二层", building="二号楼", width_m=60.0, height_m=40.0)
    plant.run("zones.draw", floor=other, name="仓库", zone_class="D", polygon=SQUARE)
    plant.sync()
    zones = {zone.name: zone for zone in plant.records("zone")}
    for name in ("冲压", "焊接", "焊接"):
        plant.opened.replica.enqueue("labels.issue", {"zone": zones[name].id})
        plant.sync()
    labels = {(label.zone, label.version): label for label in plant.records("label")}
    press, old, new = (labels[zones[name].id, version] for name, version in (("冲压", 1), ("焊接", 1), ("焊接", 2)))
    plant.run("labels.printed", labels=[press.id, old.id], template="L7163")
    plant.run("labels.printed", labels=[new.id], template="L7163")
    plant.sync()
    for label in (press, old):
        signing.zone_of_label(plant.served.hub, label.token)
    plant.sync()
    proved(addressed, qtbot)
    assert "1" in part(addressed, QLabel, "labelNews").text().partition("·")[2]
    filter_ = part(addressed, Choice, "labelFilter")
    for key, names in (
        ("none", {"喷涂", "仓库"}),
        ("hanging", {"焊接"}),
        ("unposted", {"焊接"}),
        ("building:二号楼", {"仓库"}),
        ("", {"冲压", "焊接", "喷涂", "仓库"}),
    ):
        choose(filter_, key)
        assert {one.row.zone.name for one in addressed.list.model.rows} == names
        ticked = {one.row.zone.name for one in addressed.list.chosen()}
        assert ticked == (names if key else {"喷涂", "仓库"})
    addressed._on_picked(zones["焊接"].code)
    proved(addressed, qtbot)
    addressed.list._on_all()
    proved(addressed, qtbot)
    addressed._on_picked(zones["焊接"].code)
    assert "1" in part(addressed, QLabel, "labelHanging").text()
    index = addressed.list.model.place_of(zones["冲压"].id)
    place = addressed.list.view.visualRect(index).center()
    QTest.mouseClick(addressed.list.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseDClick(addressed.list.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert [one.row.zone.name for one in addressed.list.chosen()] == ["冲压"]


def test_the_tick_table_is_a_sound_model(addressed: LabelsPage, qtmodeltester: Any) -> None:
    model = addressed.list.model
    assert isinstance(model, TickTable)
    qtmodeltester.check(model)
    assert model.place_of("nobody") == QModelIndex()
    assert not model.setData(model.index(0, 1), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_without_zones_the_page_leads_to_the_map(qtbot: Any, qapp: Any, tmp_path: Path) -> None:
    made = open_workbench(tmp_path)
    page = shown(qtbot, made, "labels")
    wanted: list[str] = []
    page.wanted.connect(wanted.append)
    part(page, QPushButton, "labelsToMap").click()
    assert wanted == ["map"]
    made.close()
