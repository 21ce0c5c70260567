"""Units in which sensors report, and how a value in one becomes a value in another."""

# By what is measured: each unit's spellings, and the value in the first one of its kind as factor * value + added.
KINDS: tuple[tuple[tuple[tuple[str, ...], float, float], ...], ...] = (
    ((("℃", "°c", "c", "degc"), 1.0, 0.0), (("℉", "°f", "f", "degf"), 5 / 9, -160 / 9), (("k",), 1.0, -273.15)),
    (
        (("pa",), 1.0, 0.0),
        (("hpa", "mbar"), 100.0, 0.0),
        (("kpa",), 1000.0, 0.0),
        (("mpa",), 1e6, 0.0),
        (("bar",), 1e5, 0.0),
        (("psi",), 6894.757293168, 0.0),
    ),
    ((("ppm",), 1.0, 0.0), (("ppb",), 1e-3, 0.0), (("%", "%vol", "vol%"), 1e4, 0.0)),
    ((("mg/m³", "mg/m3"), 1.0, 0.0), (("µg/m³", "μg/m³", "ug/m3", "µg/m3"), 1e-3, 0.0), (("g/m³", "g/m3"), 1e3, 0.0)),
    ((("m/s",), 1.0, 0.0), (("km/h",), 1 / 3.6, 0.0), (("mm/s",), 1e-3, 0.0)),
    ((("a",), 1.0, 0.0), (("ma",), 1e-3, 0.0)),
    ((("v",), 1.0, 0.0), (("mv",), 1e-3, 0.0), (("kv",), 1e3, 0.0)),
    ((("m",), 1.0, 0.0), (("cm",), 0.01, 0.0), (("mm",), 0.001, 0.0)),
)
KNOWN = {
    spelled: (kind, factor, added)
    for kind, units in enumerate(KINDS)
    for spellings, factor, added in units
    for spelled in spellings
}


def converted(value: float, unit: str, to: str) -> float | None:
    """A value in another unit; None where nobody knows how. The value itself where the two are one unit."""
    here, there = unit.strip().lower(), to.strip().lower()
    if here == there:
        return value
    known, wanted = KNOWN.get(here), KNOWN.get(there)
    if known is None or wanted is None or known[0] != wanted[0]:
        return None
    if known[1:] == wanted[1:]:
        return value
    return (value * known[1] + known[2] - wanted[2]) / wanted[1]
