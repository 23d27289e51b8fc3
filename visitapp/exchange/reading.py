"""What is gathered while a file is read: the items found, the ids given, what refers to what, and what is wrong."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from visitapp.domain.items import AnyItem
from visitapp.exchange.problems import MOST_PROBLEMS, Problem, refused
from visitapp.exchange.tree import Leaf, Node, found_in
from visitapp.words import Text, text

CHILD_PREFIX = "child:"
CHILDREN = frozenset({"child"})
_MOST_NAMED = 40


def means_a_child(written: str) -> bool:
    """Whether words that name no child of the file were meant to: child:ID, and not a sentence."""
    child = written.removeprefix(CHILD_PREFIX)
    return child != written and bool(child) and not any(sign.isspace() for sign in child)


class Found(Struct, eq=False):
    """An item read from the file. `above`: what it stands in. `recorded`: its own `recorded_on`, if it says one."""

    item: AnyItem
    line: int
    above: "Found | None"
    recorded: date | None = None
    never: bool = False


class Given(Struct, frozen=True, gc=False):
    """An id that something in the file has. `kind`: what references call such a thing; "" for what none can name."""

    kind: str
    line: int


class Naming(Struct, frozen=True, gc=False):
    """What may be named in a place: things of these kinds by their id. `free`: plain words may stand there as well.

    `spoken`: a child may be named as child:ID. `word`: or this word. `before`: what stands before the id.
    """

    kinds: frozenset[str]
    free: bool = False
    spoken: bool = False
    word: str = ""
    before: str = ""


class Reference(Struct, frozen=True, gc=False):
    """A place that names something. `contact`: the one that it stands in."""

    written: str
    naming: Naming
    line: int
    path: str
    contact: str


class Reading:
    """Everything gathered so far. Problems are collected, so that a person can mend them in one go."""

    def __init__(self, file: str, taken: Iterable[str], questions: frozenset[str]) -> None:
        self.file = file
        self.questions = questions
        self.problems: list[Problem] = []
        self.found: list[Found] = []
        self.ids: dict[str, Given] = {}
        self.references: list[Reference] = []
        self.contact = ""
        self.marks_here: list[str] = []
        self._taken = frozenset(taken)

    def problem(self, problem: Problem) -> None:
        """Note a problem; give up when there are more than anyone would mend at once."""
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            self.stop()

    def stop(self) -> None:
        """Raises FileRefused if anything is wrong so far."""
        if self.problems:
            raise refused(self.file, self.problems)

    def odd(self, node: Node, path: str, allowed: Text) -> None:
        """What stands there cannot stand there."""
        self.problem(Problem("exchange.not_allowed", node.line, path, found_in(node), allowed))

    def know(self, id: str, kind: str, line: int, path: str) -> None:  # noqa: A002  # the field's word
        """An id of the file. Each belongs to one thing."""
        before = self.ids.get(id)
        if before is not None:
            allowed = text("exchange.allowed.own_id")
            self.problem(Problem("exchange.same_id", line, path, id, allowed, {"first": before.line}))
            return
        self.ids[id] = Given(kind, line)

    def made_id(self, wanted: str) -> str:
        """An id for what has none in the file: where it stands, marked until nothing else is called so."""
        while wanted in self._taken:
            wanted += "'"
        return wanted

    def refer(self, leaf: Leaf, path: str, naming: Naming) -> None:
        """Something is named here by its id; looked up when the whole file has been read."""
        self.references.append(Reference(leaf.text, naming, leaf.line, path, self.contact))

    def target(self, reference: Reference) -> str | None:
        """The id that a reference means; None when it is plain words. A broken one is None and a problem."""
        naming = reference.naming
        to, kinds = reference.written.removeprefix(naming.before), naming.kinds
        spoken = naming.spoken and to.startswith(CHILD_PREFIX)
        if spoken:
            to, kinds = to.removeprefix(CHILD_PREFIX), CHILDREN
        given = self.ids.get(to)
        if given is not None and given.kind in kinds:
            return to
        if not naming.free or (spoken and means_a_child(reference.written)):
            self._broken(reference)
        return None

    def _broken(self, reference: Reference) -> None:
        naming = reference.naming
        ids = [one for one, given in self.ids.items() if given.kind in naming.kinds]
        named = ", ".join(ids[:_MOST_NAMED]) + (" …" if len(ids) > _MOST_NAMED else "")
        also = ["child:ID"] if naming.spoken else [naming.word] if naming.word else []
        kinds = ", ".join([*sorted(naming.kinds), *also])
        allowed = text("exchange.allowed.reference", kinds=kinds, ids=named or "–")
        self.problem(Problem("exchange.no_such", reference.line, reference.path, reference.written, allowed))
