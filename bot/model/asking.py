"""How people ask: the words that an editor keeps in questions.yaml, by what they show."""

from __future__ import annotations

from bot.model.speech_acts import Act
from bot.model.value import Aliases, Id, PartyId, Text, TopicId, Value


class ActCue(Aliases):
    """Verbs of askers: the acts that they ask for, and which printed verbs bear out a yes.

    ``one_sided`` are acts that the same verb asks for when one side alone is its subject. Without ``borne_out_by``
    any printed verb of those acts will do.
    """

    id: Id
    acts: tuple[Act, ...]
    one_sided: tuple[Act, ...] = ()
    borne_out_by: tuple[Text, ...] = ()


class Level(Aliases):
    """A level at which a meeting can be held: words that ask for it, and ``printed`` words that show it."""

    printed: tuple[Text, ...]


class Nickname(Aliases):
    """Other words for a party in a question: its people, a city that stands for it."""

    party: PartyId


class Asking(Value):
    """Everything by which a question is understood; the answer never comes from here."""

    cues: dict[str, Aliases]
    acts: tuple[ActCue, ...]
    glue: Aliases
    fillers: Aliases
    hedging: Aliases
    """Words by which a text says less than that something is so: a plain yes leaves none of them out."""
    shorthand: dict[Text, Text]
    """What people write short, and what it is short for."""
    yes_no: Aliases
    open: Aliases
    tags: Aliases
    negations: Aliases
    anyone: Aliases
    joint: Aliases
    jointly: Aliases
    one_alone: Aliases
    every: Aliases
    anything: Aliases
    same: tuple[tuple[Text, ...], ...]
    near: tuple[tuple[Text, ...], ...]
    nicknames: tuple[Nickname, ...]
    weighty: Aliases
    meetings: Aliases
    other_meetings: Aliases
    titles: Aliases
    broad_topics: tuple[TopicId, ...]
    follow_up_topic: TopicId
    levels: tuple[Level, ...]
    facts: dict[str, tuple[Text, ...]]
    particles: tuple[Text, ...]
    object_particles: Aliases

    def __hash__(self) -> int:
        """A cheap one: what is worked out of it is kept under it, and there are few."""
        return len(self.same)

    def act(self, id_: str) -> ActCue:
        """The verbs of that id."""
        return next(cue for cue in self.acts if cue.id == id_)
