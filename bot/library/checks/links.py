"""Whom a statement is put to, and which it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import Fault
from bot.library.checks.speakers import OTHER_SIDE
from bot.library.clauses import find_all, sentence_around
from bot.library.guarded_yaml import Place
from bot.library.quotes import plain_marks
from bot.library.reading import Reading
from bot.model.release import Statement
from bot.model.speech_acts import Act
from bot.model.value import PartyId

ADDRESSEE_WORDS_MOST = 3
ASKED_OF = re.compile(r"\s+(?:(?:on|upon|of|from)\s+)?(?:[\w'’-]+\s+){1,7}?(?=to\s+[a-z])")
"""Whom something is asked of, up to what it is: "called on the Dominion of Varr to …"."""
JOINS_A_REPLY = ("", "and", "while", "to which", "and in response", "and in turn")
BOTH = 2
SOMEBODY = re.compile(r"\s+(?:on\s+|upon\s+)?((?:all\s+|the\s+)?[a-z]+)\s+to\s+[a-z]")
"""Somebody of whom something is asked: "urged donors to give"."""
REPLY_LETTERS_MOST = 200
"""How far into a sentence is looked for words that show a reply."""


def check_links(reading: Reading) -> Iterator[Fault]:
    """Addressees and replies that the text does not bear out, and those that it shows and the entry has not."""
    for i, statement in enumerate(reading.release.statements):
        paragraph = reading.paragraph(statement.paragraph)
        if paragraph is not None and reading.spans(statement) is not None:
            yield from _addressee_faults(reading, ("statements", i), statement, paragraph.text)
            yield from _reply_faults(reading, ("statements", i), statement, paragraph.text)


def _addressee_faults(reading: Reading, place: Place, statement: Statement, text: str) -> Iterator[Fault]:
    asked = _put_to(reading, statement, text)
    if not statement.addressee and (others := asked - set(statement.sides)):
        yield reading.fault((*place, "addressee"), f"a request needs its addressee ({', '.join(sorted(others))}?)")
    for j, party in enumerate(statement.addressee):
        if party in reading.vocabulary.parties and party not in reading.parties_by_paragraph[statement.paragraph]:
            yield reading.fault((*place, "addressee", j), f"¶{statement.paragraph} does not name {party}")
        elif party in statement.sides:
            yield reading.fault((*place, "addressee", j), f"{party} would be speaking to itself")
        elif party in reading.vocabulary.parties and not _may_be_put_to(reading, statement, party, asked):
            yield reading.fault((*place, "addressee", j), f"nothing in the quote is put to {party}; leave it out")
    if statement.addressee and (message := _other_than_put_to(reading, statement, text, asked)):
        yield reading.fault((*place, "addressee"), message)
    if statement.addressee and asked and not asked & set(statement.addressee):
        message = f"the words after the verb put it to {', '.join(sorted(asked))}"
        yield reading.fault((*place, "addressee"), message)


def _may_be_put_to(reading: Reading, statement: Statement, party: PartyId, asked: frozenset[str]) -> bool:
    """Whether a party is named where the words say whom it is put to; where they do not, in more than a condition."""
    kin = {party, *reading.vocabulary.blocs_of(party, reading.release.day), *reading.members.get(party, ())}
    if asked or statement.act is Act.REQUEST:  # "urged both to …"
        return not asked or not kin.isdisjoint(asked)
    content = statement.quote
    for condition in statement.conditions:
        content = content.replace(condition, " ")
    return not kin.isdisjoint((*reading.release.meeting_of(statement).sides, *reading.parties_in(content)))


def _other_than_put_to(reading: Reading, statement: Statement, text: str, asked: frozenset[str]) -> str | None:
    """What is wrong with parties as addressees of "urged donors to …" or of "encouraged both to …", or None."""
    saying = reading.sayings[statement.id]
    found = SOMEBODY.match(plain_marks(text), saying.found.end) if saying and statement.act is Act.REQUEST else None
    if found is None or asked:
        return None
    if found[1].lower() == "both":
        return None if len(statement.addressee) == BOTH else "'both' are two; name both as addressees, or nobody"
    grammar = reading.vocabulary.grammar
    if found[1].lower() in (*grammar.pronouns, *grammar.pointing) or OTHER_SIDE.search(found[1]):
        return None
    return f"the words after the verb put it to {found[1]!r}, which is no party; leave addressee out"


def _put_to(reading: Reading, statement: Statement, text: str) -> frozenset[str]:
    """Whom the words right after the verb of a request name."""
    saying = reading.sayings[statement.id]
    if saying is None or statement.act is not Act.REQUEST:
        return frozenset()
    after = plain_marks(text)[saying.found.end :]
    asked_of = ASKED_OF.match(after)
    nearest = asked_of[0] if asked_of else " ".join(after.split()[:ADDRESSEE_WORDS_MOST])
    spoken_of = {side for s in reading.release.speakers if find_all(s.label, nearest) for side in s.sides}
    return reading.parties_in(nearest) | spoken_of


def _reply_faults(reading: Reading, place: Place, statement: Statement, text: str) -> Iterator[Fault]:
    """A reply answers another side, in its own numbered paragraph, and nobody's narration."""
    spans = reading.spans(statement)
    start, _ = sentence_around(text, spans[0].start) if spans else (0, 0)
    opening = plain_marks(text)[start : start + REPLY_LETTERS_MOST].casefold()
    says_so = opening.startswith(tuple(reply.casefold() for reply in reading.vocabulary.grammar.replies))
    if not statement.reply_to:
        if says_so and statement.act is not Act.BACKGROUND:
            yield reading.fault((*place, "reply_to"), "the sentence is a reply; name the statement it answers")
        elif (asked := _just_asked(reading, statement, start)) is not None:
            message = f"it follows right on {asked!r}, which was put to it on the same topic; name that in reply_to"
            yield reading.fault((*place, "reply_to"), message)
        return
    if statement.act is Act.BACKGROUND:
        yield reading.fault((*place, "reply_to"), "background answers nobody; leave reply_to out")
    for answered in reading.release.answered_by(statement):
        yield from _answered_faults(reading, place, statement, answered, says_so=says_so)


