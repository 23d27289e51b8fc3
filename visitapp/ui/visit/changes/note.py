"""The running note, and what was typed in the home with its own times."""

from msgspec.structs import replace

from visitapp.domain.contact import Paragraph
from visitapp.domain.draft import Draft
from visitapp.ui.visit.changes import Change, NewId


def paragraphs(words: str) -> tuple[Paragraph, ...]:
    """Plain writing as paragraphs that nobody marked; empty lines part them and are dropped."""
    return tuple(Paragraph(line) for line in words.split("\n") if line.strip())


def words_of(written: tuple[Paragraph, ...]) -> str:
    """The paragraphs as plain writing, a line each."""
    return "\n".join(paragraph.text for paragraph in written)


def note(written: tuple[Paragraph, ...]) -> Change:
    """The running note as it stands now."""
    return lambda draft, _new_id: replace(draft, note=written)


def in_home(words: str, at: str) -> Change:
    """What was typed in the home; `at` (civil time with offset) is when: the first stays as its beginning."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        begun = draft.in_home_times[0] or at
        return replace(draft, in_home=paragraphs(words), in_home_times=(begun, at))

    return change


def begin_from_home() -> Change:
    """Put what was typed in the home at the end of the running note; that itself stays as it was."""
    return lambda draft, _new_id: replace(draft, note=(*draft.note, *draft.in_home))
