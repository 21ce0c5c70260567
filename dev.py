"""The one door for people who build Anhuan:
python3 dev.py run | test | check | audit | tour | pictures | docs | bench | package.

Standard library only, because it runs before anything is installed; it brings what it needs and says what it does.
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = sys.platform == "win32"
UV_VERSION = "0.13.9"
PIP_AUDIT = "2.10.1"
TOLD_AT = "https://pypi.org/pypi/requests/2.34.2/json"  # any release: is there a list of what is known of it?
PLANT = HERE / ".run" / "plant"

# Debian packages by need; names with a bar are the same library in different releases.
START = ["ca-certificates", "libglib2.0-0|libglib2.0-0t64"]  # the latter for what compiles translations
VENV = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"  # Debian keeps ensurepip apart
WINDOW = [
    "libgl1",
    "libegl1",
    "libglib2.0-0|libglib2.0-0t64",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libcups2|libcups2t64",
]
SCREEN = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
]
TESTS = [
    *SCREEN,
    "libatomic1",
    "xvfb",
    "xauth",
    "chromium",
    "poppler-utils",
    "poppler-data",
    "zbar-tools",
    "strace",
    "mosquitto",
    "postgresql",
]
PACKING = ["binutils", "nsis"]
BENCHMARKS = [*TESTS, "wrk", "x11-utils", "glabels", "libqrencode4"]


class Stop(Exception):
    """The door cannot go on; the text says what the person should do, the code is the process's."""

    def __init__(self, text: str, code: int = 2) -> None:
        super().__init__(text)
        self.code = code


def say(text: str) -> None:
    sys.stdout.write(f"dev.py: {text}\n")
    sys.stdout.flush()


# --- what the machine must have ---------------------------------------------------------------------------------


def has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def installed(package: str) -> bool:
    """True if one of the package's names is installed, as dpkg knows it."""
    question = ["dpkg-query", "-W", "-f=${db:Status-Status}\n", *package.split("|")]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)
    return "installed" in answer.stdout.split()


