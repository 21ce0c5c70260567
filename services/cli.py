"""The `anhuan` command: every capability, for scripts and the IT person. Exit code 0 done, 1 refused, 2 wrong use."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

from services import words
from services.commands.printing import language, refusal
from services.core.refused import Refused
from services.reports.names import PAPERS

Option = Callable[[argparse.ArgumentParser], Any]


def parser(lang: str) -> argparse.ArgumentParser:
    """The whole command line, with its help in one language."""
    top = argparse.ArgumentParser(prog="anhuan", description=words.say("cli.about", lang))
    top.add_argument("--lang", choices=("zh", "en"), help=words.say("cli.opt_lang", lang))
    groups = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    line = Line(lang)
    _plant(line, groups)
    _papers(line, groups)
    return top


class Line:
    """Adds commands and their options, each with its help in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.data = self.opt("--data", type=Path, default=None)
        self.json = self.opt("--json", action="store_true")
        self.act_as = self.opt("--as", dest="act_as", metavar="PERSON")

    def add(self, group: Any, name: str, work: str, *options: Option) -> argparse.ArgumentParser:
        """A command that is carried out by `module:function` of services.commands."""
        about = words.say(f"cli.{work.rpartition(':')[2]}", self.lang)
        one = group.add_parser(name, help=about, description=about)
        said = words.say("cli.opt_lang", self.lang)
        one.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=said)
        for option in options:
            option(one)
        one.set_defaults(work=work)
        made: argparse.ArgumentParser = one
        return made

    def opt(self, *names: str, **how: Any) -> Option:
        """An option or an argument."""
        key = names[-1].lstrip("-").replace("-", "_").lower()
        return lambda one: one.add_argument(*names, help=words.say(f"cli.opt_{key}", self.lang), **how)

    def days(self, *, required: bool) -> list[Option]:
        """A period, and one that it is compared with: both days of each count."""
        ends = (("--from", {"dest": "first", "required": required}), ("--to", {"dest": "last", "required": required}))
        how: dict[str, Any] = {"type": date.fromisoformat, "metavar": "DAY"}
        return [self.opt(name, **how, **more) for name, more in (*ends, ("--against-from", {}), ("--against-to", {}))]

    def group(self, groups: Any, name: str) -> Any:
        """A command that has commands of its own."""
        about = words.say(f"cli.{name}", self.lang)
        one = groups.add_parser(name, help=about, description=about)
        return one.add_subparsers(dest="action", required=True, metavar="ACTION")


def _plant(line: Line, groups: Any) -> None:
    add, opt, data, json_, as_ = line.add, line.opt, line.data, line.json, line.act_as
    add(groups, "do", "operations:do", data, json_, as_, opt("kind", nargs="?"), opt("json_args", nargs="?"),
        opt("--list", action="store_true"), opt("--schema", metavar="KIND"))  # fmt: skip
    add(groups, "show", "operations:show", data, json_, opt("kind"), opt("id", nargs="?"),
        opt("--where", action="append", metavar="FIELD=VALUE"))  # fmt: skip
    _hub(line, groups)
    add(groups, "watchdog", "watchdog:watchdog", data, json_, opt("--test", action="store_true"))
    add(groups, "console", "plant:console", data, as_, opt("--hub", metavar="URL"),
        opt("--check", action="store_true"), opt("bag", nargs="?", type=Path, metavar="BAG"))  # fmt: skip
    add(groups, "demo", "plant:demo", data, json_, opt("--seed", type=int, default=1),
        opt("--people", type=int, default=380), opt("--until", type=_moment, metavar="DATE"),
        opt("--months", type=_positive))  # fmt: skip
    add(groups, "tour", "plant:tour", data, opt("out", type=Path),
        opt("--theme", choices=("light", "dark", "contrast")), opt("--scale", type=int, choices=(1, 2), default=1),
        opt("--only", nargs="+", metavar="PAGE"))  # fmt: skip


