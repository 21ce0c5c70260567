"""Certificates that people hold: special operations, special equipment, safety managers; with number and expiry."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

from services.core.calendar import day_of
from services.core.operation import Change, Context, Look, Put, operation, required
from services.core.people import present
from services.core.posts import TRAINING_DESK, Trade
from services.core.record import record
from services.core.refused import Refused
from services.core.shape import Blob, Personal, Ref, Text

Number = Annotated[str, Text(most=40), Personal()]
Issuer = Annotated[str, Text(most=80, least=0)]


@record("certificate", indexed=("person",), called="", subject="person")
@dataclass(frozen=True, kw_only=True)
class Certificate:
    """It holds through the day `expires_on`, without one for ever; `review_on` is the day by which the authority has
    to have reviewed it (复审), before which it must be seen to just as well. `warned` are the numbers of days before
    the end at which people have been told."""

    id: str
    person: str
    trade: Trade
    number: Annotated[str, Personal()]
    issuer: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    review_on: date | None = None
    photo: Annotated[str, Blob()] | None = None
    warned: tuple[int, ...] = ()
    added_at: datetime
    added_by: str | None = None
    withdrawn_at: datetime | None = None
    note: str = ""

    @property
    def until(self) -> date | None:
        """The day through which it is good: its end, or the day of its review where that comes sooner."""
        return min((one for one in (self.expires_on, self.review_on) if one is not None), default=None)


def living_certificate(look: Look, certificate: str) -> Certificate:
    """The certificate, which must not be withdrawn. Raises Refused: no_such_record, certificate_withdrawn."""
    found = required(look, Certificate, certificate)
    if found.withdrawn_at is not None:
        raise Refused("certificate_withdrawn")
    return found


def _sound(certificate: Certificate) -> Certificate:
    issued, until = certificate.issued_on, certificate.until
    if issued is not None and until is not None and until <= issued:
        raise Refused("certificate_days_turned")
    return certificate


@operation("certificates.add", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Add:
    """Somebody holds a certificate."""

    person: Annotated[str, Ref("person")]
    trade: Trade
    number: Number
    issuer: Issuer = ""
    issued_on: date | None = None
    expires_on: date | None = None
    review_on: date | None = None
    photo: Annotated[str, Blob()] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        person = present(look, self.person)
        for one in look.find("certificate", person=person.id):
            if one.withdrawn_at is None and (one.trade, one.number) == (self.trade, self.number):
                raise Refused("certificate_known")
        if self.issued_on is not None and self.issued_on > day_of(look, context.now):
            raise Refused("in_the_future")
        made = Certificate(
            id=context.id,
            person=person.id,
            trade=self.trade,
            number=self.number,
            issuer=self.issuer,
            issued_on=self.issued_on,
            expires_on=self.expires_on,
            review_on=self.review_on,
            photo=self.photo,
            added_at=context.now,
            added_by=context.actor.person,
        )
        return [Put(_sound(made))]


@operation("certificates.renew", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Renew:
    """The authority has reviewed or renewed it: other days from now on, and warnings begin anew."""

    certificate: Annotated[str, Ref("certificate")]
    expires_on: date | None = None
    review_on: date | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = living_certificate(look, self.certificate)
        present(look, found.person)
        if self.expires_on is None and self.review_on is None:
            raise Refused("certificate_day_needed")
        return [Put(_sound(replace(found, expires_on=self.expires_on, review_on=self.review_on, warned=())))]


@operation("certificates.withdraw", roles=TRAINING_DESK)
@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """It was entered wrongly, was taken away, or is not needed any more: it stays to be seen and counts for nothing."""

    certificate: Annotated[str, Ref("certificate")]
    reason: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        found = living_certificate(look, self.certificate)
        return [Put(replace(found, withdrawn_at=context.now, note=self.reason))]
