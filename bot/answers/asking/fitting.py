"""What must be so, beside a cue, for a row of the table of intents to fit."""

from __future__ import annotations

import re

from bot.answers.asking.elsewhere import is_unheard_of
from bot.answers.asking.evidence import content_of, unread_names, with_words
from bot.answers.asking.facts import claims_session, places_in
from bot.answers.asking.moods import Mood
from bot.answers.asking.phrases import Sort
from bot.answers.asking.reading import Asked
from bot.answers.asking.roles import is_a_place
from bot.answers.asking.spelling import is_hangul
from bot.answers.asking.verbs import main_act
from bot.library.library import Library

AT = re.compile(
    r"^(?:so |and |but )?(?:was|were|is|are)\b.*\b(?:at|in|on)\b"
    r"|(?:회의|대화|회담|통화|자리|행사|명단|대표단)에 (?:같이 |함께 )?(?:있|왔|나왔|계)",
    re.IGNORECASE,
)
ATTRIBUTIVE = ("은", "는", "한", "던")
"""Endings of a Korean verb that only says of which noun one speaks."""
OF_ITS_OWN = re.compile(r"\bon (?:the )?condition (?:that|of)\b|조건으로", re.IGNORECASE)
HOSTED = ("host", "hosts", "hosted", "hosting")
OR = re.compile(r"\bor\b|아니면|거야|건가")
LISTED = re.compile(
    r"\b(?:list|name|which|what)\b.*\b(?:countries|members|states)\b"
    r"|(?:나라|국가|회원국)(?:들)?(?:은|는|이|가)? ?(?:어디|목록|명단|다 )",
    re.IGNORECASE,
)
MEETING_CUES = ("held", "when", "where", "planned", "attended", "format", "virtual", "going", "published", "follow_up")


def no_verb(asked: Asked, library: Library) -> bool:
    """No verb of saying: the meeting itself is asked about, or the people in it."""
    del library
    return not asked.acts


def a_verb(asked: Asked, library: Library) -> bool:
    """A verb of saying."""
    del library
    return main_act(asked) is not None


def to_agree(asked: Asked, library: Library) -> bool:
    """The verb is to agree."""
    del library
    verb = main_act(asked)
    return verb is not None and "agree" in verb.ids(Sort.ACT)


def nothing_said(asked: Asked, library: Library) -> bool:
    """No word for saying or speaking of something."""
    del library
    return not asked.has("said", "says", "shared", "mentioned")


def no_verb_but_agree(asked: Asked, library: Library) -> bool:
    """No verb of saying, or, where nothing is claimed, only that of the agreement whose conditions are asked for."""
    del library
    return not asked.acts or (asked.mood is not Mood.CLAIM and set(asked.acts) <= {"agree"})


def no_condition_repeated(asked: Asked, library: Library) -> bool:
    """Not that a claim has a condition of its own: "on condition that it is shared", "나누는 조건으로"."""
    del library
    return asked.mood is not Mood.CLAIM or OF_ITS_OWN.search(asked.text) is None


def an_outcome(asked: Asked, library: Library) -> bool:
    """What came out of a meeting."""
    del library
    return asked.has("outcome") and not asked.has("attended")


def or_only_mentioned(asked: Asked, library: Library) -> bool:
    """Whether somebody was there, or is only spoken of."""
    del library
    return asked.has("mentioned") and OR.search(asked.text) is not None


def a_reply(asked: Asked, library: Library) -> bool:
    """A reply is what is asked about, not what a deed was for: "discuss ways of responding to"."""
    del library
    words = (p.text for p in asked.pieces if "reply" in p.ids(Sort.CUE))
    return asked.mood is not Mood.CLAIM or not asked.acts or not all(word.endswith("ing") for word in words)


def nothing_to_come(asked: Asked, library: Library) -> bool:
    """Not what comes next: the next summit is asked for among what the releases say of that."""
    del library
    return asked.mood is Mood.CLAIM or not asked.has("follow_up")


def nobodys_role(asked: Asked, library: Library) -> bool:
    """Not who of some chaired or led: "which member state co-chaired"."""
    del library
    return not asked.has("chaired", "led")


def of_the_meeting(asked: Asked, library: Library) -> bool:
    """Not of one party's people: "what rank was Brunei's representative"."""
    sides = {side for release in asked.within for meeting in release.meetings for side in meeting.sides}
    named = {id_ for p in asked.pieces for id_ in p.ids(Sort.PARTY)}
    del library
    return not named - sides and len(named) != 1


def why(asked: Asked, library: Library) -> bool:
    """A reason."""
    del library
    return asked.mood is Mood.WHY


