"""The table of intents: the first row that fits a question answers it.

Each row reads: this intent is meant where one of these cues stands (and, if given, that is so); it amounts to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.answer import Answer
from bot.answers.asked import unclear
from bot.answers.asking.actions import acted, replied
from bot.answers.asking.agreements import agreed_on, bound, followed_up, shared, with_conditions
from bot.answers.asking.claimed import denied, unheard
from bot.answers.asking.elsewhere import elsewhere, is_elsewhere, is_unheard_of
from bot.answers.asking.evidence import chosen, content_of
from bot.answers.asking.facts import (
    at_what_level,
    claims_session,
    how_held,
    how_many,
    how_often,
    places_in,
    when_held,
    when_published,
    where,
    which_session,
)
from bot.answers.asking.persons import (
    chaired,
    gender,
    identified,
    is_unquoted,
    led,
    members,
    unquoted,
    who_came,
    with_titles,
)
from bot.answers.asking.phrases import Sort
from bot.answers.asking.posts import is_of_a_post, of_a_post
from bot.answers.asking.reach import within_reach
from bot.answers.asking.reading import Asked, Mood, read
from bot.answers.asking.sayings import compared, on_topic, quoted, said
from bot.answers.asking.subjects import with_subjects
from bot.answers.asking.verbs import main_act
from bot.answers.coverage import coverage
from bot.answers.help import help_
from bot.answers.release import release
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.value import Locale
from bot.model.vocabulary import Person

AT = re.compile(
    r"^(?:so |and |but )?(?:was|were|is|are)\b.*\b(?:at|in|on)\b"
    r"|(?:회의|대화|회담|통화|자리|행사|명단|대표단)에 (?:같이 |함께 )?(?:있|왔|나왔|계)",
    re.IGNORECASE,
)
MEETING_CUES = ("held", "when", "where", "planned", "attended", "format", "virtual", "going", "published", "follow_up")
Answering = Callable[[Asked, Library], Answer]
When = Callable[[Asked, Library], bool]


@dataclass(frozen=True)
class Row:
    """An intent: its cues in questions.yaml, what it amounts to, and what else must be so."""

    intent: str
    cues: tuple[str, ...]
    amounts_to: Answering
    when: tuple[When, ...] = ()

    def fits(self, asked: Asked, library: Library) -> bool:
        """Whether a question is meant so."""
        return (not self.cues or asked.has(*self.cues)) and all(so(asked, library) for so in self.when)


def _no_verb(asked: Asked, library: Library) -> bool:
    """No verb of saying: the meeting itself is asked about, or the people in it."""
    del library
    return not asked.acts


def _a_verb(asked: Asked, library: Library) -> bool:
    del library
    return main_act(asked) is not None


def _to_agree(asked: Asked, library: Library) -> bool:
    del library
    verb = main_act(asked)
    return verb is not None and "agree" in verb.ids(Sort.ACT)


def _nothing_said(asked: Asked, library: Library) -> bool:
    del library
    return not asked.has("said", "says", "shared", "mentioned")


def _no_verb_but_agree(asked: Asked, library: Library) -> bool:
    """No verb of saying, or, where nothing is claimed, only that of the agreement whose conditions are asked for."""
    del library
    return not asked.acts or (asked.mood is not Mood.CLAIM and set(asked.acts) <= {"agree"})


def _an_outcome(asked: Asked, library: Library) -> bool:
    del library
    return asked.has("outcome") and not asked.has("attended")


def _why(asked: Asked, library: Library) -> bool:
    del library
    return asked.mood is Mood.WHY


def _not_ones_words(asked: Asked, library: Library) -> bool:
    """Not the words of one side about some agreement."""
    del library
    return not (asked.has("said", "says", "mentioned") and len(asked.subjects) == 1)


def _no_topic(asked: Asked, library: Library) -> bool:
    """No topic but a broad one, or one that is also a cue ("online")."""
    broad = set(library.vocabulary.asking.broad_topics)
    return all(p.is_a(Sort.CUE) or set(p.ids(Sort.TOPIC)) <= broad for p in asked.pieces if p.is_a(Sort.TOPIC))


def _a_place(asked: Asked, library: Library) -> bool:
    """A place is named, and no day: "held in Seoul"."""
    del library
    return asked.mood is Mood.CLAIM and not asked.days and bool(places_in(asked))


def _there(asked: Asked, library: Library) -> bool:
    """Somebody is said to have been at a meeting, in no other words than that."""
    del library
    somebody = any(p.is_a(Sort.PARTY, Sort.PERSON, Sort.REST) for p in asked.pieces)
    met = any(p.is_a(Sort.KIND, Sort.MEETING) for p in asked.pieces)
    return asked.mood is Mood.CLAIM and met and somebody and AT.search(asked.text) is not None


def _with_quote(asked: Asked, library: Library) -> bool:
    del library
    return bool(asked.quoted)


def _an_ordinal(asked: Asked, library: Library) -> bool:
    del library
    somebody = any(p.is_a(Sort.PERSON) for p in asked.pieces)
    return claims_session(asked) and asked.mood is not Mood.OPEN and not somebody and not asked.has(*MEETING_CUES)


def _unnumbered(asked: Asked, library: Library) -> bool:
    """A session of a number that no release has, and not only its number is asked for."""
    return is_unheard_of(asked, library) and not (_no_verb(asked, library) and _an_ordinal(asked, library))


def _a_bloc(asked: Asked, library: Library) -> bool:
    """A bloc is named, and nobody else."""
    blocs = {m.party for known in library.vocabulary.parties.values() for m in known.member_of}
    somebody = [p for p in asked.pieces if p.is_a(Sort.PARTY, Sort.PERSON, Sort.REST)]
    return bool(somebody) and all(set(p.ids(Sort.PARTY)) & blocs for p in somebody)


def _somebody(asked: Asked, library: Library) -> bool:
    del library
    return any(p.is_a(Sort.PERSON, Sort.PARTY, Sort.REST) for p in asked.pieces)


def _nothing_else(asked: Asked, library: Library) -> bool:
    return not content_of(asked, library) and not asked.subjects


def _something(asked: Asked, library: Library) -> bool:
    return bool(content_of(asked, library) or asked.subjects or asked.days)


def _no_claim(asked: Asked, library: Library) -> bool:
    del library
    return asked.mood is not Mood.CLAIM


def _command(name: str) -> Answering:
    def answer(asked: Asked, library: Library) -> Answer:
        options = chosen(asked, library) if name == "release" else {}
        return COMMANDS[name](Question(name, options, asked.locale, in_words=True), library)

    return answer


def _by_topic(asked: Asked, library: Library) -> Answer:
    return on_topic(asked, library, "positions")


def _unsaid(asked: Asked, library: Library) -> Answer:
    return denied(asked, library, content_of(asked, library))


def _unknown(asked: Asked, library: Library) -> Answer:
    return unheard(asked, library, content_of(asked, library))


COMMANDS: dict[str, Callable[[Question, Library], Answer]] = {"help": help_, "coverage": coverage, "release": release}

ROWS: tuple[Row, ...] = (
    Row("help", ("help",), _command("help"), (_nothing_else,)),
    Row("coverage", ("coverage",), _command("coverage"), (_no_verb,)),
    Row("binding", ("binding",), bound),
    Row("a session of no release", (), elsewhere, (_unnumbered,)),
    Row("another meeting", MEETING_CUES, elsewhere, (_no_verb, _nothing_said, is_elsewhere)),
    Row("conditions", ("conditions",), with_conditions, (_no_verb_but_agree,)),
    Row("follow-up", ("follow_up",), followed_up, (_no_verb,)),
    Row("gender", ("gender",), gender, (_no_verb,)),
    Row("session", ("session",), which_session, (_no_verb,)),
    Row("session claimed", (), which_session, (_no_verb, _an_ordinal, _no_topic, _nothing_said)),
    Row("members", ("members",), members, (_no_verb,)),
    Row("members by name", ("named", "identity"), members, (_no_verb, _a_bloc)),
    Row("level", ("level",), at_what_level, (_no_verb, _nothing_said)),
    Row("frequency", ("frequency",), how_often, (_no_verb, _nothing_said)),
    Row("quantity of agreements", ("quantity",), agreed_on, (_no_verb, _an_outcome)),
    Row("quantity", ("quantity",), how_many, (_no_verb,)),
    Row("published", ("published",), when_published, (_no_verb, _nothing_said, _no_topic)),
    Row("chaired", ("chaired",), chaired, (_no_verb,)),
    Row("led", ("led",), led, (_no_verb,)),
    Row("held, why", ("held", "where"), how_held, (_no_verb, _nothing_said, _why)),
    Row("place", ("where", "planned"), where, (_no_verb, _nothing_said)),
    Row(
        "format", ("format", "virtual", "in_person", "phone", "hybrid"), how_held, (_no_verb, _nothing_said, _no_topic)
    ),
    Row("place reached", ("going",), where, (_no_verb, _nothing_said, _no_topic)),
    Row("office claimed", (), of_a_post, (_no_verb, _nothing_said, is_of_a_post)),
    Row("place claimed", ("held",), where, (_no_verb, _nothing_said, _a_place)),
    Row("held", ("held",), when_held, (_no_verb, _nothing_said)),
    Row("attended", ("attended", "absent"), who_came, (_no_verb, _nothing_said)),
    Row("attended, was there", (), who_came, (_no_verb, _nothing_said, _no_topic, _there)),
    Row("held, bare", ("when",), when_held, (_no_verb, _nothing_said, _no_topic)),
    Row("quoted words", (), quoted, (_no_claim, _with_quote)),
    Row("nobody's words", ("said", "says", "mentioned"), unquoted, (_no_claim, is_unquoted)),
    Row("reply", ("reply",), replied),
    Row("comparison", ("compare",), compared),
    Row("shared views", ("shared",), shared),
    Row("agreed", (), agreed_on, (_to_agree,)),
    Row("an act", (), acted, (_a_verb,)),
    Row("identity", ("identity", "named"), identified, (_somebody, _nothing_said)),
    Row("outcome", ("outcome",), agreed_on, (_not_ones_words,)),
    Row("said", ("said", "says", "mentioned"), said),
    Row("overview", ("overview",), _command("release"), (_nothing_else,)),
    Row("topic, or words", (), _by_topic, (_no_claim, _something)),
    Row("a claim of another kind", (), _unsaid, (_something,)),
    Row("nothing known", (), _unknown),
)


def row_of(asked: Asked, library: Library) -> Row:
    """The row that answers a question."""
    return next(row for row in ROWS if row.fits(asked, library))


def understood(question: Question, library: Library) -> Asked:
    """A question as far as it is understood; of two people with one surname the one whose title stands before it."""
    asked = read(question, question.options["question"], library)
    asked = with_subjects(replace(asked, pieces=with_titles(asked.pieces, library)), library.vocabulary)
    return replace(asked, within=within_reach(asked, library))


def _naming(question: Question, typed: str, person: Person) -> Question:
    """The same question with somebody's full name where it had only ``typed``."""
    korean = person.other_script.name if person.other_script and question.locale is Locale.KO else ""
    name = korean or person.name
    text = re.sub(re.escape(typed), lambda _: name, question.options["question"], count=1, flags=re.IGNORECASE)
    if name not in text:
        return Question("attendance", {"who": person.id}, question.locale)
    return Question("ask", {"question": text}, question.locale)


def ask_in_words(question: Question, library: Library) -> Answer:
    """The answer to ``/ask question``."""
    if not library.releases():
        return _unknown(Asked(question, question.options["question"], Mood.BARE, ()), library)
    asked = understood(replace(question, in_words=True), library)
    for piece in asked.pieces:
        people = piece.ids(Sort.PERSON)
        if len(people) > 1:
            meant = {id_: _naming(question, piece.text, library.vocabulary.people[id_]) for id_ in people}
            return unclear(question, library, Kind.WHO, piece.text, meant)
    return row_of(asked, library).amounts_to(asked, library)
