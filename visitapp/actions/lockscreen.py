"""What is known of a profile while it is locked. Loads next to nothing: the first page waits for it.

The copy of the numbers holds the organisation's numbers only. It is written anew from the signed card at every unlock
and sync (actions.numbers).
"""

from pathlib import Path

import msgspec

from visitapp.domain.organisation import PhoneCard

NUMBERS = "numbers.json"
_MOST_BYTES = 64 * 1024
_SIGNS_OF_LIFE = ("vault.key", "vault.db")


def numbers_on_this_laptop(profile: Path) -> PhoneCard | None:
    """The card as it was last written beside the vault; None when there is none that can be read."""
    try:
        raw = (profile / NUMBERS).read_bytes()[:_MOST_BYTES]
        return msgspec.json.decode(raw, type=PhoneCard)
    except (OSError, msgspec.DecodeError):
        return None


def is_set_up(profile: Path) -> bool:
    """Whether there is something to unlock here: a key file or a vault, whole or not."""
    return any((profile / name).exists() for name in _SIGNS_OF_LIFE)
