"""Ready rules: each is a document with a few figures to fill in, for the cases that every plant begins with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from services.core.refused import Refused
from services.core.rule_document import Rule, rule_from
from services.rules.durations import seconds_of

ALERT = {"do": "alert", "level": "high", "to": ["supervisor"], "cc": ["ehs_manager"]}
Read = Callable[[str], Any]


@dataclass(frozen=True)
class Blank:
    """A figure to fill in: how its text is read and, as text, what it is unless somebody says otherwise. `usual` None
    means it must be given; empty means it may be left out."""

    read: Read
    usual: str | None = None


@dataclass(frozen=True)
class Template:
    """`make` builds the condition and the actions from the figures."""

    blanks: Mapping[str, Blank]
    make: Callable[[Mapping[str, Any]], dict[str, Any]]


def _text(text: str) -> str:
    if not 0 < len(text.strip()) <= 120:
        raise ValueError(text)
    return text.strip()


def _seconds(text: str) -> float:
    return seconds_of(text)


def _minutes(text: str) -> float:
    return seconds_of(text, 60)


def _hours(text: str) -> float:
    return seconds_of(text, 3600)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _sustained(figures: Mapping[str, Any]) -> dict[str, Any]:
    return _given(
        kind="sustained",
        sensor=figures["sensor"],
        above=figures["above"],
        for_s=figures["for"],
        clear_below=figures.get("clear_below"),
        clear_for_s=figures.get("clear_for"),
        max_gap_s=figures.get("max_gap"),
    )


LEVEL = {
    "sensor": Blank(_text),
    "above": Blank(float),
    "for": Blank(_seconds, "15m"),
    "clear_below": Blank(float, ""),
    "clear_for": Blank(_seconds, ""),
    "max_gap": Blank(_seconds, ""),
}
TEMPLATES: dict[str, Template] = {
    "sustained-threshold": Template(LEVEL, lambda f: {"when": _sustained(f), "then": [ALERT]}),
    "sensor-silent": Template(
        {"sensor": Blank(_text), "for": Blank(_seconds, "3m")},
        lambda f: {"when": {"kind": "silent", "sensor": f["sensor"], "for_s": f["for"]}, "then": [ALERT]},
    ),
    "missed-in-a-row": Template(
        {"n": Blank(int, "2"), "zone": Blank(_text, "")},
        lambda f: {"when": _given(kind="missed", n=f["n"], zone=f.get("zone")), "then": [ALERT]},
    ),
    "open-longer-than": Template(
        {"hours": Blank(_hours, "24"), "zone": Blank(_text, ""), "until": Blank(_text, "closed")},
        lambda f: {
            "when": _given(kind="open", for_s=f["hours"], zone=f.get("zone"), until=f["until"]),
            "then": [ALERT],
        },
    ),
    "alone-out-of-hours": Template(
        {
            "zone": Blank(_text),
            "times": Blank(int, "3"),
            "days": Blank(float, "7"),
            "begins": Blank(_text, "22:00"),
            "ends": Blank(_text, "06:00"),
            "together": Blank(_seconds, "30"),
        },
        lambda f: {
            "when": {
                **{name: f[name] for name in ("zone", "times", "days", "begins", "ends")},
                "kind": "alone",
                "together_s": f["together"],
            },
            "then": [{**ALERT, "to": ["supervisor", "ehs_manager"], "cc": []}],
        },
    ),
    "stop-makes-inspection": Template(
        {"minutes": Blank(_minutes, "10"), "line": Blank(_text, "")},
        lambda f: {
            "when": _given(kind="stopped", for_s=f["minutes"], line=f.get("line")),
            "then": [{"do": "inspection"}],
        },
    ),
    "pause-process": Template(
        {**LEVEL, "line": Blank(_text), "mode": Blank(_text, "ask")},
        lambda f: {
            "when": _sustained(f),
            "then": [{**ALERT, "level": "critical"}, {"do": "pause", "line": f["line"], "mode": f["mode"]}],
        },
    ),
}


def new_rule(template: str, given: Mapping[str, str], name: str) -> Rule:
    """A rule of a template with its figures as texts. Raises Refused: template_unknown, figure_unknown, figure_missing,
    figure_wrong, and what a document may be refused with."""
    found = TEMPLATES.get(template)
    if found is None:
        raise Refused("template_unknown", template=template[:60], known=", ".join(TEMPLATES))
    for one in given:
        if one not in found.blanks:
            raise Refused("figure_unknown", name=one[:60], known=", ".join(found.blanks))
    figures: dict[str, Any] = {}
    for one, blank in found.blanks.items():
        text = given.get(one, blank.usual)
        if text is None:
            raise Refused("figure_missing", name=one, template=template)
        if text != "":
            figures[one] = _figure(one, blank, text)
    return rule_from({"format": 1, "name": name, "template": template, **found.make(figures)})


def _figure(name: str, blank: Blank, text: str) -> Any:
    try:
        return blank.read(text)
    except (ValueError, Refused):
        raise Refused("figure_wrong", name=name, text=text[:60]) from None