def _hub(line: Line, groups: Any) -> None:
    """`anhuan hub` runs one, with a word behind it something is done about one; `anhuan plants` is about many."""
    add, opt = line.add, line.opt
    serving = add(groups, "hub", "plant:hub", line.data, opt("--database", metavar="URL"), opt("--port", type=int),
        opt("--host", default="127.0.0.1", metavar="ADDR"), opt("--https-port", type=int, metavar="PORT"),
        opt("--name", action="append", metavar="NAME"), opt("--certificate", type=Path, metavar="FILE"),
        opt("--key", type=Path, metavar="FILE"), opt("--photos", metavar="PLACE"),
        opt("--lease-s", type=_lease, default=15.0, metavar="SECONDS"))  # fmt: skip
    about = serving.add_subparsers(dest="action", metavar="ACTION")
    given_before = opt("--data", type=Path, default=argparse.SUPPRESS)
    add(about, "doctor", "doctor:doctor", given_before, line.json)
    add(about, "address", "service:address", given_before, line.json)
    add(about, "found", "founding:found", given_before, line.json, opt("--plant", metavar="NAME"),
        opt("--person", metavar="NAME"))  # fmt: skip
    add(about, "pair", "founding:pair", given_before, line.json, line.act_as)
    add(about, "install-service", "service:install", given_before, opt("--dry-run", action="store_true"))
    add(about, "remove-service", "service:remove")
    plants = line.group(groups, "plants")
    add(plants, "add", "plants:plants_add", line.data, line.json, opt("plant_key", metavar="KEY"),
        opt("--database", required=True, metavar="URL"), opt("--name", required=True),
        opt("--person", required=True), opt("--own-host", dest="host", metavar="HOST"),
        opt("--address", default="http://127.0.0.1:8750", metavar="URL"))  # fmt: skip
    add(plants, "list", "plants:plants_list", line.json, opt("--database", required=True, metavar="URL"))


def _papers(line: Line, groups: Any) -> None:
    add, opt, data, json_, as_ = line.add, line.opt, line.data, line.json, line.act_as
    plan = line.group(groups, "plan")
    add(plan, "import", "papers:plan_import", data, json_, as_, opt("file"), opt("--floor", metavar="NAME"),
        opt("--unit", choices=("mm", "cm", "m", "inch", "ft")),
        opt("--page", type=_positive, default=1), opt("--length-m", type=_length, metavar="M"))  # fmt: skip
    zones = line.group(groups, "zones")
    add(zones, "list", "zones:zones_list", data, json_)
    add(
        zones,
        "export",
        "zones:zones_export",
        data,
        json_,
        opt("--of-floor", metavar="NAME"),
        opt("--out", required=True),
    )
    add(zones, "import", "zones:zones_import", data, json_, as_, opt("file"), opt("--of-floor", metavar="NAME"))
    _labels(line, groups)
    add(groups, "report", "reporting:report", data, json_, opt("report", metavar="NAME"),
        opt("--out", required=True), *line.days(required=False), opt("--of", metavar="FLOOR"), opt("--id"),
        opt("--paper", choices=tuple(PAPERS), default="A4"),
        opt("--one-to", type=_positive, default=0, metavar="N"), opt("--several", action="store_true"))  # fmt: skip
    add(groups, "figures", "figures:figures", data, json_, *line.days(required=True))
    import_ = line.group(groups, "import")
    add(import_, "ledger", "importing:ledger", data, json_, as_, opt("file"), opt("--map", metavar="FILE"),
        opt("--register", choices=("hazards", "inspections", "incidents")),
        opt("--dry-run", action="store_true"))  # fmt: skip
    add(import_, "take-back", "importing:take_back", data, json_, as_, opt("batch"),
        opt("--reason", required=True))  # fmt: skip
    add(import_, "everything", "exporting:import_everything", data, json_, opt("file"))
    swipes = line.group(groups, "swipes")
    add(swipes, "import", "feeding:swipes_import", data, json_, opt("file"), opt("--map", metavar="FILE"))
    stops = line.group(groups, "stops")
    add(stops, "import", "feeding:stops_import", data, json_, opt("file"), opt("--map", metavar="FILE"))
    readings = line.group(groups, "readings")
    add(readings, "import", "feeding:readings_import", data, json_, opt("file"), opt("--map", metavar="FILE"))
    _rules(line, groups)
    audit = line.group(groups, "audit")
    add(audit, "verify", "audit:verify", json_, opt("what"), opt("--against", type=Path, metavar="DIR"))
    add(audit, "bag", "audit:bag", data, json_, as_, opt("--out", required=True),
        opt("--from", dest="first", type=date.fromisoformat, metavar="DAY"),
        opt("--to", dest="last", type=date.fromisoformat, metavar="DAY"),
        opt("--of-zones", nargs="+", metavar="ZONE"), opt("--masked", action="store_true"),
        opt("--no-photos", action="store_true"))  # fmt: skip
    add(groups, "backup", "backup:backup", data, json_, opt("--out", required=True))
    add(groups, "restore", "backup:restore", data, json_, opt("file"))
    add(groups, "export", "exporting:export", data, json_, opt("--out", required=True))


