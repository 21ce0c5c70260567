"""One delivery on its way out: where its person is reached, what the message says, and the channel that takes it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, cast
from zoneinfo import ZoneInfo

from services.alerts.channels.dingtalk import DingTalk
from services.alerts.channels.email import EmailChannel, Message
from services.alerts.channels.note import Note
from services.alerts.channels.tokens import Tokens
from services.alerts.channels.webhook import Webhook
from services.alerts.messages import short_message, written_message
from services.alerts.receipt import Receipt, failed
from services.alerts.senders import sender_of
from services.core.channels import ROBOTS, Channel, address_of
from services.core.people import Person, Way
from services.core.plant import Plant
from services.hub.answer_seal import ANSWERED_BY_LINK, token_of
from services.hub.hub import Hub
from services.hub.monthly import attached
from services.store import secret_box
from services.store.deliveries import Delivery
from services.words import say

LOG = logging.getLogger(__name__)
NOT_SET = failed("not_set", "", setup=True)
NO_MAIL = failed("no_mail_server", "", setup=True)
NO_ADDRESS = failed("no_address", "")
NOT_ON_PHONES = (
    *("deed_undone", "channel_failed", "shelving_asked", "drill_unanswered", "monthly_report"),
    *("backup_failed", "backup_trial_failed", "backup_old", "disk_low"),
    *("directory_changes", "directory_shrunk", "directory_unread"),
)
OF_TRAINING = ("training_", "certificate_", "drill_planned", "drill_cancelled")


@dataclass(frozen=True)
class Place:
    """What a delivery needs to know of the plant, read on one snapshot."""

    plant: Plant
    person: Person | None
    channel: Channel | None


def place_of(hub: Hub, delivery: Delivery) -> Place:
    """The plant, the person and the channel of a delivery as they are now."""
    with hub.store.look() as look:
        found = [one for one in look.find("channel", service=delivery.channel) if one.active]
        return Place(look.find("plant")[0], look.get("person", delivery.person), found[0] if found else None)


def send(
    hub: Hub, delivery: Delivery, place: Place, tokens: Tokens, now: datetime, more: Sequence[Delivery] = ()
) -> Receipt:
    """Sends it by its channel, together with `more` to the same person as one message, or asks what became of it. Never
    raises for what a provider or a setting does."""
    if delivery.channel == "webhook":
        facts = {**delivery.facts, "plant": place.plant.name}
        hook = Webhook(secret_box.read(hub.folder.secrets, "webhook"))
        return hook.send(delivery.person, delivery.id, delivery.made_at, facts)
    person = place.person
    robot = delivery.channel in ROBOTS
    if not robot and (person is None or not person.here or not address_of(person, cast(Way, delivery.channel))):
        return NO_ADDRESS
    to = "" if robot or person is None else address_of(person, cast(Way, delivery.channel))
    if delivery.channel == "email":
        return _mail(hub, delivery, place, to, now)
    if place.channel is None:
        return NOT_SET
    sender = sender_of(place.channel, secret_box.read(hub.folder.secrets, place.channel.service) or "", tokens)
    if delivery.provider_id is not None and isinstance(sender, DingTalk):
        return sender.confirm(delivery.provider_id, to)
    note = note_of(hub, delivery, place.plant, to, now)
    return sender.send(_digest(hub, note, (delivery, *more), place.plant, now) if more else note)


def _mail(hub: Hub, delivery: Delivery, place: Place, to: str, now: datetime) -> Receipt:
    plant = place.plant
    if plant.mail_host is None or plant.mail_sender is None:
        return NO_MAIL
    text = written_message(delivery.message, _facts(hub, delivery, plant), plant.language, timezone=plant.timezone)
    message = Message(
        to=to,
        name=place.person.name if place.person else "",
        subject=text.subject,
        text=text.text,
        html=text.html,
        dedup_key=delivery.id,
        number=number_of(delivery),
        files=attached(hub, delivery, plant, now),
    )
    return channel_of(plant, hub).send(message)


def note_of(hub: Hub, delivery: Delivery, plant: Plant, to: str, now: datetime) -> Note:
    """A delivery as messengers and SMS have it."""
    facts = _facts(hub, delivery, plant)
    subject, text, shown = short_message(delivery.message, facts, now, plant.language, timezone=plant.timezone)
    return Note(
        to=to,
        subject=subject,
        text=text,
        key=delivery.id,
        number=number_of(delivery),
        link=facts["link"],
        facts={**shown, "number": shown.get("number", number_of(delivery))},
    )


def _digest(hub: Hub, note: Note, held: Sequence[Delivery], plant: Plant, now: datetime) -> Note:
    """Several messages as the one that the first of them is: what each is headed by."""
    heads = [note_of(hub, one, plant, "", now).subject for one in held]
    said = partial(say, lang=plant.language)
    clock = now.astimezone(ZoneInfo(plant.timezone)).strftime("%H:%M:%S")
    text = "\n".join((said("mail.digest.text"), *heads, said("mail.sent", alert=number_of(held[0]), clock=clock)))
    link = f"{plant.address}/alerts" if plant.address else ""
    return replace(note, subject=said("mail.digest.subject", count=len(held)), text=text, link=link)


def number_of(delivery: Delivery) -> str:
    """The short number of a notice, the same by every way and in every repeat of one try."""
    return delivery.id[:6].upper()


def _facts(hub: Hub, delivery: Delivery, plant: Plant) -> dict[str, Any]:
    link = link_of(hub, plant, delivery)
    return {**delivery.facts, **_holder(hub, delivery), "plant": plant.name, "alert": number_of(delivery), "link": link}


def _holder(hub: Hub, delivery: Delivery) -> dict[str, str]:
    """The names of the people whom a message is about, and who asked for something: they are looked up when it goes
    out and kept nowhere with it."""
    named = {name: delivery.facts[name] for name in ("holder", "by") if name in delivery.facts}
    if not named:
        return {}
    with hub.store.look() as look:
        found = {name: look.get("person", id_) for name, id_ in named.items()}
    return {f"{name}_name": one.name if one else "" for name, one in found.items()}


def link_of(hub: Hub, plant: Plant, delivery: Delivery) -> str:
    """Where the phone shows what the message is about; of an alert, where this one person answers it."""
    if plant.address and delivery.message in ANSWERED_BY_LINK and delivery.channel not in ROBOTS:
        return f"{plant.address}/k/{token_of(hub, delivery.id)}"
    page = "alerts" if delivery.message.startswith(("alert_", "pause_")) else "r"
    page = "permits" if delivery.message.startswith("permit_") else page
    if delivery.message in ("incident_reported", "investigation_opened"):
        return ""  # it is looked into on the console
    if plant.address and delivery.message.startswith(OF_TRAINING):
        return f"{plant.address}/train"
    if plant.address and delivery.message.startswith("redemption_"):
        return f"{plant.address}/slips"
    if plant.address and delivery.message == "points_taken_back":
        return f"{plant.address}/points"
    if plant.address and delivery.message == "recheck_drawn":
        return f"{plant.address}/rechecks"
    shown = plant.address and delivery.message not in NOT_ON_PHONES
    return f"{plant.address}/{page}/{delivery.about}" if shown else ""


def channel_of(plant: Plant, hub: Hub) -> EmailChannel:
    """The plant's mail server as a channel."""
    return EmailChannel(
        host=plant.mail_host or "",
        port=plant.mail_port,
        security=plant.mail_security,
        user=plant.mail_user,
        password=secret_box.read(hub.folder.secrets, "mail"),
        sender=plant.mail_sender or "",
    )
