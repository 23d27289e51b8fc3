"""What people said, in words for the page. Pure: no Qt. Every version as it was said; none of them is weighed."""

from msgspec import Struct

from visitapp.actions.versions import Medical, OfMark, OfSpeaker, Version, WhatPeopleSaid
from visitapp.words import Say, said_date

Pair = tuple[str, str]


class VersionWords(Struct, frozen=True):
    """One version: who, when and to whom, the words, and what else was said of it. `corrected`: a tag, or ""."""

    by: str
    when: str
    words: str
    more: tuple[str, ...]
    corrected: str
    contact: str


class MarkWords(Struct, frozen=True):
    """One mark: what and where, when seen, the versions and what health said. `mark`: the id of its first sighting."""

    mark: str
    heading: str
    seen: tuple[str, ...]
    versions: tuple[VersionWords, ...]
    medical: tuple[VersionWords, ...]
    differ: str


class SpeakerWords(Struct, frozen=True):
    """One person: name, who they are, everything they said."""

    name: str
    who: str
    versions: tuple[VersionWords, ...]


class SaidWords(Struct, frozen=True):
    """The whole page."""

    title: str
    marks: tuple[MarkWords, ...]
    speakers: tuple[SpeakerWords, ...]


def words(say: Say, found: WhatPeopleSaid) -> SaidWords:
    """By mark and by speaker."""
    return SaidWords(
        say("said.of", title=found.title),
        tuple(mark_words(say, mark) for mark in found.marks),
        tuple(_speaker(say, speaker) for speaker in found.speakers),
    )


def mark_words(say: Say, mark: OfMark) -> MarkWords:
    """One mark with all that was said of it."""
    seen = tuple(
        say("said.seen_words", day=one.on, words=one.words) if one.words else say("said.seen", day=one.on)
        for one in mark.seen
    )
    versions = tuple(_version(say, version) for version in mark.versions)
    standing = [version for version in mark.versions if not version.corrected]
    several = len({(version.by, version.words) for version in standing}) > 1
    return MarkWords(
        mark.mark,
        say(mark.heading),
        seen,
        versions,
        tuple(_medical(say, one) for one in mark.medical),
        say("said.several") if several else "",
    )


def _speaker(say: Say, speaker: OfSpeaker) -> SpeakerWords:
    versions = tuple(
        VersionWords(
            by=say(version.heading),
            when=_when(say, version),
            words=_quoted(say, version),
            more=(*(say(mark) for mark in version.about), *_more(say, version)),
            corrected=say("chronology.corrected") if version.corrected else "",
            contact=version.contact,
        )
        for version in speaker.versions
    )
    return SpeakerWords(speaker.name, speaker.who, versions)


def _version(say: Say, version: Version) -> VersionWords:
    return VersionWords(
        by=version.by,
        when=_when(say, version),
        words=_quoted(say, version),
        more=_more(say, version),
        corrected=say("chronology.corrected") if version.corrected else "",
        contact=version.contact,
    )


def _when(say: Say, version: Version) -> str:
    day = said_date(version.said_on or version.on)
    return say("said.to", day=day, to=version.to) if version.to else day


def _quoted(say: Say, version: Version) -> str:
    if not version.words:
        return say("said.no_words")
    return say("said.verbatim", words=version.words) if version.verbatim else version.words


def _more(say: Say, version: Version) -> tuple[str, ...]:
    parts = []
    if version.words and not version.verbatim and version.cause is not None:
        parts.append(say("said.not_verbatim"))
    if version.cause is not None:
        parts.append(say("said.cause", cause=say(f"code.cause.{version.cause}")))
    if version.was_there != "unknown":
        parts.append(say(f"said.was_there.{version.was_there}"))
    return tuple(parts)


def _medical(say: Say, one: Medical) -> VersionWords:
    words = "\n".join(part for part in (say("said.says", says=say(f"code.opinion.{one.says}")), one.words) if part)
    more = (say(f"said.knew_history.{one.knew_history}"),) if one.knew_history != "unknown" else ()
    return VersionWords(one.by, said_date(one.on), words, more, "", one.contact)
