"""Makes the installer for Windows out of a frozen program: python installer/windows/build.py FROZEN OUT. Needs makensis
(NSIS 3), which also runs on Linux. ANHUAN_SIGN, where it is set, is the command that signs a file (`%1`)."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PICTURE = ROOT / "services" / "hub" / "static" / "icon-512.png"
SIZES = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]


def main(frozen: Path, out: Path) -> int:
    """The installer in `out`."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    tool = shutil.which("makensis")
    if tool is None:
        sys.stdout.write("makensis is not here: no installer for Windows was made\n")
        return 1
    made = out / f"anhuan-{version}-setup.exe"
    with tempfile.TemporaryDirectory() as place:
        icon = Path(place) / "anhuan.ico"
        write_icon(icon)
        told = {"VERSION": version, "FROZEN": str(frozen), "OUT": str(made), "ICON": str(icon)}
        if os.environ.get("ANHUAN_SIGN"):
            told["SIGN"] = os.environ["ANHUAN_SIGN"]
        given = [f"-D{name}={value}" for name, value in told.items()]
        command = [tool, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, str(HERE / "anhuan.nsi")]
        if subprocess.run(command, check=False).returncode:
            return 1
    sys.stdout.write(f"{made}: {made.stat().st_size / 2**20:.0f} MiB\n")
    return 0


def write_icon(place: Path) -> None:
    """The program's picture as Windows wants it, in all sizes."""
    from PIL import Image

    with Image.open(PICTURE) as picture:
        picture.save(place, sizes=SIZES)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
