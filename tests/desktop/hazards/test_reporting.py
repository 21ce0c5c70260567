"""A hazard reported at a computer, by keys and mouse: with its photos, refused in words, offline, then at the hub."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.hazards.extra_part import FillDialog
from desktop.views.hazards.page import HazardsPage
from desktop.views.hazards.report_dialog import ReportDialog
from desktop.views.hazards.shown import Shown
from desktop.views.photo_drop import has_photos
from desktop.widgets.photo_tray import PhotoTray
from desktop.widgets.pictures import Thumb
from desktop.workbench import Workbench
from services.store.queries.likely_category import counted
from tests.desktop.hazards.story import Story, jpeg, page_of
from tests.desktop.pages import part, press, settled, shown, toast_text
from tests.desktop.plants import TestPlant, until

GPS = b"Exif\x00\x00"


@pytest.fixture
def page(qtbot: QtBot, story: Story) -> HazardsPage:
    return page_of(qtbot, story.plant)


def opened(page: QWidget) -> ReportDialog:
    """The form, by its key."""
    QTest.keySequence(page.window(), "Ctrl+R")
    return dialog_of(page)


def dialog_of(page: QWidget) -> ReportDialog:
    QApplication.processEvents()
    (found,) = [one for one in page.window().findChildren(ReportDialog) if one.isVisible()]
    return found


def fill(dialog: ReportDialog, text: str = "护栏松动") -> None:
    zones = part(dialog, QComboBox, "reportZone")
    QTest.keyClick(zones, Qt.Key.Key_Down)
    part(dialog, QLineEdit, "reportDescription").insert(text)


def photo_file(folder: Path, red: int = 200) -> Path:
    file = folder / f"photo-{red}.jpg"
    file.write_bytes(jpeg(red))
    return file


def drop(dialog: ReportDialog, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(20, 20), actions, data, buttons, keys))
    until(lambda: not dialog.tray.busy)


def send(dialog: ReportDialog) -> None:
    QTest.mouseClick(part(dialog, QPushButton, "reportSend"), Qt.MouseButton.LeftButton)


def trouble(dialog: ReportDialog) -> str:
    return part(dialog, QLabel, "photoTrouble").text()


def thumbs(dialog: ReportDialog) -> int:
    QApplication.processEvents()
    return len([one for one in dialog.findChildren(QToolButton) if one.isVisibleTo(dialog)])


def test_reported_offline_it_goes_to_the_hub_with_its_photo(page: HazardsPage, story: Story, tmp_path: Path) -> None:
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    send(dialog)
    (here,) = story.plant.records("hazard")
    assert (here.description, here.zone, here.number) == ("护栏松动", story.zone, None)
    assert story.plant.hub_records("hazard") == ()
    chosen = page.table.record()
    assert isinstance(chosen, Shown)
    assert chosen.id == here.id
    assert "待编号" in told(page)
    assert "已上报" in toast_text(page)
    story.plant.sync()
    there = story.hazard(here.id)
    assert there.number.startswith("YH-")
    assert story.plant.served.hub.blobs.has(there.before[0])
    assert not story.plant.opened.outgoing.waiting()


def told(page: HazardsPage) -> str:
    """All that the table shows of its first row."""
    model = page.table.view.model()
    return " ".join(str(model.index(0, at).data()) for at in range(model.columnCount()))


def test_enter_reports_it_once(page: HazardsPage, story: Story, tmp_path: Path) -> None:
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    QTest.keyClick(part(dialog, QLineEdit, "reportDescription"), Qt.Key.Key_Return)
    assert len(story.plant.records("hazard")) == 1


def test_the_toast_takes_it_back(page: HazardsPage, story: Story, tmp_path: Path) -> None:
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    send(dialog)
    QTest.mouseClick(part(page.window(), QPushButton, "toastAction"), Qt.MouseButton.LeftButton)
    assert story.plant.records("hazard") == ()
    story.plant.sync()
    assert story.plant.hub_records("hazard") == ()


def test_nothing_is_sent_without_a_zone_or_a_photo(page: HazardsPage, story: Story) -> None:
    dialog = opened(page)
    send(dialog)
    assert "区域" in trouble(dialog)
    fill(dialog)
    send(dialog)
    assert trouble(dialog) == "没有照片，不能提交。请先拍一张照片。"
    assert dialog.isVisible()
    assert story.plant.records("hazard") == ()


def test_what_is_no_picture_is_refused_and_the_others_stay(page: HazardsPage, tmp_path: Path) -> None:
    dialog = opened(page)
    drop(dialog, photo_file(tmp_path))
    (tmp_path / "notes.txt").write_text("no picture")
    drop(dialog, tmp_path / "notes.txt")
    assert trouble(dialog).startswith("notes.txt：这个文件不是照片")
    assert thumbs(dialog) == 1
    drop(dialog, photo_file(tmp_path))
    assert "同一张照片" in trouble(dialog)
    drop(dialog, tmp_path / "gone.jpg")
    assert trouble(dialog) == "gone.jpg：读不出来。"
    assert thumbs(dialog) == 1


def test_an_eleventh_photo_is_refused_and_one_can_be_taken_out(page: HazardsPage, tmp_path: Path) -> None:
    dialog = opened(page)
    files = [photo_file(tmp_path, 20 * number) for number in range(11)]
    drop(dialog, *files)
    assert trouble(dialog).startswith("照片太多")
    assert thumbs(dialog) == 0
    drop(dialog, *files[:10])
    assert thumbs(dialog) == 10
    drop(dialog, files[10])
    assert trouble(dialog).startswith("照片太多")
    QTest.mouseClick(part(dialog, QToolButton, "trayPhoto3"), Qt.MouseButton.LeftButton)
    assert thumbs(dialog) == 9


def test_a_picture_is_pasted_and_text_still_is(page: HazardsPage) -> None:
    dialog = opened(page)
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkRed)
    QGuiApplication.clipboard().setImage(image)
    line = part(dialog, QLineEdit, "reportDescription")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    until(lambda: not dialog.tray.busy)
    assert thumbs(dialog) == 1
    assert line.text() == ""
    QGuiApplication.clipboard().setText("漏油")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "漏油"
    assert thumbs(dialog) == 1


def test_files_are_chosen_and_nothing_hidden_in_them_goes_out(page: HazardsPage, tmp_path: Path) -> None:
    from PIL import Image

    file = photo_file(tmp_path)
    with Image.open(file) as image:
        exif = image.getexif()
        exif[0x010F] = "camera of somebody"
        image.save(file, exif=exif)
    assert GPS in file.read_bytes()
    dialog = opened(page)
    QTest.mouseClick(part(dialog, QPushButton, "choosePhotos"), Qt.MouseButton.LeftButton)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.filesSelected.emit([str(file)])
    chooser.reject()
    until(lambda: not dialog.tray.busy)
    (photo,) = dialog.tray.photos
    assert GPS not in photo.data


def test_from_a_zone_on_the_map_the_zone_is_chosen(qtbot: QtBot, story: Story) -> None:
    story.plant.sync()
    page = shown(qtbot, story.plant, "map")
    page.view.pick(story.zone)
    settled(page)
    QTest.mouseClick(part(page, QPushButton, "reportHere"), Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    assert part(dialog, QComboBox, "reportZone").currentData() == story.zone
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    page.view.menu_wanted.emit(story.zone, QPoint(5, 5))
    (menu,) = [one for one in page.findChildren(QWidget, "zoneMenu") if one.isVisible()]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert part(dialog_of(page), QComboBox, "reportZone").currentData() == story.zone


def test_who_may_not_report_is_told_so(page: HazardsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workbench, "may", lambda self, kind: kind != "hazards.report")
    QTest.keySequence(page.window(), "Ctrl+R")
    assert page.window().findChildren(ReportDialog) == []
    assert "您的角色不能做这项操作" in toast_text(page)


def test_a_full_disk_is_told_and_the_form_stays(
    page: HazardsPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services.photos.folder import FolderFull

    def full(*_: object) -> str:
        raise FolderFull("blobs")

    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    monkeypatch.setattr(story.plant.opened.blobs, "put_bytes", full)
    send(dialog)
    assert "磁盘已满" in trouble(dialog)
    assert dialog.isVisible()
    assert story.plant.records("hazard") == ()


def test_a_photo_that_is_not_kept_for_the_hub_is_seen(
    page: HazardsPage, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault of the first test: without its marker the photo stays here."""
    plant: TestPlant = story.plant
    monkeypatch.setattr(plant.opened.outgoing, "add", lambda *_: None)
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    sha256 = dialog.tray.photos[0].sha256
    send(dialog)
    plant.sync()
    assert not plant.served.hub.blobs.has(sha256)


