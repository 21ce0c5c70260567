"""From the start of a process to the first paint of its window: the console beside a bare PySide6 window.

Both run as processes of their own, in turn, on Qt's offscreen platform; the moment is the first paint event of the
window. The console opens an empty folder, as on a new machine.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 9
WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            sys.stdout.write(f"{time.time()}\\n"); sys.stdout.flush()
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
"""
BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
done = app.quit
window = QMainWindow()
window.setCentralWidget(QLabel("Anhuan"))
window.resize(1366, 768)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
CONSOLE = (
    WATCH
    + """
import os
from pathlib import Path
from desktop.__main__ import start
app, console = start(Path(sys.argv[1]), None)
done = lambda: os._exit(0)
watch = Watch()
console.window.installEventFilter(watch)
app.exec()
"""
)


def once(code: str, *arguments: str) -> float:
    """Seconds from the start of the process to the first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    start = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, check=True
    )
    return float(done.stdout.split()[0]) - start


def main() -> int:
    """Prints both medians and their ratio."""
    bare, console = [], []
    for _ in range(RUNS):
        bare.append(once(BARE))
        with tempfile.TemporaryDirectory() as place:
            console.append(once(CONSOLE, str(Path(place) / "plant")))
    peer, ours = median(bare[1:]), median(console[1:])
    sys.stdout.write(
        f"first paint: console {ours * 1000:.0f} ms, bare window {peer * 1000:.0f} ms, "
        f"ratio {ours / peer:.2f} (goal 2.0)\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
