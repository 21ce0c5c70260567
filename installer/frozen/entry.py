"""Where the installed program begins: `anhuan COMMAND …`, as the command of that name; `anhuan -m MODULE …` for the few
modules that the program begins as processes of their own, as Python itself would."""

import sys
from runpy import run_module

PARTS = (
    "services.cli",
    "services.demo.pictures",
    "services.exports.apart",
    "services.exports.apart",
    "services.photos.worker",
    "services.plans.apart_worker",
    "services.store.backup_apart",
)


def main() -> int:
    """The exit code. Without any argument the window opens: that is what a click on its icon means."""
    if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2] in PARTS:
        name = sys.argv[2]
        del sys.argv[1:3]
        run_module(name, run_name="__main__")
        return 0
    from services.cli import main as command

    return command(sys.argv[1:] or ["console"])


if __name__ == "__main__":
    sys.exit(main())
