"""What a widget remembers goes into a test's own folder."""

from pathlib import Path

import pytest

from tests.desktop.pages import settings_in


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    settings_in(tmp_path)
