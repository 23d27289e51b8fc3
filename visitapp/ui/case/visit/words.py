"""A visit in full, in words for the page: part by part, what was corrected beside what it was before. Pure: no Qt."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.cases import SignedNote
from visitapp.actions.in_full import Earlier, Piece, Retold, VisitInFull
from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import VISITS, ContactKind
from visitapp.domain.judgement import Decision, QuestionBack, Reply
from visitapp.domain.standing import open_questions_back
from visitapp.words import Say, said_date

Pair = tuple[str, str]
_PARTS = (
    ("visit", ("visit",)),
    ("children", ("children", "measures")),
    ("learnt", ("learnt",)),
    ("note", ("note",)),
    ("marks", ("marks", "opinions", "accounts")),
    ("observations", ("observations", "worries")),
    ("home", ("home",)),
    ("answers", ("answers", "told")),
    ("parents_views", ("parents_views",)),
    ("promises", ("promises", "next_visit")),
    ("decision", ("decision",)),
    ("view", ("view",)),
    ("co_signatures", ("co_signatures",)),
)
_MARKS = {"saw_or_heard": "ok", "told_by": "info", "read_in": "info", "my_view": "question"}


class PieceWords(Struct, frozen=True):
    """A paragraph. `tag`: where it comes from, as (words, kind); ("", "") for none."""

    words: str
    tag: Pair = ("", "")


class EarlierWords(Struct, frozen=True):
    """What it was before, and why and by whom it was corrected."""

    pieces: tuple[PieceWords, ...]
    why: str
    who: str


class ItemWords(Struct, frozen=True):
    """One thing that was said or seen. `tags`: how it must be handled. `under`: belongs to the one above it."""

    pieces: tuple[PieceWords, ...]
    heading: str = ""
    tags: tuple[str, ...] = ()
    earlier: tuple[EarlierWords, ...] = ()
    withdrawn: bool = False
    under: bool = False


class PartWords(Struct, frozen=True):
    """A part of the visit under its heading. `hint`: "" for none."""

    heading: str
    items: tuple[ItemWords, ...]
    hint: str = ""


class ReplyWords(Struct, frozen=True):
    """What a reader replied."""

    heading: str
    words: str
    tag: str = ""


class VisitWords(Struct, frozen=True, kw_only=True):
    """The whole page. `signed`: (what, by whom, when, where it is). `read_by`: sentences.

    `together`: who signed a joint visit and who is awaited. `to_sign`: who asks the reader to sign it with them.
    """

    title: str
    hint: str
    parts: tuple[PartWords, ...]
    signed: tuple[Pair, ...]
    read_by: tuple[str, ...]
    replies: tuple[ReplyWords, ...]
    held_back: str
    read_by_me: bool
    together: str = ""
    to_sign: str = ""


def words(say: Say, found: VisitInFull) -> VisitWords:
    """Everything that the page says."""
    read, contact = found.read, found.read.contact
    kind = say(f"code.contact_kind.{contact.kind}")
    who = read.case.name(contact.by) if contact.by else ""
    hint = (read.title, contact.time, say("visit_read.by", by=who) if who else "")
    members = read.case.name(found.member)
    return VisitWords(
        title=say("visit_read.title", kind=kind, day=contact.date),
        hint=" · ".join(part for part in hint if part),
        parts=parts(say, found.told, contact.kinds),
        signed=tuple(
            (
                say(f"code.entry.{note.entry}"),
                " · ".join(
                    (
                        say("visit_read.signed", by=note.by, at=datetime.fromisoformat(note.at)),
                        say("chronology.sent" if note.on_server else "chronology.not_sent"),
                    )
                ),
            )
            for note in read.signed
            if note.entry != "review"
        ),
        read_by=(
            *(_unseen(say, note) for note in found.unseen),
            *(_read_by(say, name, at) for name, at in read.read_by),
        ),
        replies=tuple(_reply(say, read.case, kept) for kept in read.replies),
        held_back=say("overview.held_back", n=found.held_back) if found.held_back else "",
        read_by_me=any(name == members for name, _ in read.read_by),
        together=_together(say, found),
        to_sign=_to_sign(say, found),
    )


def _together(say: Say, found: VisitInFull) -> str:
    both = found.together
    return " ".join(say(one) for one in (both.signed, both.waiting) if one is not None) if both is not None else ""


def _to_sign(say: Say, found: VisitInFull) -> str:
    both = found.together
    return say("joint.asked", by=both.asks, day=found.read.contact.date) if both is not None and both.asks else ""


def _unseen(say: Say, note: SignedNote) -> str:
    what, at = say(f"code.entry.{note.entry}"), datetime.fromisoformat(note.at)
    return say("reading.written_without", what=what, by=note.by, at=at)


def parts(say: Say, told: Sequence[Retold], kinds: Collection[ContactKind]) -> tuple[PartWords, ...]:
    """What is retold of a contact of these kinds, part by part."""
    first = "visit" if not VISITS.isdisjoint(kinds) else "contact"
    found = [(part, _part(say, told, part, of)) for part, of in _PARTS]
    return tuple(
        replace(words, heading=say(f"visit_read.part.{first}")) if part == "visit" else words
        for part, words in found
        if words is not None
    )


def _part(say: Say, every: Sequence[Retold], part: str, of: tuple[str, ...]) -> PartWords | None:
    told = [one for one in every if one.part in of]
    if not told:
        return None
    if part == "marks":
        items = _by_mark(say, told)
    elif part in ("visit", "home"):
        items = tuple(_in_one(item(say, one)) for one in told)
    else:
        items = tuple(item(say, one) for one in told)
    return PartWords(say(f"visit_read.part.{part}"), items)


def _in_one(words: ItemWords) -> ItemWords:
    """Short facts as one paragraph instead of a line each."""
    earlier = tuple(replace(one, pieces=_joined(one.pieces)) for one in words.earlier)
    return replace(words, pieces=_joined(words.pieces), earlier=earlier)


def _joined(pieces: tuple[PieceWords, ...]) -> tuple[PieceWords, ...]:
    return (PieceWords(" ".join(piece.words for piece in pieces)),) if pieces else ()


def _by_mark(say: Say, told: list[Retold]) -> tuple[ItemWords, ...]:
    """Each mark with what was said of it below; what is about no mark of this visit at the end."""
    marks = [one for one in told if one.part == "marks"]
    here = {first for one in marks for first in one.about}
    found = []
    for mark in marks:
        found.append(item(say, mark))
        own = [one for one in told if one.part != "marks" and set(mark.about) & set(one.about)]
        found += [item(say, one, under=True) for one in own]
    found += [item(say, one) for one in told if one.part != "marks" and not here & set(one.about)]
    return tuple(found)


def item(say: Say, one: Retold, *, under: bool = False) -> ItemWords:
    """One item in words."""
    heading = ""
    if one.part == "note":
        heading = say("visit_read.in_home" if one.in_home else "visit_read.afterwards")
        if one.begun and one.ended:
            begun, ended = datetime.fromisoformat(one.begun), datetime.fromisoformat(one.ended)
            until = ended if begun.date() != ended.date() else ended.time()
            heading = say("visit_read.note_times", note=heading, begun=begun, ended=until)
    return ItemWords(
        tuple(_piece(say, piece) for piece in one.pieces),
        heading,
        tuple(say(f"handling.{code}", person=person) for code, person in one.handling),
        tuple(_earlier(say, earlier) for earlier in one.earlier),
        one.withdrawn,
        under,
    )


def _piece(say: Say, piece: Piece) -> PieceWords:
    if piece.mark is None or piece.mark == "unmarked":
        return PieceWords(piece.words)
    if piece.mark in ("told_by", "read_in") and not piece.by:
        said = say(f"visit_read.mark.{piece.mark}")
    else:
        said = say(f"code.paragraph.{piece.mark}", by=piece.by)
    return PieceWords(piece.words, (said, _MARKS[piece.mark]))


def _earlier(say: Say, earlier: Earlier) -> EarlierWords:
    id_ = "visit_read.corrected.family" if earlier.whose == "family" else "visit_read.corrected"
    at = datetime.fromisoformat(earlier.at) if earlier.at else ""
    return EarlierWords(
        tuple(_piece(say, piece) for piece in earlier.pieces),
        say("visit_read.reason", reason=earlier.reason),
        say(id_, by=earlier.by, at=at),
    )


def _read_by(say: Say, name: str, at: str) -> str:
    return say("visit_read.read_by", name=name, at=datetime.fromisoformat(at)) if at else name


def _reply(say: Say, case: Case, kept: Kept) -> ReplyWords:
    one = kept.item
    if isinstance(one, QuestionBack):
        still = any(question.id == one.id for question in open_questions_back(case))
        tag = say("visit_read.not_answered" if still else "visit_read.answered")
        return ReplyWords(say("reading.question_back", by=case.name(one.by)), one.text, tag)
    if isinstance(one, Decision):
        parts = [one.what, say("visit_read.reasons", why=one.why) if one.why else ""]
        for dissent in one.dissent:
            by = case.name(dissent.by)
            id_ = "visit_read.dissent_by" if by else "visit_read.dissent"
            parts.append(say(id_, by=by, words=dissent.text))
        return ReplyWords(say("reading.decision", by=case.name(one.by)), "\n".join(part for part in parts if part))
    if isinstance(one, Reply):
        heading = say("visit_read.reply", what=say(f"code.reply.{one.what}"), by=case.name(one.by))
        return ReplyWords(heading, " ".join(part for part in (one.text, one.when) if part))
    return ReplyWords(said_date(kept.date), "")
