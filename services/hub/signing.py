"""Signing in, passwords and one-time codes: what changes accounts, each leaving an entry without the secret."""

import secrets
from contextlib import suppress
from typing import Any

from services.core.devices import Device
from services.core.label_life import scanned
from services.core.labels import accepted_label, issued_label, read_token
from services.core.operation import SYSTEM, Actor
from services.core.people import Person
from services.core.plant import founder_id
from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES, Role
from services.hub.hub import Hub
from services.store import accounts, sign_on

Computer = tuple[str, str]  # a console's device id and what people call the computer
PAIRING_GUESSES = 100  # in fifteen minutes, by anyone: of 2^39 codes


def found_plant(
    hub: Hub, args: dict[str, Any], password: str, actor: Actor, computer: Computer | None = None
) -> dict[str, Any]:
    """Founds the plant with its first person and the person's password. Returns a session."""
    if len(password) < accounts.LEAST_PASSWORD:
        raise Refused("password_short", least=accounts.LEAST_PASSWORD)
    answer = hub.do("plant.found", args, actor)
    if answer.refused:
        raise answer.refused
    person = founder_id(answer.id)
    hub.store.write(lambda connection: accounts.set_password(connection, person, password))
    hub.setup_code = None
    if hub.https:
        hub.https.refresh()  # the plant has an authority of its own from now on
    return _session(hub, person, computer)


def founder(hub: Hub, code: str) -> Actor:
    """Who founds a plant from another machine: someone who has the code that the hub printed at its first start.
    Raises Refused: setup_code_wrong, too_many_guesses, plant_exists."""
    if hub.setup_code is None:
        raise Refused("plant_exists")
    hub.store.write(lambda connection: accounts.guard(connection, "setup", hub.now()))
    if not secrets.compare_digest(code.strip().upper().replace("-", "").encode(), hub.setup_code.encode()):
        raise Refused("setup_code_wrong")
    return Actor(None, frozenset({Role.FOUNDER}))


def sign_in(
    hub: Hub, login: str, secret: str, computer: Computer | None = None, before: str | None = None
) -> dict[str, Any]:
    """A session for a password or a one-time code; a console's is bound to its computer. Guesses are counted a
    person, whichever name is typed; what is typed of nobody is kept as a hash, as it may be a name. A browser that
    shows the session it had `before` as that person is counted by itself: nobody is locked out by others. Raises
    Refused: sign_in_wrong, too_many_guesses, device_revoked, not_allowed (who may have no copy of the plant)."""
    now = hub.now()
    with hub.store.database.reading() as connection:
        person = accounts.find_login(connection, login.strip())
        kept = {what: person and accounts.credential(connection, person.id, what, now) for what in ("password", "code")}
        known = person is not None and accounts.knows(connection, before, person.id)
        if not known:
            accounts.guard_all(connection, now)
    account = person.id if person else accounts.hashed(login.strip().lower())
    account = f"{account} here" if known else account
    hub.store.write(lambda connection: accounts.guard(connection, account, now))
    typed = {"password": secret, "code": secret.strip().upper().replace("-", "")}
    right = [what for what in ("password", "code") if accounts.fits(kept[what] or None, typed[what])]
    if person is None or not right:
        hub.store.write(lambda connection: accounts.wrong_guess(connection, now))
        raise Refused("sign_in_wrong")
    if right[0] == "code":
        hub.store.write(lambda connection: accounts.used(connection, person.id, "code", now))
    hub.store.write(lambda connection: accounts.clear_guesses(connection, account))
    return _session(hub, person.id, computer)


def _session(hub: Hub, person: str, computer: Computer | None) -> dict[str, Any]:
    if computer:
        _pair(hub, person, *computer)
    device = computer[0] if computer else None
    token = hub.store.write(lambda connection: accounts.open_session(connection, person, None, hub.now(), device))
    return {"token": token, "person": person}


def _pair(hub: Hub, person: str, device: str, name: str) -> None:
    """The computer is the person's from now on; signing in on it again leaves no entry."""
    with hub.store.look() as look:
        known: Device | None = look.get("device", device)
        actor = accounts.actor_for(look.connection, person)
    if known and (known.person, known.name, known.revoked_at) == (person, name, None):
        return
    answer = hub.do("devices.pair", {"device": device, "name": name}, actor or Actor())
    if answer.refused:
        raise answer.refused


