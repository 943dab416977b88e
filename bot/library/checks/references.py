"""Every id that a release uses exists, and no id of its own stands twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.errors import Fault
from bot.library.guarded_yaml import Place
from bot.library.reading import Reading
from bot.library.wording import did_you_mean


def check_references(reading: Reading) -> Iterator[Fault]:
    """Unknown parties, people, topics, meetings and statements, each with the likeliest meant."""
    release, vocabulary = reading.release, reading.vocabulary

    def known(kind: str, id_: str | None, place: Place, among: Collection[str]) -> Iterator[Fault]:
        if id_ is not None and id_ not in among:
            yield reading.fault(place, f"unknown {kind} {id_!r}{did_you_mean(id_, among)}")

    meetings = [meeting.key for meeting in release.meetings]
    yield from _repeated(reading, "meetings", "key", meetings)
    yield from _repeated(reading, "statements", "id", [s.id for s in release.statements])
    yield from _repeated(reading, "speakers", "label", [s.label for s in release.speakers])
    for i, meeting in enumerate(release.meetings):
        for j, side in enumerate(meeting.sides):
            yield from known("party", side, ("meetings", i, "sides", j), vocabulary.parties)
    for i, speaker in enumerate(release.speakers):
        for j, side in enumerate(speaker.sides):
            yield from known("party", side, ("speakers", i, "sides", j), vocabulary.parties)
        yield from known("person", speaker.person, ("speakers", i, "person"), vocabulary.people)
    for i, participant in enumerate(release.participants):
        at: Place = ("participants", i)
        yield from known("person", participant.person, (*at, "person"), vocabulary.people)
        yield from known("party", participant.party, (*at, "party"), vocabulary.parties)
        yield from known("party", participant.side, (*at, "side"), vocabulary.parties)
        yield from known("meeting", participant.meeting, (*at, "meeting"), meetings)
        if participant in release.participants[:i]:
            yield reading.fault(at, f"{participant.printed!r} stands twice; keep one")
    ids = [statement.id for statement in release.statements]
    for i, statement in enumerate(release.statements):
        at = ("statements", i)
        for j, side in enumerate(statement.sides):
            yield from known("party", side, (*at, "sides", j), vocabulary.parties)
        for j, addressee in enumerate(statement.addressee):
            yield from known("party", addressee, (*at, "addressee", j), vocabulary.parties)
        for j, topic in enumerate(statement.topics):
            yield from known("topic", topic, (*at, "topics", j), vocabulary.topics)
        if "statements" not in reading.pruned:
            for j, answered in enumerate(statement.reply_to):
                if answered in ids[i:]:
                    message = f"{answered!r} does not stand before it; a reply answers an earlier statement"
                    yield reading.fault((*at, "reply_to", j), message)
                    continue
                yield from known("statement", answered, (*at, "reply_to"), ids[:i])
        yield from known("meeting", statement.meeting, (*at, "meeting"), meetings)
        if len(meetings) > 1 and statement.meeting is None and statement.sides:
            yield reading.fault((*at, "meeting"), f"say which meeting this belongs to: {', '.join(meetings)}")


def _repeated(reading: Reading, where: str, field: str, values: list[str]) -> Iterator[Fault]:
    for i, value in enumerate(values):
        if value in values[:i]:
            yield reading.fault((where, i, field), f"{value!r} stands twice; keep one")
