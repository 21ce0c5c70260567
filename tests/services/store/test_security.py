"""How a plant stands: each point is told as it is, and only where it applies."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.core.roles import Role
from services.core.sign_on import WayIn
from services.store.queries.security import security_points
from services.words import has
from tests import makers
from tests.makers import NOON, Held

BOSS = makers.person(Role.EHS_MANAGER, id="b", name="周敏", phone="1")
DEPUTY = makers.person(Role.EHS_MANAGER, Role.SAFETY_OFFICER, id="d", name="孙丽", email="s@example.com")
ADMIN = makers.person(Role.IT_ADMIN, id="i", name="吴强")
PLANT = makers.plant(address="https://anhuan.example")
SOUND = (PLANT, BOSS, DEPUTY, ADMIN, WayIn(id="w", provider="wecom"))


def open_points(*records: object) -> dict[str, dict[str, object]]:
    return {one.code: one.facts for one in security_points(Held(*records), NOON) if not one.ok}  # type: ignore[arg-type]


def test_a_plant_that_is_well_set_up_has_nothing_open() -> None:
    assert open_points(*SOUND) == {}
    assert open_points() == {}


CASES = {
    "managers": (PLANT, BOSS, ADMIN),
    "reviewers": (PLANT, BOSS, ADMIN),
    "parted": (*SOUND, makers.person(Role.EHS_MANAGER, Role.IT_ADMIN, phone="2", name="兼任")),
    "auditors": (*SOUND, makers.person(Role.AUDITOR, name="审核")),
    "clerks": (*SOUND, makers.person(Role.SHOP_CLERK, Role.SAFETY_OFFICER, name="库管")),
    "reached": (*SOUND, makers.person(Role.EHS_MANAGER, name="失联")),
    "https": (makers.plant(address="http://10.0.0.5:8750"), *SOUND[1:]),
    "mail": (replace(PLANT, mail_host="mail.example"), *SOUND[1:]),
    "broker": (replace(PLANT, broker_host="10.0.0.9", broker_tls=True), *SOUND[1:]),
    "mes": (replace(PLANT, mes_url="http://10.0.0.8/api"), *SOUND[1:]),
    "sign_on": SOUND[:-1],
    "labels": (*SOUND, makers.label(issued_at=NOON - timedelta(days=800))),
    "devices": (*SOUND, makers.person(id="gone", left_at=NOON), makers.device(person="gone", name="安环办-02")),
}


@pytest.mark.parametrize("code", CASES)
def test_what_asks_for_something_is_told(code: str) -> None:
    found = open_points(*CASES[code])
    assert code in found
    assert all(has(f"security.{code}{ending}", lang) for ending in ("", ".not") for lang in ("zh", "en"))
    assert list(found) == [code] or code in ("managers", "reviewers")


def test_wires_within_the_machine_need_no_seal() -> None:
    here = replace(PLANT, mail_host="127.0.0.1", mes_url="http://localhost:9000", broker_host="::1", broker_user="a")
    assert open_points(here, *SOUND[1:]) == {}
