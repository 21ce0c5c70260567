"""The start: what must not be loaded before the window has painted, asked of a process of its own."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("sqlalchemy", "alembic", "numpy", "qtawesome", "PIL", "shapely", "ezdxf", "reportlab", "fontTools", "requests")
NOT_YET = ("zoneinfo", "desktop.words", "desktop.views.page")
PROGRAM = """
import sys
from pathlib import Path
from desktop.__main__ import start
app, console = start(Path(sys.argv[1]), "http://127.0.0.1:9")
console.window.painted.disconnect(console.begin)
console.window.painted.disconnect(console.window.navigation.dress)
console.window.painted.connect(app.quit)
app.exec()
print([name for name in sys.argv[2:] if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_before_the_window_has_painted(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *HEAVY, *NOT_YET],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
