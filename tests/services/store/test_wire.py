"""What comes over the wire can be hashed, and stored by every database, or it is refused with the field's name."""

import pytest

from services.core.ids import new_id
from services.core.refused import Refused
from services.store.wire import is_clean, operation_from, operation_json
from tests.makers import operation


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_letters_that_some_database_cannot_hold(letter):
    for odd in (letter, f"a{letter}b", [letter], {"a": {letter: 1}}, [[{"a": letter}]]):
        assert not is_clean(odd)
        values = operation_json(operation("zones.rename", {"zone": "z", "name": odd}, id=new_id()))
        with pytest.raises(Refused) as caught:
            operation_from(values)
        assert (caught.value.code, caught.value.facts) == ("malformed", {"field": "args"})


@pytest.mark.parametrize("fine", ["", "\t\n", "安环台", "😀", "\ue000", {"a": ["\u0001", None, 1.5, True]}])
def test_letters_that_every_database_holds(fine):
    assert is_clean(fine)
    one = operation("zones.rename", {"zone": "z", "name": fine}, id=new_id())
    assert operation_from(operation_json(one)) == one
