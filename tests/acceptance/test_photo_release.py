"""Photos of people do not leave the plant unseen: the customer's pack shows a closed hazard's photos only after the
office has looked for faces and pressed the button, and again not when that is taken back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.views.reports.page import ReportsPage
from tests.desktop.hazards.story import Story, page_of, story_of
from tests.desktop.pages import part, press, settled, shown
from tests.desktop.plants import open_workbench, until
from tests.desktop.speaking import speaking
from tests.services.reports.made import page_texts

pytestmark = pytest.mark.acceptance


@pytest.fixture
def story(qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    with speaking(qapp, "zh"):
        plant = open_workbench(tmp_path)
        yield story_of(plant)
        plant.tasks.wait()
        plant.close()


def pictures(file: Path) -> int:
    """How many photos stand in a PDF."""
    document = pypdfium2.PdfDocument(file)
    many = sum(sum(1 for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])) for page in document)
    document.close()
    return many


def pack(qtbot: Any, story: Story, file: Path) -> int:
    """The customer's pack of this month as the page writes it; how many photos it shows."""
    page = shown(qtbot, story.plant, "reports")
    assert isinstance(page, ReportsPage)
    today = story.plant.workbench.now().date()
    page.period.take(f"{today - timedelta(days=2)}/{today + timedelta(days=2)}")
    until(lambda: page.facts is not None and not page._asking)
    page.show_papers()
    page.papers.choose("customer")
    page.papers.save_to(str(file))
    until(lambda: page.papers._saving is None, 30)
    assert "光幕被遮挡" in "".join(page_texts(file))
    return pictures(file)


def test_photos_go_out_once_the_office_has_looked(qtbot: Any, story: Story, tmp_path: Path) -> None:
    hazard = story.reviewable("光幕被遮挡")
    story.do("hazards.approve", "孙丽", hazard=hazard)
    story.do("hazards.approve", "王丽", hazard=hazard)
    story.plant.sync()
    assert pack(qtbot, story, tmp_path / "a.pdf") == 0
    assert "未核对人脸" in "".join("".join(page_texts(tmp_path / "a.pdf")).split())

    page = page_of(qtbot, story.plant)
    page.show_record("hazard", hazard)
    settled(page)
    assert "人脸" in part(page, QLabel, "releaseSaid").text()
    press(page, "photoRelease")
    story.plant.sync()
    (release,) = story.plant.hub_records("photo_release")
    one = story.hazard(hazard)
    assert set(release.photos) == {*one.before, *one.after}
    settled(page)
    assert "可附这些照片" in part(page, QLabel, "releaseSaid").text()
    assert pack(qtbot, story, tmp_path / "b.pdf") == 2

    assert part(page, QPushButton, "photoRelease").text() == "不对外"
    press(page, "photoRelease")
    story.plant.sync()
    assert pack(qtbot, story, tmp_path / "c.pdf") == 0
