"""Message id and typed arguments to a sentence: one gettext catalogue for the whole product.

The English sentences live in resources/words/en/*.po (one file an area, one catalogue at run time: packaging/words.py
compiles them to resources/words/en.mo). Pure code returns `Text`; only the edge turns it into a sentence with `Words`.
A sentence names its arguments as in str.format: "Since {since} you have thought this is mainly {view}."
`n` chooses between msgid and msgid_plural where a sentence has both.
Where an organisation said a sentence in its own words, these come with it as the argument OWN and are used instead:
plain words, in which {child} and the like are filled in and nothing else means anything.
"""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from msgspec import Struct

from visitapp.resources import resource
from visitapp.words.catalogue import Catalogue

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


OWN = "own_words"
_PLACE = re.compile(r"\{([a-z]+)\}")


class Text(Struct, frozen=True, gc=False):
    """A sentence by its id, not yet said. Arguments: str, int, dates, times, Names, or Text again."""

    id: str
    args: dict[str, Any] = {}


def text(id: str, /, **args: Any) -> Text:  # noqa: A002  # the field's word
    """Short for Text(id, args)."""
    return Text(id, args)


class Names(tuple[str, ...]):
    """Names to be said together: "Ann", "Ann and Joe", "Ann, Joe and Kim"."""

    __slots__ = ()


class Say(Protocol):
    """Anything that turns a text into a sentence."""

    def __call__(self, text: Text | str, /, **args: Any) -> str: ...


class Words:
    """The catalogue of one language. Raises KeyError for an id that it does not hold (a bug; a test looks)."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __call__(self, text: Text | str, /, **args: Any) -> str:
        """The sentence of a text, or of an id with its arguments."""
        if isinstance(text, str):
            text = Text(text, args)
        own = text.args.get(OWN)
        if own is not None:
            return self._own(str(own), text.args)
        forms = self._catalogue.forms(text.id)
        if not forms:
            raise KeyError(text.id)
        n = text.args.get("n")
        sentence = forms[self._catalogue.form_for(n)] if len(forms) > 1 and isinstance(n, int) else forms[0]
        return sentence.format_map({name: self._said(value) for name, value in text.args.items()})

    def template(self, id: str) -> str:  # noqa: A002
        """A sentence as it is written, with the places of its arguments; for one thing where one and many differ."""
        return self._catalogue.forms(id)[0]

    def _own(self, words: str, args: dict[str, Any]) -> str:
        # Somebody typed these: never a format string, whose fields can do more than name a child.
        return _PLACE.sub(lambda found: self._said(args[found[1]]) if found[1] in args else found[0], words)

    def holds(self, id: str) -> bool:  # noqa: A002
        """Whether the catalogue has this id."""
        return bool(self._catalogue.forms(id))

    def _said(self, value: Any) -> str:
        if isinstance(value, Text):
            return self(value)
        if isinstance(value, Names):
            return self.together(value)
        if hasattr(value, "year"):
            return said_date(value)
        if hasattr(value, "hour"):
            return f"{value.hour:02}:{value.minute:02}"
        return str(value)

    def together(self, names: Sequence[str]) -> str:
        """Names as one reads them out."""
        if len(names) < 2:
            return "".join(names)
        return self._catalogue.forms("words.and")[0].format(first=", ".join(names[:-1]), last=names[-1])


def said_date(value: Any) -> str:
    """9 April 2021; April 2021 or 2021 where the day is not known; a time is added where there is one."""
    month, day = getattr(value, "month", None), getattr(value, "day", None)
    parts = [str(day)] if day else []
    parts += [_MONTHS[month - 1]] if month else []
    said = " ".join([*parts, str(value.year)])
    if hasattr(value, "hour"):
        return f"{said}, {value.hour:02}:{value.minute:02}"
    return said


def load(language: str = "en") -> Words:
    """The compiled catalogue. Raises FileNotFoundError when packaging/words.py has not been run in this checkout."""
    return Words(Catalogue(resource("words", f"{language}.mo").read_bytes()))
