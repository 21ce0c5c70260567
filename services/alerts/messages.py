"""What a message says: a code and its facts become a subject, a text and a plain page, by the sentences of the words.

A line of a text that needs a fact which is not there is left out, so that a message never shows an empty label.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from services.rules.spoken import undone
from services.words import FACT, has, say

MOST_LETTERS = 500
SAFE_LINK = re.compile(r"https?://[^\s<>\"']+")
CODED = {"way": "value.way", "trouble": "way.code", "backup_trouble": "backup.trouble", "why_unread": "sign_on"}
PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"></head><body style="margin:0;padding:24px;'
    "background:#F5F6F8;color:#1B2430;font:16px/1.6 'Microsoft YaHei UI','Noto Sans CJK SC',sans-serif\">"
    '<div style="max-width:560px;margin:auto;padding:24px;background:#FFFFFF;border:1px solid #DDE1E7;'
    'border-radius:6px"><h1 style="margin:0 0 16px;font-size:20px">{subject}</h1>{body}'
    '<p style="margin:24px 0 0;color:#566273;font-size:12px">{foot}</p></div></body></html>'
)
BUTTON = (
    '<p style="margin:8px 0"><a href="{link}" style="display:inline-block;padding:12px 24px;background:#0B5CAD;'
    'color:#FFFFFF;text-decoration:none;border-radius:6px">{label}</a></p>'
)
ROW = (
    '<tr><td style="padding:2px 16px 2px 0;color:#566273;white-space:nowrap;vertical-align:top">{}</td><td>{}</td></tr>'
)


@dataclass(frozen=True)
class WrittenMessage:
    """One message ready to be sent by e-mail."""

    subject: str
    text: str
    html: str


def written_message(
    code: str, facts: Mapping[str, Any], lang: str = "zh", *, timezone: str = "Asia/Shanghai"
) -> WrittenMessage:
    """The message of `code` (hazard_reported, hazard_assigned, fix_submitted, hazard_closed, hazard_returned,
    approval_kept, alert_raised, deed_undone, alert_escalated, channel_failed, test).

    `facts` are those of the Tell (number, zone, description, photos, due_at, why) and what the sender knows besides:
    link, team, fixer, note, reviewer, reason, review_due_at, closed_at; for the foot plant and alert. Names that end
    in `_at` are ISO times and shown in `timezone`; `why` is a code of the words `why.`. KeyError for an unknown code.
    """
    if not has(f"mail.{code}.text"):
        raise KeyError(code)
    shown = {name: text for name, value in facts.items() if (text := as_text(name, value, lang, timezone))}
    subject = filled(say(f"mail.{code}.subject", lang), shown)
    lines = present(say(f"mail.{code}.text", lang), shown)
    foot = present(say("mail.foot", lang), shown)
    text = "\n".join(filled(line, shown) for line in [*lines, "", "--", *foot])
    page = PAGE.format(
        lang="en" if lang.startswith("en") else "zh-CN",
        subject=escape(subject),
        body="".join(as_html(block, shown, lang) for block in "\n".join(lines).split("\n\n")),
        foot="<br>".join(escape(filled(line, shown)) for line in foot),
    )
    return WrittenMessage(subject, text, page)


def short_message(
    code: str, facts: Mapping[str, Any], sent: datetime, lang: str = "zh", *, timezone: str = "Asia/Shanghai"
) -> tuple[str, str, dict[str, str]]:
    """Subject, text and the facts as people read them, for a messenger or an SMS: without the link and the foot. The
    text ends with the notice's number and the time at which it was sent, so that no two are alike. KeyError for an
    unknown code."""
    shown = {name: text for name, value in facts.items() if (text := as_text(name, value, lang, timezone))}
    lines = [filled(line, shown) for line in present(say(f"mail.{code}.text", lang), shown) if "{link}" not in line]
    clock = sent.astimezone(ZoneInfo(timezone)).strftime("%H:%M:%S")
    lines.append(say("mail.sent", lang, alert=shown.get("alert", "-"), clock=clock))
    return filled(say(f"mail.{code}.subject", lang), shown), "\n".join(line for line in lines if line), shown


def as_text(name: str, value: Any, lang: str, timezone: str) -> str:
    """A fact as people read it, on one line; empty when there is nothing to say."""
    if value is None or value == "":
        return ""
    if name.endswith("_at"):
        return moment(datetime.fromisoformat(value) if isinstance(value, str) else value, lang, timezone)
    if name == "roles":
        return listed([say(f"role.{role}", lang) for role in value], lang)
    if name in ("level", "shelve_reason", "trade", "work", "kind", "provider"):
        return say(f"value.{name}.{value}", lang)
    if name in CODED:
        code = f"{CODED[name]}.{value}"
        return say(code, lang) if has(code) else str(value)
    if name == "undone":
        return " ".join(undone(partial(say, lang=lang), **one) for one in value)
    if name == "why":
        return say(f"why.{value}", lang) if has(f"why.{value}") else ""
    return one_line(str(value))


def listed(texts: list[str], lang: str) -> str:
    """Several in one line."""
    return (", " if lang.startswith("en") else "、").join(texts)


def moment(time: datetime, lang: str, timezone: str) -> str:
    """A time in the plant's zone, with its day: a deadline a mail names may be days away."""
    there = time.astimezone(ZoneInfo(timezone))
    weekday = say(f"mail.weekday.{there.weekday()}", lang)
    return say("mail.moment", lang, date=there.strftime("%Y-%m-%d"), weekday=weekday, clock=there.strftime("%H:%M"))


def one_line(text: str) -> str:
    """Without line ends, control characters, halves of letters and what turns the direction of writing: what a
    stranger typed stays inside the line we give it."""
    kept = "".join(" " if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") else letter for letter in text)
    words = " ".join(kept.split())
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"


def present(template: str, shown: Mapping[str, str]) -> list[str]:
    """The lines of a text all of whose facts are there."""
    return [line for line in template.split("\n") if set(FACT.findall(line)) <= set(shown)]


def filled(line: str, shown: Mapping[str, str]) -> str:
    """A line with its facts, as text."""
    return FACT.sub(lambda found: shown.get(found[1], ""), line).strip()


def as_html(block: str, shown: Mapping[str, str], lang: str) -> str:
    """A block of lines: the link as a button, `label: fact` as a row of a table, the rest as a paragraph."""
    rows, others, button = [], [], ""
    for line in block.split("\n"):
        label, colon, fact = line.partition("：" if "：" in line else ": ")
        if fact == "{link}":
            others.append(escape(label))
            button = as_button(shown["link"], lang)
        elif colon and FACT.search(fact):
            rows.append(ROW.format(escape(label), escape(filled(fact, shown))))
        elif line:
            others.append(escape(filled(line, shown)))
    paragraph = f'<p style="margin:0 0 8px">{"<br>".join(others)}</p>' if others else ""
    table = f'<table style="margin:0 0 16px;border-collapse:collapse">{"".join(rows)}</table>' if rows else ""
    return paragraph + table + button


def as_button(link: str, lang: str) -> str:
    """The link to press; one that is no web address stays text."""
    if not SAFE_LINK.fullmatch(link):
        return f"<p>{escape(link)}</p>"
    return BUTTON.format(link=escape(link), label=escape(say("mail.open", lang)))
