"""How presenters have work done behind the screen, without Qt: the shape of `Background.run`."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from visitapp.errors import VisitAppError
from visitapp.words import Text

T = TypeVar("T")


class Run(Protocol):
    """Does the work on the vault's thread, then calls `done` or `failed` on the screen's. `owner`: None is called back
    once this page is gone. `first`: overtakes what waits.
    """

    def __call__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[VisitAppError], None] | None = None,
        *,
        owner: Any = None,
        first: bool = False,
    ) -> None: ...


def why(error: VisitAppError) -> Text:
    """The sentence of an error, for the person."""
    return Text(error.message, error.named)