def session_for(hub: Hub, person: str, computer: Computer | None) -> dict[str, Any]:
    """A session for a person of this machine's own console."""
    with hub.store.database.reading() as connection:
        found: Person | None = accounts.find_login(connection, person)
    if found is None:
        raise Refused("no_such_record", record="person", id=person)
    return _session(hub, found.id, computer)


def make_pairing(hub: Hub, actor: Actor, person: str) -> str:
    """A one-time code by which a computer is paired in a person's name, shown once. Raises Refused: not_allowed."""
    with hub.store.look() as look:
        whom = accounts.actor_for(look.connection, person)
    if whom is None or not whom.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="devices.pair")
    _entry(hub, actor, person, "pairing")
    code: str = hub.store.write(lambda connection: accounts.make_pairing(connection, person, hub.now()))
    return code


def pair(hub: Hub, code: str, computer: Computer) -> dict[str, Any]:
    """A session for a computer, in the name of whoever the code was made for. Raises Refused: pairing_wrong,
    too_many_guesses, device_revoked (the code is still good then: the computer may come back as a new one)."""
    now, plain = hub.now(), code.strip().upper().replace("-", "").replace(" ", "")
    hub.store.write(lambda connection: accounts.guard(connection, "pairing", now, PAIRING_GUESSES))
    with hub.store.look() as look:
        known: Device | None = look.get("device", computer[0])
    if known and known.revoked_at is not None:
        raise Refused("device_revoked", device=known.id)
    person: str = hub.store.write(lambda connection: accounts.use_pairing(connection, plain, now))
    return _session(hub, person, computer)


def set_password(hub: Hub, actor: Actor, person: str, password: str) -> None:
    """A new password for a person, by the person or someone who may help."""
    if len(password) < accounts.LEAST_PASSWORD:
        raise Refused("password_short", least=accounts.LEAST_PASSWORD)
    _entry(hub, actor, person, "password")
    hub.store.write(lambda connection: accounts.set_password(connection, person, password))


def make_code(hub: Hub, actor: Actor, person: str) -> str:
    """A personal one-time code for a person, shown once."""
    _entry(hub, actor, person, "code")
    code: str = hub.store.write(lambda connection: accounts.make_code(connection, person, hub.now()))
    return code


def unlink(hub: Hub, actor: Actor, person: str) -> None:
    """The account of an OpenID provider by which somebody signs in is theirs no more: the next one that fits is."""
    _entry(hub, actor, person, "account")
    hub.store.write(lambda connection: sign_on.unlink(connection, person))


def _entry(hub: Hub, actor: Actor, person: str, what: str) -> None:
    answer = hub.do("people.credential_set", {"person": person, "what": what}, actor)
    if answer.refused:
        raise answer.refused


def visit(hub: Hub, token_text: str) -> tuple[str, str]:
    """A phone has opened a label: the zone's id and a token good for fifteen minutes. Raises Refused:
    label_unreadable, label_foreign, label_revoked, zone_retired."""
    zone = zone_of_label(hub, token_text)
    made: str = hub.store.write(lambda connection: accounts.open_session(connection, None, zone, hub.now()))
    return zone, made


def zone_of_label(hub: Hub, token_text: str) -> str:
    """The zone whose label this is, if the label is this plant's and good. That it was scanned is noted where it tells
    something: that it hangs there now, or that an old one hangs there still. Raises Refused as accepted_label does."""
    token = read_token(token_text)
    if not hub.store.sealed(token.key, token.sealed, token.mac):
        raise Refused("label_foreign")
    with hub.store.look() as look:
        label = issued_label(look, token)
        news = scanned(look, label, hub.now())
    if news:
        with suppress(Refused):  # whoever stands before a label reports, whether or not this can be noted
            hub.do("labels.scanned", {"label": label.id}, SYSTEM)
    with hub.store.look() as look:
        return accepted_label(look, token, hub.now()).zone or ""
