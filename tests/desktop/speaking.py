"""Puts a language in force for one test, and takes it back, so that no test hears another's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from desktop import strings
from desktop.language import language


@contextmanager
def speaking(app: QApplication, name: str) -> Iterator[None]:
    """'zh' or 'en' within; afterwards what was before."""
    before, installed = language.name, list(strings._installed)
    strings.install(app, name)
    try:
        yield
    finally:
        for translator in strings._installed:
            app.removeTranslator(translator)
        strings._installed[:] = installed
        for translator in installed:
            app.installTranslator(translator)
        language.name = before
