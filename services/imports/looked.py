"""What is known of rows that were looked at beside the plant, wherever they came from."""

from dataclasses import dataclass

from services.imports.headings import NOT_USED, ours
from services.imports.lines import Line
from services.imports.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """`register` is what the rows are of. `columns` are headings by field, `heads` all that stand there; `lacking` are
    fields without which nothing can be read; `here` are good lines that the plant has already; `names` knows what the
    plant has."""

    register: str
    heads: tuple[str, ...]
    columns: dict[str, str]
    lacking: tuple[str, ...]
    lines: tuple[Line, ...]
    here: frozenset[int]
    names: Names

    @property
    def mapped(self) -> dict[str, str]:
        """Fields by heading as they are read now, NOT_USED for one that is none's."""
        fields = {head: field for field, head in self.columns.items()}
        return {head: fields.get(head, NOT_USED) for head in self.heads if not ours(head)}

    @property
    def fresh(self) -> list[Line]:
        """The lines that would be taken."""
        return [line for line in self.lines if line.good and line.row not in self.here]

    @property
    def bad(self) -> list[Line]:
        """The lines that can't be."""
        return [line for line in self.lines if not line.good]
