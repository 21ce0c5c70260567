"""Makes the Debian package of a frozen program: python installer/linux/deb.py FROZEN OUT. Run by `dev.py package`;
needs dpkg-deb only."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402 - its lists name the libraries that Qt needs
from services.hub.service import HUB_UNIT, WATCHDOG_UNIT, service_folder, unit  # noqa: E402

HOME, COMMAND = "usr/lib/anhuan", "usr/bin/anhuan"
NEEDS = ["libc6 (>= 2.36)", "libstdc++6", "passwd", "shared-mime-info"]
SCRIPTS = ("postinst", "prerm", "postrm")

CONTROL = """Package: anhuan
Version: {version}
Architecture: {architecture}
Maintainer: Anhuan <anhuan@localhost>
Installed-Size: {size}
Depends: {depends}
Recommends: fonts-noto-cjk, libwayland-cursor0, libwayland-egl1
Section: misc
Priority: optional
Description: the safety office of a factory (安环台)
 Hazards, inspections, labels, alerts, training, permits and reports for the safety
 office of a plant: a console for its computers, a hub for its phones.
 .
 工厂安环办公室的软件：电脑上的控制台，手机用的中心。
"""


def main(frozen: Path, out: Path) -> int:
    """The package in `out`, named as Debian names it."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    architecture = _said("dpkg", "--print-architecture")
    made = out / f"anhuan_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=out) as place:
        tree = Path(place)
        tree.chmod(0o755)
        _lay(frozen, tree)
        size = sum(one.stat().st_size for one in tree.rglob("*") if one.is_file() and not one.is_symlink()) // 1024
        _control(tree, CONTROL.format(version=version, architecture=architecture, size=size, depends=_depends()))
        build = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree), str(made)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    sys.stdout.write(f"{made}: {made.stat().st_size / 2**20:.0f} MiB\n")
    return 0


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _depends() -> str:
    return ", ".join([*NEEDS, *(" | ".join(one.split("|")) for one in (*dev.WINDOW, *dev.SCREEN))])


def _lay(frozen: Path, tree: Path) -> None:
    """The files where the system looks for them."""
    shutil.copytree(frozen, tree / HOME, symlinks=True)
    (tree / COMMAND).parent.mkdir(parents=True)
    (tree / COMMAND).symlink_to("../lib/anhuan/anhuan")
    texts = {
        "usr/share/applications/anhuan.desktop": (HERE / "anhuan.desktop").read_text("utf-8"),
        "usr/share/mime/packages/anhuan.xml": (HERE / "anhuan-mime.xml").read_text("utf-8"),
        "etc/default/anhuan-hub": (HERE / "anhuan-hub.default").read_text("utf-8"),
        "usr/share/doc/anhuan/copyright": (ROOT / "LICENSE").read_text("utf-8"),
        "usr/share/doc/anhuan/third-party-licences.md": (ROOT / "docs/third-party-licences.md").read_text("utf-8"),
        **{
            f"usr/lib/systemd/system/{name}": unit(name, (f"/{COMMAND}",), service_folder())
            for name in (HUB_UNIT, WATCHDOG_UNIT)
        },
    }
    for name, text in texts.items():
        place = tree / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    for size in (192, 512):
        icon = tree / f"usr/share/icons/hicolor/{size}x{size}/apps/anhuan.png"
        icon.parent.mkdir(parents=True)
        shutil.copyfile(ROOT / f"services/hub/static/icon-{size}.png", icon)


def _control(tree: Path, text: str) -> None:
    place = tree / "DEBIAN"
    place.mkdir()
    (place / "control").write_text(text, "utf-8")
    (place / "conffiles").write_text("/etc/default/anhuan-hub\n", "utf-8")
    for name in SCRIPTS:
        shutil.copyfile(HERE / name, place / name)
        os.chmod(place / name, 0o755)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
