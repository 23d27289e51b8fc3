"""How far the first sync is, in true words. Pure: no Qt."""

from msgspec import Struct

from visitapp.actions.first_sync import FirstSync
from visitapp.words import Say


class FirstSyncWords(Struct, frozen=True, kw_only=True):
    """The page. `part` of `of`: families, for the bar; `of` 0 while nobody knows how many. `trouble`: "" for none.

    `through`: everything is here.
    """

    sentence: str
    detail: str = ""
    state: str = ""
    trouble: str = ""
    part: int = 0
    of: int = 0
    through: bool = False


def words(say: Say, found: FirstSync, *, busy: bool) -> FirstSyncWords:
    """While it is not through. `busy`: a sync runs now."""
    trouble = ""
    if not busy and found.problem is not None:
        trouble = say("firstsync.trouble", at=found.tried, why=say(found.problem))
    return FirstSyncWords(
        sentence=_sentence(say, found),
        detail=say("firstsync.entries", taken=f"{found.taken:,}", entries=f"{found.entries:,}") if found.heard else "",
        state=say("firstsync.busy") if busy else say("firstsync.rests"),
        trouble=trouble,
        part=len(found.here),
        of=len(found.families),
    )


def through(say: Say, families: int) -> FirstSyncWords:
    """Everything is here."""
    sentence = say("firstsync.all", n=families) if families else say("firstsync.all_none")
    return FirstSyncWords(sentence=sentence, part=families, of=families, through=True)


def short(say: Say, found: FirstSync) -> str:
    """One sentence for other pages and the foot of the window."""
    return _sentence(say, found)


def _sentence(say: Say, found: FirstSync) -> str:
    here, families = len(found.here), len(found.families)
    if not found.heard:
        return say("firstsync.nothing_yet")
    if not found.organisation:
        return say("firstsync.organisation_first")
    if not here and families:
        return say("firstsync.none_yet", n=families)
    if here < families:
        return say("firstsync.some", n=here, families=families)
    return say("firstsync.nearly")