def need_packages(wanted: list[str]) -> None:
    """Bring system packages on Debian and Ubuntu: as root by ourselves, otherwise by the line we print."""
    if not sys.platform.startswith("linux"):
        return
    if not shutil.which("dpkg-query"):
        say("this is no Debian or Ubuntu; the libraries Qt needs are taken to be there")
        return
    missing = [package.split("|")[0] for package in wanted if not installed(package)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        raise Stop(f"some system packages are missing. Run this, then start again:\n  sudo {' '.join(install)}")
    say(f"installing system packages: {' '.join(missing)}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        nothing = subprocess.DEVNULL
        if subprocess.run(command, env=quiet, stdin=nothing, stdout=nothing, check=False).returncode:
            raise Stop(f"this did not work: {' '.join(command)}", 1)


# --- the environment --------------------------------------------------------------------------------------------


def tool(name: str, room: str = ".venv") -> str:
    folder = HERE / room / ("Scripts" if WINDOWS else "bin")
    return str(folder / (f"{name}.exe" if WINDOWS else name))


def environment() -> dict[str, str]:
    """The variables every child gets: UTF-8 everywhere, and this very Python."""
    ours = dict(os.environ)
    ours.setdefault("LANG", "C.UTF-8")
    ours.setdefault("UV_SYSTEM_CERTS", "true")  # a plant's proxy often has a certificate of its own
    ours.setdefault("UV_COMPILE_BYTECODE", "1")  # eight seconds once, three saved at every start
    ours.update(PYTHONUTF8="1", UV_PYTHON=sys.executable, UV_PYTHON_DOWNLOADS="never")
    ours.pop("VIRTUAL_ENV", None)
    return ours


def call(command: list[str], **extra: str) -> int:
    """Run one command in the project's folder, its output left to the person; answers its exit code."""
    return subprocess.run(command, cwd=HERE, env=environment() | extra, check=False).returncode


def must(command: list[str], **extra: str) -> None:
    if call(command, **extra):
        raise Stop(f"this did not work: {' '.join(command)}", 1)


def uv() -> str:
    """The pinned uv from the package index, in a small environment of its own."""
    stamp = HERE / ".tools" / "version"
    wanted = f"uv {UV_VERSION} python {sys.version}"
    if not stamp.exists() or stamp.read_text() != wanted:
        say(f"fetching uv {UV_VERSION}")
        must([sys.executable, "-m", "venv", "--clear", str(HERE / ".tools")])
        pip = [tool("python", ".tools"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        must([*pip, f"uv=={UV_VERSION}"])
        stamp.write_text(wanted)
    return tool("uv", ".tools")


def lock_digest() -> str:
    parts = [(HERE / name).read_bytes() for name in ("uv.lock", "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*parts, sys.version.encode(), UV_VERSION.encode()])).hexdigest()


def sync_from(index: str, room: str, groups: tuple[str, ...]) -> None:
    """The same packages, checked by the same hashes, from the person's own index: uv.lock names the public one only."""
    wanted, python = str(HERE / ".tools" / f"requirements{room}.txt"), tool("python", room)
    must([uv(), "export", "--frozen", "--quiet", "--no-emit-project", *groups, "--output-file", wanted])
    must([uv(), "venv", "--clear", "--quiet", room])
    # uv pip changes whatever Python it is pointed at: never let that be the machine's own
    only = {"UV_PYTHON": python, "UV_DEFAULT_INDEX": index}
    must([uv(), "pip", "sync", "--quiet", "--require-hashes", "--python", python, wanted], **only)
    must([uv(), "pip", "install", "--quiet", "--no-deps", "--python", python, "--editable", "."], **only)


def sync(room: str = ".venv", *groups: str) -> None:
    """Make an environment hold exactly what uv.lock says; at once when nothing changed since the last time."""
    stamp = HERE / room / "synced"
    if stamp.exists() and stamp.read_text() == lock_digest():
        return
    say("bringing the Python packages that uv.lock names")
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL")
    if index:
        sync_from(index, room, groups)
    else:
        must([uv(), "sync", "--frozen", "--quiet", *groups], UV_PROJECT_ENVIRONMENT=room)
    stamp.write_text(lock_digest())


def compile_strings() -> None:
    """Qt reads compiled translations; they are made here and never committed."""
    for source in sorted((HERE / "desktop" / "strings").glob("*.ts")):
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            must([tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(made)])


def prepare(packages: list[str]) -> None:
    bootstrap = START if importlib.util.find_spec("ensurepip") else [*START, VENV]
    need_packages([*bootstrap, *packages])
    importlib.invalidate_caches()
    sync()
    compile_strings()


# --- the commands -----------------------------------------------------------------------------------------------


def anhuan(*words: str) -> int:
    return call([tool("python"), "-m", "services.cli", *words])


def demo_plant() -> str:
    """The demo plant's folder; written first when it is not there, under another name until it is whole."""
    if not PLANT.exists():
        half = PLANT.with_name("plant.unfinished")
        shutil.rmtree(half, ignore_errors=True)
        half.parent.mkdir(exist_ok=True)
        say(f"writing the demo plant to {PLANT}")
        if anhuan("demo", "--data", str(half)):
            raise Stop("the demo plant could not be written", 1)
        half.rename(PLANT)
    return str(PLANT)


def run(_: argparse.Namespace) -> int:
    prepare(WINDOW + (SCREEN if has_display() else []))
    plant = demo_plant()
    if has_display():
        return anhuan("console", "--data", plant, "--as", "HD1001")
    pictures = HERE / ".run" / "tour"
    say(f"there is no display here: the hub is up until Ctrl+C, and the pages go as pictures to {pictures}")
    command = [tool("python"), "-m", "services.cli", "hub", "--data", plant]
    with subprocess.Popen(command, cwd=HERE, env=environment()) as hub:
        try:
            anhuan("tour", str(pictures), "--data", plant, "--theme", "light")
            return hub.wait()
        finally:
            hub.terminate()


def checks() -> list[str]:
    """Look over the code without running it; answers the names of what failed."""
    steps = {
        "ruff check": [tool("ruff"), "check", "."],
        "ruff format": [tool("ruff"), "format", "--check", "."],
        "mypy": [tool("mypy")],
        "imports": [tool("lint-imports"), "--no-logo"],
        "phone colours": [tool("python"), "-m", "desktop.style.phone_css", "--check"],
        "strings": [tool("python"), "-m", "desktop.strings.build", "check"],
        "licence list": [tool("python"), "installer/licences.py", "--check"],
    }
    failed = []
    for name, command in steps.items():
        say(name)
        if call(command):
            failed.append(name)
    return failed


def verdict(failed: list[str]) -> int:
    say(f"failed: {', '.join(failed)}" if failed else "all of it passed")
    return 1 if failed else 0


def check(_: argparse.Namespace) -> int:
    prepare([])
    return verdict(checks())


def test(options: argparse.Namespace) -> int:
    prepare(WINDOW + TESTS)
    failed = checks()
    say("tests")
    full = {"ANHUAN_FULL": "1"} if options.full else {}
    ended = call([tool("python"), "-m", "pytest", "-n", "3", "--dist", "worksteal", *options.pytest], **full)
    return verdict([*failed, f"pytest (exit code {ended})"] if ended else failed)


def known_troubles() -> bool:
    """Whether the package index tells here what is known to be wrong with a release: not every mirror does."""
    asked = urllib.request.Request(TOLD_AT, headers={"Accept": "application/json"})
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return "vulnerabilities" in json.load(answer)
    except (OSError, ValueError):
        return False


def audit(options: argparse.Namespace) -> int:
    if options.osv:
        return call([tool("python"), "installer/known_troubles.py", options.osv])
    if not known_troubles():
        say("the index does not tell here what is known of its packages: nothing was audited (see --osv)")
        return 0
    wanted = HERE / ".tools" / "audited.txt"
    must([uv(), "export", "--frozen", "--quiet", "--no-emit-project", "--output-file", str(wanted)])
    audited = ["--requirement", str(wanted), "--vulnerability-service", "pypi", "--disable-pip", "--require-hashes"]
    return call([uv(), "tool", "run", "--quiet", f"pip-audit@{PIP_AUDIT}", *audited])


def tour(options: argparse.Namespace) -> int:
    prepare(WINDOW)
    return anhuan("tour", str(Path(options.folder).resolve()), "--data", demo_plant())


def bench(options: argparse.Namespace) -> int:
    there = {path.stem: path for path in sorted((HERE / "benchmarks").glob("[!_]*.py"))}
    chosen = [options.area] if options.area else list(there)
    if not chosen or not set(chosen) <= set(there):
        raise Stop(f"there is no such benchmark; there are: {', '.join(there) or 'none'}")
    prepare(WINDOW + BENCHMARKS)
    return verdict([area for area in chosen if call([tool("python"), "-m", f"benchmarks.{area}"])])


def pictures(_: argparse.Namespace) -> int:
    prepare(WINDOW)
    folder = HERE / ".run" / "pictures"
    shutil.rmtree(folder, ignore_errors=True)
    anhuan("tour", str(folder), "--data", demo_plant(), "--theme", "light")
    return call([tool("python"), "-m", "docs.making.pictures", str(folder)])


def sphinx() -> str:
    """The Python of the environment that only the documentation needs, made from the lock."""
    room = ".tools/docs"
    stamp, wanted = HERE / room / "synced", HERE / ".tools" / "docs.txt"
    if stamp.exists() and stamp.read_text() == lock_digest():
        return tool("python", room)
    say("bringing what makes the documentation")
    must([uv(), "export", "--frozen", "--quiet", "--only-group", "docs", "--output-file", str(wanted)])
    must([uv(), "venv", "--clear", "--quiet", room])
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL")
    only = {"UV_PYTHON": tool("python", room)} | ({"UV_DEFAULT_INDEX": index} if index else {})
    must([uv(), "pip", "sync", "--quiet", "--require-hashes", "--python", tool("python", room), str(wanted)], **only)
    stamp.write_text(lock_digest())
    return tool("python", room)


def docs(_: argparse.Namespace) -> int:
    prepare([])
    return call([tool("python"), "-m", "docs.making.site", str(HERE / "dist" / "docs"), sphinx()])


def package(_: argparse.Namespace) -> int:
    """Wheel and source archive; the program frozen into a folder, and this system's installer of it."""
    prepare(WINDOW + SCREEN + PACKING)
    folder = HERE / "dist"
    must([uv(), "build", "--quiet", "--out-dir", str(folder)])
    sync(".package", "--no-dev", "--group", "package", "--extra", "postgres", "--extra", "s3")
    python = tool("python", ".package")
    say("freezing the program; this takes minutes")
    must([python, "installer/frozen/build.py", str(folder)])
    installer = "installer/windows/build.py" if WINDOWS else "installer/linux/deb.py"
    if WINDOWS or shutil.which("dpkg-deb"):
        must([python, installer, str(folder / "anhuan"), str(folder)])
    for made in sorted(folder.glob("anhuan[-_]*")):
        say(f"made {made}")
    return 0


def door() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(function: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(function.__name__, help=text, description=text)
        made.set_defaults(function=function)
        return made

    command(run, "the console on the demo plant; without a display the pages as pictures, and the hub")
    tests = command(test, "the checks, then the tests")
    tests.add_argument("--full", action="store_true", help="the long campaigns too")
    tests.add_argument("pytest", nargs="*", help="passed on to pytest, after --")
    command(check, "only what reads the code: style, types, imports, generated files")
    audited = command(audit, "whether anything is known to be wrong with a package that uv.lock names")
    audited.add_argument("--osv", help="by a copy of OSV's records of PyPI: its all.zip, or a folder")
    command(tour, "a picture of every page").add_argument("folder", nargs="?", default=".run/tour")
    command(pictures, "the pictures of the guide and the READMEs anew, from a tour of the demo plant")
    command(docs, "the documentation as a site in both languages, into dist/docs; a broken link fails")
    command(bench, "measure against peers").add_argument("area", nargs="?")
    command(package, "build wheel, source archive and this system's installer into dist/")
    return parser


def main() -> int:
    if sys.version_info < (3, 11):
        raise Stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    options = door().parse_args()
    return int(options.function(options))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        say(str(stop))
        sys.exit(stop.code)
    except KeyboardInterrupt:
        sys.exit(130)
