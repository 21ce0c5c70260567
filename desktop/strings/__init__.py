"""The window's own words: English in the code, Chinese from zh_CN.ts. Languages are put in force here."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).parent
NAMES = {"zh": "zh_CN", "en": "en"}
_installed: list[QTranslator] = []


def chosen(setting: str = "") -> str:
    """'zh' or 'en': the setting, else the environment's wish, else the system's language; Chinese in doubt."""
    wish = setting or os.environ.get("ANHUAN_LANG", "") or QLocale.system().name()
    return "en" if wish.lower().startswith("en") and wish != "C" else "zh"


def stale(source: Path, compiled: Path) -> bool:
    """Whether a .qm is missing or older than its .ts; a program that was delivered has no .ts."""
    return source.exists() and (not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime)


def ensure() -> None:
    """Compiles the translations where a person works from a clone; nothing to do in a delivered program. Where that
    fails the window speaks English, which is better than no window."""
    if not any(stale(FOLDER / f"{name}.ts", FOLDER / f"{name}.qm") for name in NAMES.values()):
        return
    from subprocess import SubprocessError

    from desktop.strings.build import release

    try:
        release(FOLDER)
    except (OSError, SubprocessError) as error:
        import logging

        logging.getLogger("anhuan").warning("translations are not compiled: %s", error)


def install(app: QCoreApplication, setting: str = "") -> str:
    """Puts a language in force for the window, Qt's own dialogs and the catalogue of codes."""
    from desktop.language import language

    ensure()
    name = chosen(setting)
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for file, folder in ((f"qtbase_{NAMES[name]}", qt), (NAMES[name], str(FOLDER))):
        translator = QTranslator(app)
        if translator.load(file, folder):
            app.installTranslator(translator)
            _installed.append(translator)
    language.name = name
    language.changed.emit()
    return name
