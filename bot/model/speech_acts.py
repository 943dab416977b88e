"""Speech acts: the closed list of what a verb in a release can do (DESIGN, "Speech acts")."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from bot.model.value import Aliases, Text, Value, Words


class Act(StrEnum):
    """What a statement does, from what binds most to what binds nobody."""

    AGREEMENT = "agreement"
    SHARED_VIEW = "shared_view"
    ENDORSEMENT = "endorsement"
    PROPOSAL = "proposal"
    REQUEST = "request"
    SUPPORT = "support"
    EMPHASIS = "emphasis"
    APPRECIATION = "appreciation"
    HOPE = "hope"
    COMMITMENT = "commitment"
    CONCERN = "concern"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    BACKGROUND = "background"

    @property
    def is_position(self) -> bool:
        """Whether it says where a side stands: all but what was only discussed and what nobody said."""
        return self not in (Act.DISCUSSION, Act.BACKGROUND)

    @property
    def is_outcome(self) -> bool:
        """Whether it is something the sides reached together."""
        return self in (Act.AGREEMENT, Act.SHARED_VIEW)

    @property
    def needs_joint_subject(self) -> bool:
        """Whether only two or more sides together can do it."""
        return self.is_outcome

    @property
    def is_one_sided(self) -> bool:
        """Whether only one side alone can do it: "agreed" without the other."""
        return self is Act.ENDORSEMENT


class ActWords(Value):
    """What an act is called."""

    act: Act
    name: Words
    plural: Words
    korean: tuple[Text, ...]
    """Roots of Korean words for verbs that do it: a verb of this act is put into Korean with one of them."""


class Use(Value):
    """One meaning of a verb: the act it performs for whom, and before which words.

    ``then`` lists the beginnings of what follows the verb; the longest that matches decides, and a use
    without ``then`` stands for whatever no other use claims. ``ko`` is the verb in Korean, of the same strength.
    """

    act: Act
    sides: Literal["one", "joint", "any"] = "any"
    then: tuple[Text, ...] = ()
    ko: Text


class Verb(Value):
    """A verb of saying: its printed forms (``*`` = up to three words between) and its meanings."""

    forms: tuple[Text, ...]
    uses: tuple[Use, ...]


class Hedge(Value):
    """Words beside a verb that make it less: "could".

    ``ko`` has ``{verb}`` for the verb in Korean, or ``{root}`` for it without its 함.
    """

    en: tuple[Text, ...]
    ko: Text


class Force(Value):
    """Korean words that carry force or rank, and the English words of which a text must have one."""

    ko: tuple[str, ...]
    en: tuple[Text, ...]


class Kept(Value):
    """English words that may not get lost, and the Korean words of which a Korean text then has one (none: any)."""

    en: tuple[Text, ...]
    ko: tuple[str, ...] = ()


class Grammar(Value):
    """The words by which a release shows who does what."""

    joint_labels: tuple[Text, ...]
    """Labels that always mean all sides of the meeting ("the two sides")."""
    pronouns: tuple[Text, ...]
    """Speakers that point back ("They")."""
    replies: tuple[Text, ...]
    """Beginnings of a sentence that answers the one before ("In response")."""
    conditions: tuple[Text, ...]
    """Words that open a condition ("as soon as")."""
    always_conditions: tuple[Text, ...] = ()
    """Of these the words that no release uses for anything else ("subject to")."""
    not_conditions: tuple[Text, ...] = ()
    """Phrases that hold such a word and open none ("as if", "once again")."""
    negations: tuple[Text, ...]
    """Words that a gist may not lose ("not")."""
    unreal: tuple[Hedge, ...]
    """With these before it a verb is no deed ("could agree"): then it is information, whatever it would be."""
    weakened: tuple[Hedge, ...]
    """With these before or after it a verb is no agreement ("agreed in principle")."""
    negations_ko: tuple[str, ...]
    """Syllables of which a Korean gist of a negated clause has one."""
    conditions_ko: tuple[str, ...]
    """Syllables of which a Korean gist of a conditioned clause has one."""
    own_words: tuple[Text, ...]
    """English words that a gist may have without its quote: they add nothing to what is said."""
    links: tuple[Text, ...]
    """English words that join others: a gist has no other between two words than its quote."""
    movable: tuple[Text, ...]
    """English words that open a part of a sentence which a gist may put elsewhere."""
    may_go: tuple[Text, ...]
    """English words that a gist may leave out; every other word after the verb stays."""
    same: tuple[tuple[Text, ...], ...]
    """Rows of English words of which a gist may have one for another ("keep up" for "continue")."""
    kept: tuple[Kept, ...]
    """Words of limit, degree or plan ("nearly", "until", "to try") that a gist keeps of its quote."""
    narrowing: tuple[Kept, ...]
    """Words that say how many, which or of what kind, each with the Korean words of which a gist then has one."""
    modals: tuple[Text, ...]
    """Verbs of which a gist has neither more nor fewer than its quote ("would")."""
    planned_ko: tuple[str, ...]
    """Syllables of which the Korean gist of a plan has one."""
    pointing: tuple[Text, ...]
    """Words that a [ ] in a gist may explain ("its")."""
    ranks: tuple[Kept, ...]
    """Ranks of an office, each with the Korean ranks that it can be."""
    equal_ko: tuple[tuple[Text, ...], ...] = ()
    """Rows of Korean verbs of one strength: a folder may have one for another."""
    countries: tuple[Kept, ...] = ()
    """Countries by their names in both languages: a party's Korean name is no other country's."""
    compass: tuple[Kept, ...] = ()
    """Quarters of the world in names, each with the Korean words of which a name then has one."""
    force: tuple[Force, ...]
    """Korean words that a gist, a group's or an office's Korean name has only where the English text has theirs."""
    attended: tuple[Text, ...]
    """Verbs by which a named person is said to have been there."""
    attended_by: tuple[Text, ...]
    """The same, before the person ("was attended by")."""
    meets: tuple[Text, ...]
    """Verbs with the one who is met right after them ("received")."""
    calls: tuple[Text, ...]
    """Of these, the ones that need "by phone" or the like after the person ("called")."""
    greets: tuple[Text, ...]
    """Of these, the ones that need a place after the person ("welcomed X to the Ministry")."""
    meeting_words: tuple[Text, ...]
    """Verbs and nouns of meeting that a "with", "between" or "by" may follow ("talks")."""
    other_time: tuple[Text, ...]
    """Words that place a sentence on another day ("last year")."""
    absent: tuple[Text, ...]
    """Words that say somebody was not there."""
    not_yet: tuple[Text, ...]
    """Words before a verb that make it a plan ("will")."""
    usual: tuple[Text, ...]
    """Words that describe a custom, not this meeting ("annual")."""
    meeting_levels: tuple[Kept, ...] = ()
    """Levels in the name of a meeting ("Vice-Ministerial"), each with the Korean words of which it then has one."""
    effects: tuple[Text, ...] = ()
    """Verbs after "agreed that … would" that tell of an effect; a deed only of the sides themselves ("ease")."""
    states: tuple[Text, ...] = ()
    """Words there by which nothing is done, whoever is named ("remain", "needed")."""
    tentative: tuple[Text, ...]
    """Verbs after "agreed to" that promise a look, not a deed ("explore")."""
    tentative_ko: tuple[str, ...]
    """Syllables of which the Korean gist of such an agreement has one."""
    formats: dict[str, tuple[Text, ...]]
    """For each way to meet the words that show it."""
    honorifics: Aliases
    """What stands beside any name ("Mr", "님")."""
    of_a_party: Aliases
    """What may follow the name of a party and still means it ("side", "정부")."""
    titles: tuple[Kept, ...]
    """Titles by which people are called, each with the same in Korean; ``ranks`` has more."""
    head_of_delegation: tuple[Text, ...]
    co_chair: tuple[Text, ...]
    chair: tuple[Text, ...]

    def hedge_in(self, verb: str) -> tuple[str, Hedge] | None:
        """The hedge among the words of a statement's verb, as printed there."""
        words = f" {verb.casefold()} "
        hedges = (*self.unreal, *self.weakened)
        return next(((word, hedge) for hedge in hedges for word in hedge.en if f" {word} " in words), None)
