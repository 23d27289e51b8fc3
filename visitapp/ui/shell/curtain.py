"""What stands before the work: nothing, the lock screen or the cover; and whether the vault is shut. Pure: no Qt."""

from typing import Literal

Shows = Literal["open", "lock", "cover"]


class Curtain:
    """Lock and cover both want the passphrase. A covered screen that locks keeps its plain face and shuts the vault."""

    def __init__(self) -> None:
        self.shows: Shows = "open"
        self.shut = False

    def cover(self) -> bool:
        """Put the cover up; True when it was not up, and nothing was locked, before."""
        if self.shows != "open":
            return False
        self.shows = "cover"
        return True

    def lock(self) -> bool:
        """Lock; True when the vault is to be shut now."""
        if self.shows == "open":
            self.shows = "lock"
        newly, self.shut = not self.shut, True
        return newly

    def let_in(self) -> None:
        """The passphrase was right."""
        self.shows, self.shut = "open", False
