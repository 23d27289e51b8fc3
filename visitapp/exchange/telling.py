"""How a field of an item is told in a sentence for the case system: by a table of fields, ids and ways of saying.

What nobody recorded is not told, and `unknown` is nothing recorded.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.days import written_at
from visitapp.words import Names, Say

SOURCE_NOT_NAMED = "source_asked_not_to_be_named"


class Telling(Struct, frozen=True):
    """The case that is told, and the words to tell it in. `unnamed`: sources of this contact who asked for that."""

    case: Case
    say: Say
    unnamed: frozenset[str] = frozenset()

    def name(self, id_: str) -> str:
        """How somebody is called; not by name who asked not to be named."""
        return self.say("copy.not_named") if id_ in self.unnamed else self.case.name(id_)


Way = Callable[[Any, Telling], Any]


class Saying(Struct, frozen=True):
    """One field: the id of its sentence, and what stands for {value} in it. `way` None: the sentence says it all.

    A truth has two sentences, `id.yes` and `id.no`.
    """

    field: str
    id: str
    way: Way | None = None


def ended(sentence: str) -> str:
    """With a full stop, where it has no sign of its own at its end."""
    return sentence if sentence.endswith((".", "!", "?", "…", "”")) else f"{sentence}."


def words(value: Any, telling: Telling) -> str:
    """As it was written."""
    return str(value)


def name(value: Any, telling: Telling) -> str:
    """Somebody by name."""
    return telling.name(value)


def names(value: Any, telling: Telling) -> Names:
    """Several by name."""
    return Names(telling.name(one) for one in value)


def each(value: Any, telling: Telling) -> str:
    """Several words, one after the other."""
    return "; ".join(value)


def day(value: Any, telling: Telling) -> Any:
    """A day, said as days are."""
    return value


def moment(value: Any, telling: Telling) -> Any:
    """A day or time that was written as people write it or as files do."""
    return written_at(str(value))


def code(list_: str) -> Way:
    """A code of one of the closed lists, in words."""
    return lambda value, telling: telling.say(f"code.{list_}.{value}")


def told(item: Any, sayings: tuple[Saying, ...], telling: Telling) -> list[str]:
    """The sentences of an item's fields that somebody recorded."""
    found = []
    for saying in sayings:
        value = getattr(item, saying.field)
        if value in (None, "", (), False, "unknown"):
            continue
        if saying.way is not None:
            found.append(telling.say(saying.id, value=saying.way(value, telling)))
        else:
            found.append(telling.say(f"{saying.id}.{value}" if isinstance(value, str) else saying.id))
    return found
