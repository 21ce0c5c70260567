"""Risk points: the figures of the methods, bounds met exactly, and measures that never make anything worse."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.operation import inverse
from services.core.record import as_json
from services.core.risk_controls import bounds_of
from services.core.risk_levels import RiskLevel
from services.core.risk_methods import LEC_AXES, METHODS, USUAL, band, score
from services.core.risks import RiskRow, assessed
from services.core.roles import Role
from tests import makers
from tests.makers import Held, refused


@pytest.mark.parametrize(
    ("scores", "d", "named"),
    [
        ((3, 10, 15), 450, "extreme"),
        ((6, 6, 3), 108, "marked"),
        ((1, 6, 15), 90, "marked"),
        ((1, 10, 1), 10, "slight"),
        ((1, 1, 15), 15, "slight"),
        ((1, 0.5, 40), 20, "possible"),
    ],
)
def test_published_examples_of_lec_come_out(scores, d, named):
    assert (score(scores), band(score(scores))) == (d, named)


def test_all_combinations_of_lec_fall_into_the_bands_as_counted():
    found = Counter(band(score(one)) for one in product(*(axis.values for axis in LEC_AXES)))
    assert found == {"extreme": 40, "high": 21, "marked": 30, "possible": 50, "slight": 111}


@pytest.mark.parametrize(
    ("scale", "at", "level"),
    [
        ("lec", 320, "orange"),
        ("lec", 320.01, "red"),
        ("lec", 160, "orange"),
        ("lec", 159.9, "yellow"),
        ("lec", 70, "yellow"),
        ("lec", 69.9, "blue"),
        ("ls", 20, "red"),
        ("ls", 16, "orange"),
        ("ls", 9, "yellow"),
        ("ls", 8, "blue"),
    ],
)
def test_a_bound_belongs_to_the_level_that_is_said(scale, at, level):
    assert USUAL[scale].level(at) == level


def test_the_newest_bounds_of_a_plant_hold():
    old = makers.risk_scale(red=300.0)
    new = makers.risk_scale(red=250.0, since=makers.NOON + timedelta(days=1), red_over=True)
    look = Held(old, new)
    assert bounds_of(look, "lec").red == 250
    assert bounds_of(Held(old), "lec").red == 300
    assert bounds_of(look, "ls") == USUAL["ls"]


@st.composite
def points(draw):
    method = draw(st.sampled_from(sorted(METHODS)))
    axes = METHODS[method].axes
    one = st.tuples(*(st.sampled_from(axis.values) for axis in axes))
    rows = draw(st.lists(one, min_size=1, max_size=5 if METHODS[method].many else 1))
    steps = st.tuples(*(st.integers(0, 6) for _ in axes))
    measure = st.builds(
        SimpleNamespace, lowers=steps, row=st.integers(0, len(rows)), in_place=st.booleans(), tier=st.just("ppe")
    )
    point = makers.risk_point(method=method, rows=tuple(RiskRow(scores=scores, what="x") for scores in rows))
    return point, draw(st.lists(measure, max_size=5)), draw(measure)


@given(points())
def test_a_measure_more_never_raises_a_risk(drawn):
    point, measures, another = drawn
    by = USUAL[METHODS[point.method].scale]
    before, after = assessed(point, by, measures), assessed(point, by, [*measures, another])
    assert after.score <= before.score
    assert after.level.rank <= before.level.rank
    if not another.in_place:
        assert after == before


@given(points(), st.sampled_from(RiskLevel))
def test_a_designated_level_stands_above_every_number(drawn, level):
    point, measures, _ = drawn
    assert assessed(replace(point, designated=level), USUAL["lec"], measures).level == level


def test_only_the_step_that_a_measure_is_for_gets_milder():
    rows = (RiskRow(scores=(5.0, 4.0), what="a"), RiskRow(scores=(4.0, 4.0), what="b"))
    point = makers.risk_point(method="jha", rows=rows)
    one = makers.control_measure(lowers=(3, 0), row=1)
    found = assessed(point, USUAL["ls"], [one])
    assert (found.row, found.score, found.level) == (2, 16, "orange")


OFFICER = makers.person(Role.SAFETY_OFFICER)
PRESSES = makers.zone()
ROW = {"scores": [6, 6, 7], "danger": "手进入模区"}


@pytest.fixture
def held():
    return Held(makers.plant(), OFFICER, PRESSES)


def added(held, **given):
    args = {"zone": PRESSES.id, "name": "上下料", "method": "lec", "rows": [ROW], **given}
    return held.do("risks.add", args, OFFICER)


def measure(held, point, **given):
    args = {"risk_point": point.id, "measure": "双手按钮", "tier": "engineering", "lowers": [2, 0, 0], **given}
    return held.do("control_measures.add", args, OFFICER)


def test_what_does_not_fit_a_method_is_refused(held):
    assert refused(added, held, rows=[{"scores": [4, 6, 7]}]) == "risk_scores_wrong"
    assert refused(added, held, rows=[{"scores": [6, 6]}]) == "risk_scores_wrong"
    assert refused(added, held, rows=[ROW, ROW]) == "risk_rows_wrong"
    assert refused(added, held, method="jha", rows=[{"scores": [2, 2]}]) == "risk_row_unnamed"
    assert refused(added, held, rows=[]) == "risk_rows_wrong"
    point = added(held)
    assert refused(added, held) == "name_taken"
    assert refused(measure, held, point, lowers=[1, 0]) == "risk_steps_wrong"
    assert refused(measure, held, point, row=2) == "risk_row_missing"


def test_another_way_to_assess_waits_until_no_measure_counts_by_the_old_one(held):
    point = added(held)
    known = measure(held, point)
    other = {"risk_point": point.id, "method": "ls", "rows": [{"scores": [3, 4]}]}
    assert refused(held.do, "risks.assess", other, OFFICER) == "risk_measures_in_use"
    held.do("control_measures.remove", {"control_measure": known.id}, OFFICER)
    assert held.do("risks.assess", other, OFFICER).method == "ls"
    assert refused(held.do, "control_measures.restore", {"control_measure": known.id}, OFFICER) == "risk_steps_wrong"


def test_a_level_set_directly_needs_reason_and_source(held):
    point = added(held)
    args = {"risk_point": point.id, "designated": "red"}
    assert refused(held.do, "risks.designate", args, OFFICER) == "risk_reason_needed"
    told = {**args, "reason": "涉爆粉尘", "source": "企业规定"}
    assert held.do("risks.designate", told, OFFICER).designated == "red"
    assert held.do("risks.designate", {"risk_point": point.id}, OFFICER).reason == ""


def test_bounds_must_fall(held):
    args = {"scale": "ls", "red": 15, "orange": 15, "yellow": 9}
    assert refused(held.do, "risk_scales.set", args, OFFICER) == "risk_bounds_wrong"
    assert held.do("risk_scales.set", {**args, "red": 16}, OFFICER).since == makers.NOON


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("risks.assess", {"method": "lec", "rows": [{"scores": [1, 1, 1]}]}),
        ("risks.set_details", {"name": "别的", "review_on": "2027-01-01"}),
        ("risks.designate", {"designated": "red", "reason": "r", "source": "s"}),
        ("risks.retire", {}),
        ("control_measures.change", {"measure": "别的", "tier": "ppe", "lowers": [0, 0, 1], "in_place": False}),
        ("control_measures.remove", {}),
    ],
)
def test_every_deed_on_risks_can_be_taken_back(held, kind, args):
    point = added(held)
    about = measure(held, point) if kind.startswith("control") else point
    given_ = {("control_measure" if about is not point else "risk_point"): about.id, **args}
    after = held.do(kind, given_, OFFICER)
    assert after != about
    way = inverse(kind, given_, "x", [{"before": as_json(about), "after": as_json(after)}])
    assert way is not None
    back = held.do(*way, OFFICER)
    assert replace(back, **({"assessed_at": about.assessed_at} if about is point else {})) == about
