"""The phone pages' colours as a stylesheet, made from the tokens: `python -m desktop.style.phone_css [--check]`.

It is committed beside the pages, so that the hub needs nothing of the console's room.
"""

import sys
from pathlib import Path

from desktop.style.tokens import PHONE

TARGET = Path(__file__).parents[2] / "services" / "hub" / "static" / "tokens.css"
HEAD = "/* Made from desktop/style/tokens.py by `python -m desktop.style.phone_css`. */\n"


def stylesheet() -> str:
    """The tokens as custom properties."""
    lines = "".join(f"  --{name}: {colour};\n" for name, colour in PHONE.items())
    return f"{HEAD}:root {{\n{lines}}}\n"


def main(argv: list[str]) -> int:
    """Writes the stylesheet; with --check only says whether it is the one that the tokens make (exit code 1: not)."""
    if "--check" not in argv:
        TARGET.write_text(stylesheet(), encoding="utf-8")
        return 0
    same = TARGET.read_text(encoding="utf-8") == stylesheet()
    if not same:
        sys.stderr.write(f"{TARGET} is not what the tokens make; run python -m desktop.style.phone_css\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