def _labels(line: Line, groups: Any) -> None:
    add, opt, data, json_, as_ = line.add, line.opt, line.data, line.json, line.act_as
    labels = line.group(groups, "labels")
    add(labels, "print", "labels:labels_print", data, json_, as_, opt("--template"),
        opt("--out", required=True), opt("--zones", nargs="+"), opt("--changed", action="store_true"),
        opt("--blank", type=_positive, default=0, metavar="N"),
        opt("--skip", type=int, default=0), opt("--offset", type=_pair, default=(0.0, 0.0), metavar="X,Y"),
        opt("--scale", type=float, default=1.0), opt("--dpi", type=int, choices=(203, 300, 600)),
        opt("--language", choices=("zpl", "tspl"), default="zpl"))  # fmt: skip
    add(labels, "sample", "labels:labels_sample", json_, opt("--template"), opt("--out", required=True),
        opt("--dpi", type=int, choices=(203, 300, 600)),
        opt("--language", choices=("zpl", "tspl"), default="zpl"))  # fmt: skip
    add(labels, "ruler", "labels:labels_ruler", json_, opt("--template"), opt("--out"),
        opt("--measured", type=_four, metavar="A,B,C,D"), opt("--dpi", type=int, choices=(203, 300, 600)),
        opt("--language", choices=("zpl", "tspl"), default="zpl"))  # fmt: skip
    add(labels, "rotate-key", "labels:labels_rotate_key", data, json_, as_)
    add(labels, "check", "labels:labels_check", json_, opt("file"))


def _rules(line: Line, groups: Any) -> None:
    add, opt, json_ = line.add, line.opt, line.json
    rules = line.group(groups, "rules")
    add(rules, "templates", "rules:rules_templates", json_)
    add(rules, "new", "rules:rules_new", json_, opt("template"), opt("--name"),
        opt("--set", action="append", metavar="NAME=VALUE"), opt("--out", required=True))  # fmt: skip
    add(rules, "check", "rules:rules_check", json_, opt("file"))
    add(rules, "schema", "rules:rules_schema")
    add(rules, "run", "rules:rules_run", json_, opt("rule"), opt("--readings", metavar="FILE"),
        opt("--swipes", metavar="FILE"), opt("--stops", metavar="FILE"),
        opt("--data", type=Path, default=argparse.SUPPRESS), opt("--journal", action="store_true"),
        opt("--from", dest="first", metavar="MOMENT"), opt("--to", dest="last", metavar="MOMENT"))  # fmt: skip


def _offset_joined(given: list[str]) -> list[str]:
    """The same words with `--offset -1,0` as one: argparse takes what begins with a minus for an option."""
    at = given.index("--offset") if "--offset" in given[:-1] else -1
    return given if at < 0 else [*given[:at], f"--offset={given[at + 1]}", *given[at + 2 :]]


def _pair(text: str) -> tuple[float, float]:
    x, _, y = text.partition(",")
    return float(x), float(y)


def _four(text: str) -> tuple[float, ...]:
    values = tuple(float(part) for part in text.split(","))
    if len(values) != 4:
        raise ValueError(text)
    return values


def _moment(text: str) -> datetime:
    """A moment, or a day's end; by China's clock, as the demo plant's, where it has no offset of its own."""
    moment = datetime.fromisoformat(text)
    if len(text) <= len("2026-01-31"):
        moment += timedelta(hours=23, minutes=59)
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone(timedelta(hours=8)))


def _length(text: str) -> float:
    length = float(text)
    if not 0.1 <= length <= 100_000:
        raise ValueError(text)
    return length


def _lease(text: str) -> float:
    seconds = float(text)
    if not 1 <= seconds <= 30:
        raise ValueError(text)
    return seconds


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command."""
    given = list(sys.argv[1:] if argv is None else argv)
    asked = given[given.index("--lang") + 1] if "--lang" in given[:-1] else None
    args = parser(language(argparse.Namespace(lang=asked))).parse_args(_offset_joined(given))
    if getattr(args, "data", ...) is None:
        from services.store.folder import default_folder

        args.data = default_folder()
    module, _, function = args.work.partition(":")
    work = getattr(import_module(f"services.commands.{module}"), function)
    try:
        code: int = work(args)
    except Refused as refused:
        return refusal(refused, args)
    except FileNotFoundError as error:
        return refusal(Refused("no_such_file", file=str(error.filename)), args)
    except (FileExistsError, NotADirectoryError) as error:
        return refusal(Refused("not_a_folder", file=str(error.filename)), args)
    except PermissionError as error:
        return refusal(Refused("no_permission", file=str(error.filename)), args)
    return code


if __name__ == "__main__":
    sys.exit(main())
