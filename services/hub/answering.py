"""A person's own words as the answer to an alert or a drill: which one is meant, and what the person is told."""

import re
from dataclasses import dataclass
from typing import Literal

from services import words
from services.core.ids import id_from
from services.core.operation import Actor
from services.core.people import Person
from services.core.plant import the_plant
from services.hub.hub import Hub
from services.store import accounts
from services.store.queries.alerts import unanswered
from services.store.records import Records

YES = {"收到", "已收到", "确认", "已确认", "签收", "知道了", "好", "好的", "1", "ok", "ack", "yes", "received", "roger"}
APART = re.compile(r"[\s,，.。!！;；:：、]+")
NUMBER = re.compile(r"[A-Z]{2}-\d{8}-\d{4,}", re.IGNORECASE)
MOST_LISTED, MOST_NOTE = 5, 300

Messenger = Literal["wecom", "dingtalk"]


@dataclass(frozen=True)
class Open:
    """What waits for a person's answer: `kind` is alert or alert_drill, `about` what it says."""

    kind: str
    id: str
    number: str
    about: str


def answered_by(hub: Hub, way: Messenger, sender: str, text: str, key: str, *, fresh: bool = True) -> str:
    """Acknowledges what the text names, or the one thing that waits where it only says yes. `sender` is the id by which
    the messenger knows whoever wrote, `key` the same where the same message comes again. The sentence that the person
    is to read."""
    with hub.store.look() as look:
        lang = the_plant(look).language
        person = _known(look, way, sender)
        if person is None:
            return words.say("reply.stranger", lang, messenger=words.say(f"value.way.{way}", lang))
        if not fresh:
            return words.say("reply.old", lang)
        actor = accounts.actor_for(look.connection, person.id, now=hub.now())
        waiting = _waiting(look, person)
    named = {number.upper() for number in NUMBER.findall(text)}
    meant = [one for one in waiting if one.number in named]
    if named and not meant:
        return words.say("reply.none_such", lang, numbers=words.say("reply.and", lang).join(sorted(named)))
    meant = meant or (waiting if len(waiting) == 1 else [])
    if not meant or actor is None or not says_yes(text):
        return _helped(waiting, lang)
    return "\n".join(_done(hub, one, text, actor, f"{way} {key}", lang) for one in meant)


def _known(look: Records, way: Messenger, sender: str) -> Person | None:
    """Whoever has this id there; nobody where two have it. WeCom writes an id in small letters or as it was given."""
    wanted = sender.casefold()
    same = [one for one in look.find("person") if one.here and (getattr(one, way) or "").casefold() == wanted]
    return same[0] if wanted and len(same) == 1 else None


def says_yes(text: str) -> bool:
    """Whether it begins with a word that says yes, or is a number alone: a question about an alert answers nothing."""
    first = APART.split(NUMBER.sub(" ", text).strip(" \n\t,，.。!！;；:：、"))[0]
    return not first or first.casefold() in YES


def _done(hub: Hub, one: Open, text: str, actor: Actor, key: str, lang: str) -> str:
    kind = "alerts.acknowledge" if one.kind == "alert" else "alert_drills.acknowledge"
    note = {"note": text.strip()[:MOST_NOTE]} if one.kind == "alert" else {}
    said = hub.do(kind, {one.kind: one.id, **note}, actor, id_from("reply", key, one.id))
    if said.refused:
        return words.refusal(said.refused.code, said.refused.facts, lang)
    return words.say("reply.done", lang, number=one.number, about=one.about)


def _waiting(look: Records, person: Person) -> list[Open]:
    found = []
    for row in unanswered(look, person):
        about = (row.rule.name if row.rule else "", row.alert.key)
        found.append(Open("alert", row.id, row.alert.number or "", " · ".join(part for part in about if part)))
    drills = [one for one in look.find("alert_drill", person=person.id) if not (one.acknowledged_at or one.closed_at)]
    return found + [Open("alert_drill", one.id, one.number or "", "") for one in drills]


def _helped(waiting: list[Open], lang: str) -> str:
    """What waits, and how it is answered."""
    if not waiting:
        return words.say("reply.nothing", lang)
    lines = [f"{one.number} {one.about}".strip() for one in waiting[:MOST_LISTED]]
    head = words.say("reply.waiting", lang, count=len(waiting))
    return "\n".join((head, *lines, words.say("reply.how", lang, number=waiting[0].number)))
