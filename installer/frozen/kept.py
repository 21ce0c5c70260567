"""What of all that PyInstaller finds goes into the installed program, and what does not."""

import sys
from pathlib import PurePath

# Modules that nothing of the installed program does: other windows, tests, builders. pillow_heif brings a codec under
# the GPL; without it a HEIC photo is refused with words, and phones send JPEG anyway.
LEFT_OUT = [
    "IPython",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "desktop.strings.build",
    "desktop.tour.phone",
    "matplotlib",
    "numpy.f2py",
    "pillow_heif",
    "pip",
    "playwright",
    "pytest",
    "qtpy",
    "setuptools",
    "tkinter",
]
QT_LANGUAGES = ("qtbase_zh_CN", "qtbase_en", "qt_zh_CN", "qt_en")
# Plugins for devices without a window system, for GTK's look and for pictures that nobody sends.
QT_PLUGINS_OUT = (
    "egldeviceintegrations",
    "generic",
    "libqgtk3",
    "libqicns",
    "libqlinuxfb",
    "libqminimal",
    "libqtga",
    "libqtiff",
    "libqvkkhrdisplay",
    "libqvnc",
    "libqwbmp",
    "libqeglfs",
    "networkinformation",
    "qicns",
    "qtga",
    "qtiff",
    "qwbmp",
)
QT_LIBRARIES_OUT = ("libQt6EglFs", "libQt6EGLFS")
# Of the system's own libraries only what Python itself was built with is carried. What Qt draws with comes with the
# system, where the package's dependencies name it, and is mended there.
CARRIED = ("libpython", "libssl", "libcrypto", "libffi", "libsqlite3", "libbz2", "liblzma", "libz.", "libuuid")
SYSTEM = ("/lib/", "/usr/lib/")


def kept_binary(name: str, source: str) -> bool:
    """Whether a library goes along, by the name that it would have and the place that it comes from."""
    path = PurePath(name)
    if path.name.startswith(QT_LIBRARIES_OUT):
        return False
    if "PySide6" in path.parts:
        return not any(part.startswith(QT_PLUGINS_OUT) for part in path.parts)
    if sys.platform.startswith("linux") and source.startswith(SYSTEM) and "python" not in source:
        return path.name.startswith(CARRIED)
    return True


def kept_data(name: str) -> bool:
    """Whether a data file goes along."""
    path = PurePath(name)
    return "translations" not in path.parts or "PySide6" not in path.parts or path.stem in QT_LANGUAGES