def not_ones_words(asked: Asked, library: Library) -> bool:
    """Not the words of one side about some agreement."""
    del library
    return not (asked.has("said", "says", "mentioned") and len(asked.subjects) == 1)


def nothing_strange(asked: Asked, library: Library) -> bool:
    """No claim of anything else: no word that nothing explains."""
    titles = set(library.vocabulary.asking.titles.all())
    strange = (p for p in content_of(asked, library) if p.is_a(Sort.REST) and not titles & {w.text for w in p.words})
    return asked.mood is not Mood.CLAIM or next(strange, None) is None


def of_a_meeting(asked: Asked, library: Library) -> bool:
    """What somebody is said to attend or to join is a meeting, not another thing: "join the registry"."""
    del library
    came = [p for p in asked.pieces if {"attended", "absent"} & set(p.ids(Sort.CUE))]
    if asked.mood is Mood.CLAIM and came and came[-1].tail in ATTRIBUTIVE:
        return False  # "참석하지 않은 특사의 노력에 서명했나요"
    if any(p.is_a(Sort.KIND, Sort.MEETING, Sort.PERSON) for p in asked.pieces):
        return True
    if asked.mood is not Mood.CLAIM:
        only_is = all(p.is_a(Sort.GLUE) for p in asked.pieces if "attended" in p.ids(Sort.CUE))
        of_a_topic = any(p.is_a(Sort.TOPIC) and not p.is_a(Sort.PARTY) for p in asked.pieces)
        return asked.mood is not Mood.WHY and not (only_is and of_a_topic)  # "의제에 뭐가 있었어"
    verb = next((i for i, p in enumerate(asked.pieces) if i and "attended" in p.ids(Sort.CUE)), None)
    if verb is None or is_hangul(asked.text):
        return True
    after = [p for p in asked.pieces[verb + 1 :] if p.text not in ("the", "a", "an", "that", "this")]
    return not (after and after[0].is_a(Sort.REST, Sort.TOPIC) and not after[0].is_a(Sort.PERSON, Sort.PARTY))


def somebody_to_a_meeting(asked: Asked, library: Library) -> bool:
    """Somebody is said to have gone to a meeting."""
    met = any(p.is_a(Sort.KIND, Sort.MEETING) for p in asked.pieces)
    named = any(p.is_a(Sort.PERSON) for p in asked.pieces) or bool(unread_names(asked, library))
    return met and named


def no_deed_claimed(asked: Asked, library: Library) -> bool:
    """Not that somebody is said to have said something with a word like "differences" in it."""
    del library
    return not (asked.mood is Mood.CLAIM and asked.acts)


def no_other_hosting(asked: Asked, library: Library) -> bool:
    """Not that somebody is said to have hosted other things than a meeting: "host refugees"."""
    del library
    hosts = (i for i, p in enumerate(asked.pieces) if p.text in HOSTED)
    after = [p for i in hosts for p in asked.pieces[i + 1 : i + 2]]
    return asked.mood is not Mood.CLAIM or not any(p.is_a(Sort.REST, Sort.TOPIC) for p in after)


def no_other_deed(asked: Asked, library: Library) -> bool:
    """No word that nothing explains beside somebody who could do it, and none of what the releases speak of."""
    content = content_of(asked, library, without=())
    strange = [p for p in content if p.is_a(Sort.REST) and not p.is_a(Sort.CUE, Sort.KIND, Sort.MEETING)]
    somebody = any(p.is_a(Sort.PARTY, Sort.PERSON) for p in asked.pieces)
    return not strange or not (somebody or any(with_words(library, (p,), asked.within) for p in strange))


def at_what_was_held(asked: Asked, library: Library) -> bool:
    """Somebody is said to have come to a meeting that is called by where or when it was held."""
    del library
    return asked.mood is Mood.CLAIM and asked.has("held") and bool(asked.subjects)


def only_a_day(asked: Asked, library: Library) -> bool:
    """A day is named, and nothing else but a meeting: "was it on the 26th?"."""
    return bool(asked.days) and not content_of(asked, library) and not asked.subjects and asked.mood is not Mood.BARE


def only_a_meeting(asked: Asked, library: Library) -> bool:
    """A meeting is named and nothing else: what is it?"""
    named = any(p.is_a(Sort.MEETING) for p in asked.pieces)
    return named and asked.mood is not Mood.CLAIM and not content_of(asked, library) and not asked.subjects


def no_topic(asked: Asked, library: Library) -> bool:
    """No topic but a broad one, or one that is also a cue ("online")."""
    broad = set(library.vocabulary.asking.broad_topics)
    return all(p.is_a(Sort.CUE) or set(p.ids(Sort.TOPIC)) <= broad for p in asked.pieces if p.is_a(Sort.TOPIC))


