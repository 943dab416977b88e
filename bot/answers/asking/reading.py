"""What a question in free text says: its mood, whom and what it names, and the words that nothing explains."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.answers.asking.dates import RELEASE_ID, Day, days_in
from bot.answers.asking.moods import THERE, Mood, mood_of
from bot.answers.asking.phrases import Sort, phrase_table
from bot.answers.asking.pieces import Piece, pieces_of
from bot.answers.asking.rewording import in_full, reworded, without_fillers
from bot.answers.asking.spelling import Word, is_hangul, readable, without_particles, words_of
from bot.library.library import Library
from bot.model.asking import Asking
from bot.model.question import Question, Subject
from bot.model.release import Release
from bot.model.value import Aliases, Locale, PartyId, PersonId

QUOTED = re.compile(r"[\"“”«»「『]([^\"“”«»」』]{2,})[\"“”«»」』]")
KNOWN_BY_WORD = ("the", "this", "that", "last", "latest", "recent")
KNOWN_BY_TAIL = ("은", "는", "에서", "에", "때", "의")
REPORTED = re.compile(r"[다라]고\s?(?:했|한 |하)")
"""Korean for "said that"."""
NEXT = ("next", "upcoming", "다음", "차기")
LATER = ("next one", "next time", "next year", "next month", "내년", "다음번", "다음 번", "다음엔", "다음에")
"""A time to come, which is a meeting's where it is asked where that will be."""
NEXT_NEAR = 3
"""Pieces after "next" among which the meeting stands."""
KINDS = (
    "dialogue",
    "talks",
    "meeting",
    "summit",
    "forum",
    "consultation",
    "round",
    "session",
    "대화",
    "회의",
    "회담",
    "포럼",
    "협의회",
    "협의",
)
AT_A_MEETING = (" the call", " the summit", " the dialogue", " the talks", " the forum", " the consultation")
KOREAN_NOT = ("안", "못")
CONDITION = re.compile(r"(?<=\w) (?:if|unless|provided|providing|as long as|so long as|once|subject to|on condition) ")
KOREAN_CONDITION = re.compile(r"\S*(?: ?지)? ?(?:않는다면|않으면|않는 한|없다면|없으면|없는 한)")


@dataclass(frozen=True)
class Asked:
    """A question as it was understood."""

    question: Question
    text: str
    mood: Mood
    pieces: tuple[Piece, ...]
    days: tuple[Day, ...] = ()
    release_ids: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    without_days: str = ""
    """The text without its dates and release ids."""
    negated: bool = False
    subjects: tuple[PartyId, ...] = ()
    people: tuple[PersonId, ...] = ()
    """People whose own words are asked about."""
    joint: bool = False
    anyone: bool = False
    alone: bool = False
    taken: tuple[str, PersonId] | None = None
    """A name as typed, and which of several people of that name was taken to be meant."""
    within: tuple[Release, ...] = ()
    """The releases that can have to do with it, newest first."""
    _cues: frozenset[str] = field(default=frozenset())

    @property
    def locale(self) -> Locale:
        """The language to answer in."""
        return self.question.locale

    def has(self, *cues: str) -> bool:
        """Whether one of these cues stands in it."""
        return any(cue in self._cues for cue in cues)

    @property
    def acts(self) -> tuple[str, ...]:
        """The verbs of asking in it, in order."""
        return tuple(id_ for piece in self.pieces for id_ in piece.ids(Sort.ACT)[:1])

    def typed(self, *sorts: Sort) -> str:
        """The words of the pieces of some sorts, in order."""
        return " ".join(piece.text for piece in self.pieces if piece.is_a(*sorts))

    def is_the_text(self, piece: Piece) -> bool:
        """Whether a piece stands for the text itself: "in this release"."""
        place = next(i for i, p in enumerate(self.pieces) if p is piece)
        return bool(place) and self.pieces[place - 1].text in (*KNOWN_BY_WORD, "press")

    def kinds(self) -> frozenset[str]:
        """The kinds of meeting that it speaks of as of a known one: "the summit", not "return to talks"."""
        found: set[str] = set()
        for place, piece in enumerate(self.pieces):
            last = self.pieces[place - 1] if place else None
            if "attended" in piece.ids(Sort.CUE) and piece.text.endswith(AT_A_MEETING):
                found.add(piece.words[-1].text)  # "on the call"
            if is_hangul(piece.text):
                after = self.pieces[place + 1 : place + 2]
                gone_to = not piece.tail and any({"attended", "going"} & set(p.ids(Sort.CUE)) for p in after)
                known = (piece.tail in KNOWN_BY_TAIL or gone_to) and not (last and last.is_a(Sort.REST))
            else:
                known = last is not None and (last.words[-1].text in KNOWN_BY_WORD or "attended" in last.ids(Sort.CUE))
            known = known or bool(self.days)  # "the June dialogue"
            if known or (place and self.pieces[place - 1].is_a(Sort.PARTY) and not is_hangul(piece.text)):
                found.update(piece.ids(Sort.KIND))
        return frozenset(found)

    def objects(self) -> tuple[PartyId, ...]:
        """Parties that are named, but not as those whose words are asked about."""
        named = (id_ for piece in self.pieces if not piece.is_a(Sort.TOPIC) for id_ in piece.ids(Sort.PARTY)[:1])
        return tuple(dict.fromkeys(id_ for id_ in named if id_ not in self.subjects))


