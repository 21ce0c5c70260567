"""What losses cost, and reports put together by hand: what is taken, what is refused, which days a period's name
means."""

from datetime import date

import pytest

from services.core.losses import loss_rates
from services.core.measures import Period
from services.core.report_designs import span_of_day
from services.core.roles import Role
from tests.makers import Held, person, plant, refused, zone

BOSS, OFFICER = person(Role.EHS_MANAGER), person(Role.SAFETY_OFFICER)


@pytest.fixture
def held() -> Held:
    return Held(plant(), BOSS, OFFICER)


def test_the_plants_own_rates_hold_once_they_are_set(held: Held) -> None:
    assert loss_rates(held).usual
    held.do("loss_rates.set", {"stop_hour": 1200, "cautious": 10, "likely": 30, "hopeful": 30}, BOSS)
    first = loss_rates(held)
    assert (first.usual, first.stop_hour, first.hazard, first.likely) == (False, 1200.0, 300.0, 30.0)
    held.do("loss_rates.set", {"stop_hour": 900}, BOSS)
    assert (loss_rates(held).id, loss_rates(held).stop_hour) == (first.id, 900.0)
    assert refused(held.do, "loss_rates.set", {"cautious": 50}, BOSS) == "avoided_out_of_order"
    assert refused(held.do, "loss_rates.set", {"cautious": 0}, BOSS) == "avoided_out_of_order"
    assert refused(held.do, "loss_rates.set", {}, OFFICER) == "not_allowed"


def test_a_report_of_ones_own_has_blocks_in_an_order(held: Held) -> None:
    asked = {"name": "董事会季报", "blocks": ["open", "figures"], "span": "last_quarter"}
    made = held.do("report_designs.add", asked, OFFICER)
    assert (made.blocks, made.span, made.made_by) == (("open", "figures"), "last_quarter", OFFICER.id)
    assert refused(held.do, "report_designs.add", asked, OFFICER) == "name_taken"
    assert refused(held.do, "report_designs.add", asked | {"name": "空", "blocks": []}, OFFICER) == "design_empty"
    twice = asked | {"name": "重", "blocks": ["open", "open"]}
    assert refused(held.do, "report_designs.add", twice, OFFICER) == "design_twice"
    place = zone()
    held.add(place)
    change = asked | {"report_design": made.id, "zones": [place.id], "blocks": ["week"]}
    assert held.do("report_designs.change", change, OFFICER).zones == (place.id,)
    held.do("report_designs.retire", {"report_design": made.id}, OFFICER)
    assert refused(held.do, "report_designs.change", change, OFFICER) == "thing_retired"
    held.do("report_designs.restore", {"report_design": made.id}, OFFICER)
    assert refused(held.do, "report_designs.restore", {"report_design": made.id}, OFFICER) == "thing_in_use"


def test_the_mail_sends_it_only_while_it_is_in_use(held: Held) -> None:
    made = held.do("report_designs.add", {"name": "周报", "blocks": ["open"]}, OFFICER)
    args = {"report_day": 3, "report_to": [BOSS.id], "report_design": made.id}
    assert held.do("plant.set_report_mail", args, OFFICER).report_design == made.id
    held.do("report_designs.retire", {"report_design": made.id}, OFFICER)
    assert refused(held.do, "plant.set_report_mail", args, OFFICER) == "thing_retired"


def test_a_periods_name_means_days() -> None:
    day = date(2026, 5, 13)  # a Wednesday
    assert span_of_day("last_week", day) == Period(date(2026, 5, 4), date(2026, 5, 10))
    assert span_of_day("last_month", day) == Period(date(2026, 4, 1), date(2026, 4, 30))
    assert span_of_day("last_quarter", day) == Period(date(2026, 1, 1), date(2026, 3, 31))
    assert span_of_day("last_quarter", date(2026, 1, 31)) == Period(date(2025, 10, 1), date(2025, 12, 31))
    assert span_of_day("last_year", day) == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert span_of_day("year", day) == Period(date(2026, 1, 1), day)
    assert span_of_day("twelve", day) == Period(date(2025, 6, 1), day)