def _answered_faults(
    reading: Reading, place: Place, statement: Statement, answered: Statement, *, says_so: bool
) -> Iterator[Fault]:
    """What is wrong with one statement that a reply is said to answer."""
    if not answered.sides or set(answered.sides) & set(statement.sides):
        message = f"{answered.id!r} is by {', '.join(answered.sides) or 'nobody'}; a side does not reply to itself"
        yield reading.fault((*place, "reply_to"), message)
    if answered.paragraph.split(".")[0] != statement.paragraph.split(".")[0]:
        message = f"{answered.id!r} stands in ¶{answered.paragraph}; a reply stands where it was asked"
        yield reading.fault((*place, "reply_to"), message)
    elif not says_so and answered.paragraph != statement.paragraph and not set(answered.topics) & set(statement.topics):
        message = f"the sentence has no words of reply, and {answered.id!r} is on other topics; leave reply_to out"
        yield reading.fault((*place, "reply_to"), message)


def _just_asked(reading: Reading, statement: Statement, start: int) -> str | None:
    """The request or proposal that was put to the one who speaks now, right before.

    It stands in the sentence before (up to ``start``) or in the same one: "asked …, and B agreed".
    """
    own = reading.spans(statement)
    if own is None or statement.act is Act.BACKGROUND or statement.joint:
        return None
    paragraph = plain_marks(reading.outline.paragraphs[statement.paragraph].text)
    same_sentence: str | None = None
    for asked in reading.asked:
        spans = reading.spans(asked) if asked.paragraph == statement.paragraph else None
        put = set(asked.addressee) & set(statement.sides)
        if not spans or not put or not set(asked.topics) & set(statement.topics):
            continue
        end = spans[-1].end
        if end <= start and not paragraph[end:start].strip(" .;\"'"):
            return asked.id
        between = paragraph[end : own[0].start].strip(" ,;").casefold()
        if same_sentence is None and end <= own[0].start and between in JOINS_A_REPLY:
            same_sentence = asked.id
    return same_sentence