def read(question: Question, text: str, library: Library) -> Asked:
    """A question understood as far as the vocabulary goes."""
    asking = library.vocabulary.asking
    plain = readable(text)
    quoted = tuple(match.strip() for match in QUOTED.findall(plain))
    release_ids = tuple(found.lower() for found in RELEASE_ID.findall(plain))
    days, rest = days_in(RELEASE_ID.sub(" ", plain))
    rest = reworded(rest)
    typed = in_full(words_of(rest), asking)
    words = without_fillers(typed, asking)

    def is_printed(word: str) -> bool:
        known = any(word in group for group in (*asking.same, *asking.near))
        return known or library.is_spoken_of(Subject(words=word))

    table = phrase_table(library, library.edition())
    pieces = pieces_of(words, table, asking.particles, is_printed)
    cues = frozenset(id_ for piece in pieces for id_ in piece.ids(Sort.CUE))
    if REPORTED.search(rest):
        cues |= {"said", "says"}
    if _asks_for_the_next(pieces, asking.particles, of_a_meeting=not cues.isdisjoint(("where", "held", "planned"))):
        cues |= {"follow_up"}
    if THERE.match(rest.lower()) and not any("attended" in p.ids(Sort.CUE) and "there" not in p.text for p in pieces):
        cues -= {"attended"}  # "was there any …" asks for no people
    return Asked(
        question,
        plain,
        mood_of(words, pieces, cues, plain, asking, asks=_asks_if_true(typed[: len(typed) - len(words)], asking)),
        pieces,
        days,
        release_ids,
        quoted,
        rest,
        negated=_has(_unconditioned(words), asking.negations),
        joint=any(piece.is_a(Sort.JOINTLY) for piece in pieces),
        anyone=any(piece.is_a(Sort.ANYONE) for piece in pieces),
        alone=any(piece.is_a(Sort.ALONE) for piece in pieces),
        _cues=cues,
    )


def _asks_for_the_next(pieces: tuple[Piece, ...], particles: tuple[str, ...], *, of_a_meeting: bool) -> bool:
    """Whether a meeting to come is asked about: "the next strategic dialogue", "다음 전략대화", "host the next one"."""
    if of_a_meeting and any(later in " ".join(piece.text for piece in pieces) for later in LATER):
        return True
    for place, piece in enumerate(pieces):
        if piece.text.startswith(tuple(f"{word} " for word in NEXT)) and piece.text.endswith(KINDS):
            return True
        if piece.text in NEXT:
            near = pieces[place + 1 : place + 1 + NEXT_NEAR]
            return any(p.is_a(Sort.KIND, Sort.MEETING) or ends_with_a_kind(p, particles) for p in near)
    return False


def ends_with_a_kind(piece: Piece, particles: tuple[str, ...]) -> bool:
    """Whether the last word of a piece is, or in Korean ends with, a kind of meeting: "전략대화는"."""
    return any(form.endswith(KINDS) for form in without_particles(piece.text, particles))


def _has(words: tuple[Word, ...], phrases: Aliases) -> bool:
    """Whether one of some phrases stands in a question: whole English words, or parts of Korean ones."""
    text = f" {' '.join(word.text for word in words)} "
    return any(_stands(phrase, text) for phrase in phrases.all())


def _stands(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text: a Korean one that is an adverb ("안 했") only where a word begins."""
    if not is_hangul(phrase):
        return f" {phrase} " in text
    if phrase.startswith(KOREAN_NOT):
        return re.search(rf" {phrase.replace(' ', ' ?')}", text) is not None
    return phrase.replace(" ", "") in text.replace(" ", "")


def _unconditioned(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a question without a condition in it: what is not to happen there is not what is asked."""
    text = " ".join(word.text for word in words)
    english = CONDITION.split(text, maxsplit=1)[0]
    return words_of(KOREAN_CONDITION.sub(" ", english))


def _asks_if_true(fillers: tuple[Word, ...], asking: Asking) -> bool:
    """Whether what leads up to a question asks whether something is so: "is it true that …"."""
    return any(word.text in asking.yes_no.en for word in fillers) and any(w.text in asking.tags.en for w in fillers)
