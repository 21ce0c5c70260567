"""The rules of the house that no linter knows: sizes of files and functions, words that can be translated, and the
two libraries whose wrong version would break the program without saying so."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.store.database import wal_is_safe

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES_OF_A_FILE = 500
MOST_LINES_OF_A_FUNCTION = 60


def sources(*rooms: str) -> list[Path]:
    """A room's Python files; migrations are left out, because they are lists of columns made by a tool."""
    found = (path for room in rooms for path in (ROOT / room).rglob("*.py"))
    return sorted(path for path in found if path.parent.name != "versions")


def too_long(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    lines = len(text.splitlines())
    if lines > MOST_LINES_OF_A_FILE:
        yield f"{path}: {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines"


def is_literal(argument: ast.expr) -> bool:
    """True for a plain string, or plain strings joined by +, which is all that lupdate can read."""
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add):
        return is_literal(argument.left) and is_literal(argument.right)
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def words_of(call: ast.Call) -> ast.expr | None:
    """What a translating call translates; None for any other call, and itself when it gives no words at all."""
    called = ast.unparse(call.func)
    if called.split(".")[-1] == "tr":
        place = 0
    elif called.endswith(("QCoreApplication.translate", "QT_TRANSLATE_NOOP")):
        place = 1
    else:
        return None
    return call.args[place] if len(call.args) > place else call


def untranslatable(text: str) -> Iterator[int]:
    """Line numbers of calls whose words lupdate would miss, misread, or file under another object's name."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        words = words_of(node)
        called = ast.unparse(node.func)
        foreign = called.endswith(".tr") and called != "self.tr"
        if words is not None and (foreign or not is_literal(words)):
            yield node.lineno


def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one a call until the interpreter aborts."""
    code = (
        "import gc, sys; from PySide6.QtCore import QObject; gc.collect(); gc.disable();"
        "kept = [QObject() for _ in range(2000)]; before = sys.getrefcount(None);"
        "[each.setObjectName('a') for each in kept]; print(sys.getrefcount(None) - before)"
    )
    # In a process of its own: what other tests have left to the garbage collector holds None, too.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) > -100


def test_the_sqlite_driver_carries_a_repaired_sqlite() -> None:
    import pysqlite3

    assert wal_is_safe(pysqlite3.sqlite_version_info), pysqlite3.sqlite_version


@pytest.mark.parametrize(
    ("version", "repaired"),
    [
        ((3, 40, 1), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_the_sqlite_guard_knows_which_versions_are_repaired(version: tuple[int, int, int], repaired: bool) -> None:
    assert wal_is_safe(version) is repaired


@pytest.mark.parametrize("room", ["services", "desktop"])
def test_files_and_functions_stay_small(room: str) -> None:
    faults = [fault for path in sources(room) for fault in too_long(path)]
    assert not faults


def test_what_the_console_says_can_be_translated() -> None:
    faults = [f"{path}:{line}" for path in sources("desktop") for line in untranslatable(path.read_text("utf-8"))]
    assert not faults


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ('self.tr("plain")', 0),
        ('self.tr("one " + "two")', 0),
        ('self.tr("%n day(s)", "", n)', 0),
        ('self.tr(f"{n} days")', 1),
        ("self.tr(word)", 1),
        ('button.tr("plain")', 1),
        ('QCoreApplication.translate("Page", word)', 1),
        ('bytes.translate(b"", table)', 0),
    ],
)
def test_the_guard_of_translations_sees_faults(code: str, faults: int) -> None:
    assert len(list(untranslatable(code))) == faults
