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


class Capital(Aliases):
    """A city that stands for a party when it speaks."""

    party: PartyId


class Asking(Value):
    """Everything by which a question is understood; the answer never comes from here."""

    cues: dict[str, Aliases]
    acts: tuple[ActCue, ...]
    glue: Aliases
    fillers: Aliases
    yes_no: Aliases
    open: Aliases
    tags: Aliases
    negations: Aliases
    anyone: Aliases
    joint: Aliases
    one_alone: Aliases
    every: Aliases
    anything: Aliases
    same: tuple[tuple[Text, ...], ...]
    near: tuple[tuple[Text, ...], ...]
    capitals: tuple[Capital, ...]
    broad_topics: tuple[TopicId, ...]
    follow_up_topic: TopicId
    facts: dict[str, tuple[Text, ...]]
    particles: tuple[Text, ...]
    object_particles: Aliases

    def act(self, id_: str) -> ActCue:
        """The verbs of that id."""
        return next(cue for cue in self.acts if cue.id == id_)
