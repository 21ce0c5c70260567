"""What is wanted of a table whose rows are held, as a predicate over its records."""

from collections.abc import Sequence

from desktop.models.record_table import Column, Predicate
from services.store.queries.wanted import Between, Condition, Contains, OneOf, Wanted


def predicate(columns: Sequence[Column], wanted: Wanted) -> Predicate | None:
    """Holds for the records that are wanted; None where all are. A column that is not there any more asks nothing."""
    known = {column.key: column for column in columns}
    tests = [_test(known[key], condition) for key, condition in wanted.columns if key in known]
    text = wanted.text.strip().casefold()
    if text:
        tests.append(lambda record: any(text in column.text(record).casefold() for column in columns))
    return (lambda record: all(test(record) for test in tests)) if tests else None


def _test(column: Column, condition: Condition) -> Predicate:
    if isinstance(condition, OneOf):
        code, codes = column.code, frozenset(condition.codes)
        return lambda record: code is not None and code(record) in codes
    if isinstance(condition, Between):
        return _within(column, condition)
    return _holds(column, condition)


def _holds(column: Column, condition: Contains) -> Predicate:
    wanted = condition.text.strip().casefold()
    return lambda record: wanted in column.text(record).casefold()


def _within(column: Column, span: Between) -> Predicate:
    moment, since, until = column.moment, span.since, span.until

    def test(record: object) -> bool:
        at = moment(record) if moment is not None else None
        if at is None:
            return False
        return (since is None or at >= since) and (until is None or at < until)

    return test
