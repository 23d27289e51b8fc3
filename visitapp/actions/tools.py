"""What profiles are made and opened with: the clock, fresh ids, how slow a guess at a passphrase is made, sentences."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from visitapp.words import Words

if TYPE_CHECKING:
    from visitapp.crypto.passphrase import Argon


class Tools(Struct, frozen=True):
    """`argon` gives fresh parameters; tests may pass quicker ones than the product does."""

    argon: "Callable[[], Argon]"
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    say: Words