def test_the_plants_own_fields_are_asked_at_the_desk_too(page: HazardsPage, story: Story, tmp_path: Path) -> None:
    shift = {"key": "shift", "text": "发现班次", "kind": "choice", "choices": ["早班", "晚班"]}
    story.do("checklists.make", name="附加字段", items=[shift], purpose="hazard")
    story.plant.sync()
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    send(dialog)
    assert "发现班次" in trouble(dialog)
    QTest.keyClick(part(dialog, QComboBox, "extra1"), Qt.Key.Key_End)
    send(dialog)
    (here,) = story.plant.records("hazard")
    assert [(one.item, one.choice) for one in here.extra] == [("发现班次", "晚班")]


def test_a_field_asks_for_a_day_and_a_photo_and_they_are_put_right(qtbot: QtBot, story: Story, tmp_path: Path) -> None:
    """Told of by telephone: the photo of the field is one of its own, and stays where others do not take its place."""
    items = [{"key": "since", "text": "最早发现", "kind": "date"}, {"key": "plate", "text": "铭牌", "kind": "photo"}]
    story.do("checklists.make", name="附加字段", items=items, purpose="hazard")
    story.plant.sync()
    page = page_of(qtbot, story.plant)
    dialog = opened(page)
    fill(dialog)
    drop(dialog, photo_file(tmp_path))
    assert dialog.extra is not None
    (tray,) = dialog.extra.findChildren(PhotoTray)
    part(dialog, QLineEdit, "extra1").setText("二月三十")
    send(dialog)
    assert "最早发现" in trouble(dialog)
    part(dialog, QLineEdit, "extra1").setText("2026-02-28")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_file(tmp_path, 60)))])
    tray.take(data)
    until(lambda: not tray.busy)
    send(dialog)
    (here,) = story.plant.records("hazard")
    assert (len(here.before), len(here.extra_photos)) == (1, 1)
    story.plant.sync()
    there = story.hazard(here.id)
    assert [(one.note, one.photos) for one in there.extra] == [("2026-02-28", ()), ("", there.extra_photos)]
    assert story.plant.served.hub.blobs.has(there.extra_photos[0])

    page.table.choose(here.id)
    assert part(page, Thumb, "extraPhoto1").accessibleName() == "铭牌"
    press(page, "panelFill")
    (again,) = [one for one in page.window().findChildren(FillDialog) if one.isVisible()]
    assert "已有 1 张照片" in part(again, QLabel, "answerKept").text()
    part(again, QLineEdit, "extra1").setText("2026-03-01")
    press(again, "fillSave")
    (filled,) = story.plant.records("hazard")
    assert (filled.extra[0].note, filled.extra_photos) == ("2026-03-01", here.extra_photos)


