"""XML from machines as plain dicts, read by a parser that takes no document type: no entities, nothing fetched, and so
many elements and levels at most. Namespaces are left out."""

from dataclasses import dataclass, field
from xml.parsers import expat

MOST_BYTES = 8_000_000
MOST_ELEMENTS = 200_000
MOST_DEPTH = 60


class BadXml(ValueError):
    """It is no XML that is taken; the text says why."""


@dataclass(slots=True)
class Element:
    """A tag without its namespace, its attributes, text and children."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, tag: str) -> list["Element"]:
        """All elements of a tag below this one, in order."""
        found, waiting = list["Element"](), [self]
        while waiting:
            one = waiting.pop()
            if one.tag == tag:
                found.append(one)
            waiting += reversed(one.children)
        return found

    def first(self, tag: str) -> "Element | None":
        """The first one of a tag below this one."""
        found = self.all(tag)
        return found[0] if found else None


def read_xml(data: bytes) -> Element:
    """The root element. Raises BadXml."""
    if len(data) > MOST_BYTES:
        raise BadXml("too large")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.EntityDeclHandler = reader.doctype
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadXml(str(error)) from None
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise BadXml(str(error)) from None
    if reader.root is None:
        raise BadXml("empty")
    return reader.root


def as_dict(element: Element) -> dict[str, object]:
    """Children by tag, those without children as texts: as the same message says it in JSON."""
    found: dict[str, object] = {}
    for one in element.children:
        found.setdefault(one.tag, as_dict(one) if one.children else one.text.strip())
    return found


class _Reader:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.path: list[Element] = []
        self.count = 0

    def doctype(self, *_: object) -> None:
        raise BadXml("a document type is not taken")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.path) >= MOST_DEPTH:
            raise BadXml("too many elements")
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        made = Element(name.rpartition("}")[2], plain)
        if self.path:
            self.path[-1].children.append(made)
        elif self.root is None:
            self.root = made
        self.path.append(made)

    def end(self, _: str) -> None:
        self.path.pop()

    def text(self, text: str) -> None:
        if self.path:
            self.path[-1].text += text