def a_place(asked: Asked, library: Library) -> bool:
    """A place is named, and no day: "held in Seoul"."""
    del library
    return asked.mood is Mood.CLAIM and not asked.days and bool(places_in(asked))


def only_a_place(asked: Asked, library: Library) -> bool:
    """A place is named and nothing else: "was it in Seoul?"."""
    named = content_of(asked, library)
    return a_place(asked, library) and bool(named) and all(is_a_place(asked, p) for p in named)


def there(asked: Asked, library: Library) -> bool:
    """Somebody is said to have been at a meeting, in no other words than that."""
    del library
    somebody = any(
        p.is_a(Sort.PARTY, Sort.PERSON) or (p.is_a(Sort.REST) and not p.text.endswith("ed")) for p in asked.pieces
    )
    met = any(p.is_a(Sort.KIND, Sort.MEETING) for p in asked.pieces)
    return asked.mood is Mood.CLAIM and met and somebody and AT.search(asked.text) is not None


def with_quote(asked: Asked, library: Library) -> bool:
    """Words between quotation marks."""
    del library
    return bool(asked.quoted)


def an_ordinal(asked: Asked, library: Library) -> bool:
    """The number of a session is claimed, and nothing else of it or of somebody there."""
    named = asked.people or any(p.is_a(Sort.PERSON) for p in asked.pieces) or there(asked, library)
    only = asked.mood is not Mood.OPEN and not named and claims_session(asked, content_of(asked, library))
    return only and not asked.has(*MEETING_CUES)


def unnumbered(asked: Asked, library: Library) -> bool:
    """A session of a number that no release has, and not only its number is asked for."""
    return is_unheard_of(asked, library) and not (no_verb(asked, library) and an_ordinal(asked, library))


def a_bloc(asked: Asked, library: Library) -> bool:
    """A bloc is named, and nobody else."""
    blocs = {m.party for known in library.vocabulary.parties.values() for m in known.member_of}
    somebody = [p for p in asked.pieces if p.is_a(Sort.PARTY, Sort.PERSON, Sort.REST)]
    return bool(somebody) and all(set(p.ids(Sort.PARTY)) & blocs for p in somebody)


def a_bloc_listed(asked: Asked, library: Library) -> bool:
    """The countries of a bloc are to be listed: "list the League countries"."""
    return LISTED.search(asked.text) is not None and nothing_told(asked, library) and a_bloc(asked, library)


def nothing_told(asked: Asked, library: Library) -> bool:
    """Nothing beside those who are named: not "which members are ready to send observers"."""
    content = content_of(asked, library)
    return all(p.is_a(Sort.CUE, Sort.PARTY, Sort.WEIGHTY) for p in content)


def one_person_by_title(asked: Asked, library: Library) -> bool:
    """One person, and nothing else but titles: "Tolliver - ambassador or minister?"."""
    titles = set(library.vocabulary.asking.titles.all())
    people = [p for p in asked.pieces if p.is_a(Sort.PERSON)]
    rest = [p for p in content_of(asked, library) if not p.is_a(Sort.PERSON)]
    return len(people) == 1 and bool(rest) and all(w.text in titles for p in rest for w in p.words)


def somebody(asked: Asked, library: Library) -> bool:
    """A person, a party, or a word that may name one."""
    del library
    return any(p.is_a(Sort.PERSON, Sort.PARTY, Sort.REST) for p in asked.pieces)


def one_person(asked: Asked, library: Library) -> bool:
    """Only one person is named, and "who" or nothing beside: "에멀린이 누구?"."""
    del library
    named = [p for p in asked.pieces if not p.is_bare_glue and not p.is_a(Sort.ANYONE)]
    return asked.anyone and len(named) == 1 and named[0].is_a(Sort.PERSON)


def nothing_else(asked: Asked, library: Library) -> bool:
    """Nothing but the cue."""
    return not content_of(asked, library) and not asked.subjects


def nothing_named(asked: Asked, library: Library) -> bool:
    """No topic, and no word that releases print: not "which releases mention the accord"."""
    content = content_of(asked, library)
    return not any(p.is_a(Sort.TOPIC) or with_words(library, (p,), asked.within) for p in content)


def something(asked: Asked, library: Library) -> bool:
    """Something that a release could speak of."""
    return bool(content_of(asked, library) or asked.subjects or asked.days)


def no_claim(asked: Asked, library: Library) -> bool:
    """Yes or no would not answer it."""
    del library
    return asked.mood is not Mood.CLAIM
