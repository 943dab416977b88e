"""The table of intents: the first row that fits a question answers it.

Each row reads: this intent is meant where one of these cues stands (and, if given, that is so); it amounts to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.answer import Answer, NotHeld, Outcome
from bot.answers.asked import unclear
from bot.answers.asking.accounts import with_account
from bot.answers.asking.actions import acted, replied
from bot.answers.asking.agreements import agreed_on, bound, followed_up, shared, with_conditions
from bot.answers.asking.alternatives import which_alternative, without_alternatives
from bot.answers.asking.changed import changed
from bot.answers.asking.claimed import denied
from bot.answers.asking.counting import how_many
from bot.answers.asking.described import described, what_is
from bot.answers.asking.disagreements import disagreed, on_nothing_named
from bot.answers.asking.elsewhere import elsewhere, is_elsewhere, is_to_come, no_other_place
from bot.answers.asking.evidence import content_of
from bot.answers.asking.facts import (
    at_what_level,
    how_held,
    how_often,
    when_held,
    when_published,
    where,
    which_session,
)
from bot.answers.asking.fitting import (
    MEETING_CUES,
    a_bloc,
    a_bloc_listed,
    a_place,
    a_reply,
    a_verb,
    an_ordinal,
    an_outcome,
    at_what_was_held,
    no_claim,
    no_condition_repeated,
    no_deed_claimed,
    no_other_deed,
    no_other_hosting,
    no_topic,
    no_verb,
    no_verb_but_agree,
    nobodys_role,
    not_ones_words,
    nothing_else,
    nothing_named,
    nothing_said,
    nothing_strange,
    nothing_to_come,
    nothing_told,
    of_a_meeting,
    of_the_meeting,
    one_person,
    one_person_by_title,
    only_a_day,
    only_a_meeting,
    only_a_place,
    or_only_mentioned,
    somebody,
    somebody_to_a_meeting,
    something,
    there,
    to_agree,
    unnumbered,
    why,
    with_quote,
)
from bot.answers.asking.heard import with_heard
from bot.answers.asking.identities import identified
from bot.answers.asking.mentioned import is_mentioned, names_only
from bot.answers.asking.moods import Mood
from bot.answers.asking.namesakes import the_taken, with_the_quoted
from bot.answers.asking.persons import chaired, led, members, who_came
from bot.answers.asking.phrases import Sort
from bot.answers.asking.posts import is_of_a_post, of_a_post
from bot.answers.asking.predecessors import of_an_office_before, preceded
from bot.answers.asking.reach import within_reach
from bot.answers.asking.reading import Asked, read
from bot.answers.asking.releases import chosen
from bot.answers.asking.restated import restated
from bot.answers.asking.sayings import compared, on_topic, quoted, said
from bot.answers.asking.silences import gender, is_unquoted, spoken_of, unquoted
from bot.answers.asking.subjects import with_subjects
from bot.answers.asking.titles import with_holder, with_titles
from bot.answers.asking.told import told
from bot.answers.asking.unnamed import came_in_office, of_an_office
from bot.answers.asking.verdicts import unheard
from bot.answers.coverage import coverage
from bot.answers.help import help_
from bot.answers.release import release
from bot.library.library import Library
from bot.model.question import Kind, Question
from bot.model.value import Locale
from bot.model.vocabulary import Person

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


def _command(name: str) -> Answering:
    def answer(asked: Asked, library: Library) -> Answer:
        options = chosen(asked, library) if name == "release" else {}
        return COMMANDS[name](Question(name, options, asked.locale, in_words=True), library)

    return answer


def _by_topic(asked: Asked, library: Library) -> Answer:
    if asked.mood is Mood.WHY and (reason := told(asked, library)):
        return reason
    return on_topic(asked, library, "positions")


def _unsaid(asked: Asked, library: Library) -> Answer:
    return told(asked, library) or denied(asked, library, content_of(asked, library))


def _unknown(asked: Asked, library: Library) -> Answer:
    return unheard(asked, library, content_of(asked, library))


COMMANDS: dict[str, Callable[[Question, Library], Answer]] = {"help": help_, "coverage": coverage, "release": release}

ROWS: tuple[Row, ...] = (
    Row("help", ("help",), _command("help"), (nothing_else,)),
    Row("coverage", ("coverage",), _command("coverage"), (no_verb, nothing_named)),
    Row("binding", ("binding",), bound),
    Row("a session of no release", (), elsewhere, (unnumbered,)),
    Row("another meeting, to come", ("where", "when"), followed_up, (no_verb, nothing_said, is_to_come)),
    Row("another meeting", MEETING_CUES, elsewhere, (no_verb, nothing_said, nothing_to_come, is_elsewhere)),
    Row("conditions", ("conditions",), with_conditions, (no_verb_but_agree, no_condition_repeated)),
    Row("follow-up", ("follow_up",), followed_up, (no_verb,)),
    Row("gender", ("gender",), gender, (no_verb,)),
    Row("session", ("session",), which_session, (no_verb,)),
    Row("session claimed", (), which_session, (no_verb, an_ordinal, no_topic, nothing_said)),
    Row("members", ("members",), members, (no_verb, nobodys_role, nothing_told)),
    Row("members, listed", (), members, (no_verb, nobodys_role, a_bloc_listed)),
    Row("members by name", ("named", "identity"), members, (no_verb, nobodys_role, nothing_told, a_bloc)),
    Row("level", ("level",), at_what_level, (no_verb, nothing_said, nothing_strange, of_the_meeting)),
    Row("rank of somebody", ("level",), who_came, (no_verb, nothing_said, somebody)),
    Row("frequency", ("frequency",), how_often, (no_verb, nothing_said, nothing_strange)),
    Row("quantity of agreements", ("quantity",), agreed_on, (no_verb, an_outcome)),
    Row("quantity", ("quantity",), how_many, (no_verb,)),
    Row("issuer", ("issuer",), _command("release"), (no_verb, no_topic)),
    Row("published", ("published",), when_published, (no_verb, nothing_said, no_topic, nothing_strange)),
    Row("attended in an office", (), came_in_office, (no_verb, nothing_said, of_an_office)),
    Row("who held an office before", (), preceded, (no_verb, nothing_said, of_an_office_before)),
    Row("chaired", ("chaired",), chaired, (no_verb,)),
    Row("led", ("led",), led, (no_verb,)),
    Row(
        "held, why", ("held", "where", "format", "virtual", "going", "planned"), how_held, (no_verb, nothing_said, why)
    ),
    Row("place", ("where", "planned"), where, (no_verb, nothing_said, no_other_hosting, no_other_place)),
    Row("format", ("format", "virtual", "in_person", "phone", "hybrid"), how_held, (no_verb, nothing_said, no_topic)),
    Row("attended, went", ("going",), who_came, (no_verb, nothing_said, somebody_to_a_meeting)),
    Row("place reached", ("going",), where, (no_verb, nothing_said, no_topic)),
    Row("office claimed", (), of_a_post, (no_verb, nothing_said, is_of_a_post)),
    Row("attended what was held", ("attended",), who_came, (no_verb, nothing_said, at_what_was_held)),
    Row("place claimed", ("held",), where, (no_verb, nothing_said, a_place)),
    Row("place claimed, alone", (), where, (no_verb, nothing_said, only_a_place)),
    Row("held", ("held",), when_held, (no_verb, nothing_said)),
    Row("held, a day claimed", (), when_held, (no_verb, nothing_said, only_a_day)),
    Row("attended", ("attended", "absent"), who_came, (no_verb, nothing_said, of_a_meeting)),
    Row("attended, or only mentioned", ("attended",), who_came, (no_verb, or_only_mentioned)),
    Row("attended, was there", (), who_came, (no_verb, nothing_said, no_topic, there)),
    Row("held, bare", ("when",), when_held, (no_verb, nothing_said, no_topic, no_other_deed)),
    Row("quoted words", (), quoted, (no_claim, with_quote)),
    Row("somebody mentioned", ("mentioned",), is_mentioned, (no_verb, names_only)),
    Row("nobody's words", ("said", "says", "mentioned"), unquoted, (no_claim, is_unquoted)),
    Row("reply", ("reply",), replied, (a_reply,)),
    Row("what changed", ("changed",), changed, (no_verb, no_claim, something)),
    Row("disagreement", ("disagreement",), disagreed, (no_verb, on_nothing_named)),
    Row("comparison", ("compare", "disagreement"), compared, (no_deed_claimed,)),
    Row("shared views", ("shared",), shared),
    Row("agreed", (), agreed_on, (to_agree,)),
    Row("an act", (), acted, (a_verb,)),
    Row("a title or another", (), identified, (one_person_by_title, no_verb)),
    Row("identity, bare", (), identified, (one_person, no_verb)),
    Row("identity", ("identity", "named"), identified, (somebody, nothing_said)),
    Row("outcome", ("outcome",), agreed_on, (not_ones_words,)),
    Row("said", ("said", "says", "mentioned"), said),
    Row("what a meeting is", (), described, (only_a_meeting, what_is)),
    Row("overview", ("overview",), _command("release"), (nothing_else,)),
    Row("a meeting", (), _command("release"), (only_a_meeting,)),
    Row("topic, or words", (), _by_topic, (no_claim, something)),
    Row("a claim of another kind", (), _unsaid, (something,)),
    Row("nothing known", (), _unknown),
)


def row_of(asked: Asked, library: Library) -> Row:
    """The row that answers a question."""
    return next(row for row in ROWS if row.fits(asked, library))


def understood(question: Question, library: Library) -> Asked:
    """A question as far as it is understood; of two people with one surname the one whose title stands before it."""
    asked = read(question, question.options["question"], library)
    pieces = with_titles(with_heard(with_account(asked.pieces, library.vocabulary), library), library)
    reached = _reached(replace(asked, pieces=pieces), library)
    narrowed = with_the_quoted(reached, library)
    if taken := the_taken(reached, narrowed):
        reached = _reached(replace(reached, pieces=narrowed, mood=asked.mood, taken=taken), library)
    return with_holder(spoken_of(reached, library), library)


def _reached(asked: Asked, library: Library) -> Asked:
    """A question with whose words it is about, and the releases within reach of it."""
    asked = without_alternatives(with_subjects(asked, library.vocabulary))
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
    if library.newest() is None:
        return _unknown(Asked(question, question.options["question"], Mood.BARE, ()), library)
    asked = understood(replace(question, in_words=True), library)
    for piece in asked.pieces:
        people = piece.ids(Sort.PERSON)
        if len(people) > 1:
            meant = {id_: _naming(question, piece.text, library.vocabulary.people[id_]) for id_ in people}
            if asked.mood is Mood.OPEN and (only := _the_one(tuple(meant.values()), library)):
                return only
            return unclear(question, library, Kind.WHO, piece.text, meant)
    if which := which_alternative(asked, library):
        return which
    again = restated(asked, library)
    answer = again or _as_far_as_read(row_of(asked, library).amounts_to(asked, library), asked, library)
    return replace(answer, taken=asked.taken) if asked.taken else answer


def _the_one(questions: tuple[Question, ...], library: Library) -> Answer | None:
    """The answer of the only one of several people of whom an open question has one."""
    asked = (question for question in questions if question.command == "ask")
    answers = [a for q in asked if (a := ask_in_words(q, library)).outcome is Outcome.ANSWERED]
    return answers[0] if len(answers) == 1 else None


def _as_far_as_read(answer: Answer, asked: Asked, library: Library) -> Answer:
    """A refusal that says how many releases it rests on, where those are not all."""
    number, every = len(asked.within), library.number()
    if number >= every or answer.outcome not in (Outcome.DENIED, Outcome.NOT_STATED):
        return answer
    if isinstance(answer, NotHeld):
        days = [release.published for release in asked.within]
        answer = replace(answer, looked_at=number, span=(min(days), max(days)))
    return replace(answer, read=(number, every))
