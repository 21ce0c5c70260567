"""The plant that is shown: a copy, so that nothing done on the way is done to the real one."""

import subprocess
from pathlib import Path

from desktop.opening import program
from services.core.refused import Refused


def the_plant(data: Path, to: Path) -> Path:
    """A copy of the plant in `data`, or the demo plant where there is none. Raises Refused: demo_not_written."""
    from services.store.copies import copy_plant

    if copy_plant(data, to):
        return to
    written = subprocess.run([*program(), "demo", "--data", str(to)], capture_output=True, check=False)
    if written.returncode != 0:
        raise Refused("demo_not_written")
    return to


def fresh_copy(plant: Path, to: Path) -> Path:
    """Another copy, for one round."""
    from services.store.copies import copy_plant

    copy_plant(plant, to)
    return to