def test_a_photo_dropped_on_the_window_begins_a_report(page: HazardsPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_file(tmp_path)))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page.window(), QDragEnterEvent(QPoint(20, 20), actions, data, buttons, keys))
    QApplication.sendEvent(page.window(), QDropEvent(QPointF(20, 20), actions, data, buttons, keys))
    dialog = dialog_of(page)
    until(lambda: len(dialog.tray.photos) == 1)
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.dxf"))])
    assert not has_photos(data)
    dialog.reject()


def test_a_photo_pasted_where_nothing_is_written_begins_a_report(page: HazardsPage) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(200)
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(page.window(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page)
    until(lambda: len(dialog.tray.photos) == 1)
    dialog.reject()


def test_the_category_follows_what_is_written_until_one_is_chosen(page: HazardsPage) -> None:
    dialog = opened(page)
    field, line = part(dialog, QComboBox, "reportCategory"), part(dialog, QLineEdit, "reportDescription")
    dialog._likely._said = counted([("fire", "灭火器前堆满纸箱"), ("electric", "电缆拖在地上")])
    line.setText("灭火器被挡")
    assert field.currentData() == "fire"
    assert part(dialog, QLabel, "likelyCategory").isVisible()
    field.setCurrentIndex(field.findData("other"))
    field.activated.emit(field.currentIndex())
    line.setText("灭火器前堆满")
    assert field.currentData() == "other"
    dialog.reject()
