"""speech_acts.yaml, and what its names and verbs may not say in Korean: more than their act is."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from bot.errors import Fault
from bot.library.guarded_yaml import Document
from bot.library.stronger import Forces, stronger_words
from bot.model.speech_acts import Act, ActWords, Grammar, Verb
from bot.model.value import Value


class SpeechActsFile(Value):
    """speech_acts.yaml."""

    acts: tuple[ActWords, ...] = Field(min_length=1)
    verbs: tuple[Verb, ...] = Field(min_length=1)
    grammar: Grammar


ONLY = {
    "합의": {Act.AGREEMENT},
    "결정": {Act.AGREEMENT, Act.COMMITMENT, Act.SHARED_VIEW},
    "지지": {Act.SUPPORT, Act.SHARED_VIEW, Act.ENDORSEMENT},
    "동의": {Act.ENDORSEMENT, Act.SUPPORT, Act.COMMITMENT, Act.SHARED_VIEW},
    "약속": {Act.COMMITMENT},
    "공약": {Act.COMMITMENT},
    "제안": {Act.PROPOSAL},
    "제의": {Act.PROPOSAL, Act.COMMITMENT},
    "요청": {Act.REQUEST},
    "촉구": {Act.REQUEST},
    "요구": {Act.REQUEST, Act.CONCERN},
    "강조": {Act.EMPHASIS},
    "규탄": {Act.CONCERN},
    "비난": {Act.CONCERN},
    "우려": {Act.CONCERN, Act.SHARED_VIEW},
    "희망": {Act.HOPE},
    "논의": {Act.DISCUSSION},
    "감사": {Act.APPRECIATION},
    "사의": {Act.APPRECIATION},
}
"""Korean words of saying, each with the acts that it can name: in any other's it would claim too much."""
DISAGREEING = frozenset(("disagree", "differ"))
ONLY_EN = {
    "agreement": {Act.AGREEMENT},
    "support": {Act.SUPPORT},
    "endorsement": {Act.ENDORSEMENT},
    "commitment": {Act.COMMITMENT},
    "request": {Act.REQUEST},
    "proposal": {Act.PROPOSAL},
}


def _too_much(text: str, act: Act, only: dict[str, set[Act]]) -> str | None:
    """The word in ``text`` that says more than ``act`` is."""
    return next((word for word, acts in only.items() if word in text.casefold() and act not in acts), None)


def act_faults(file: SpeechActsFile, document: Document) -> Iterator[Fault]:
    """The faults of speech_acts.yaml: names and verbs that say more than their act."""
    for act in Act:
        if all(words.act is not act for words in file.acts):
            yield document.fault(("acts",), f"the act {act.value!r} has no words; add it")
    for i, words in enumerate(file.acts):
        for field in ("name", "plural"):
            called = getattr(words, field)
            for language, only in (("en", ONLY_EN), ("ko", ONLY)):
                if word := _too_much(getattr(called, language), words.act, only):
                    place = ("acts", i, field, language)
                    yield document.fault(place, f"{word!r} says more than {words.act.value}")
    yield from _hedge_faults(file, document)
    yield from korean_verb_faults(file.verbs, file, document)


def korean_verb_faults(verbs: tuple[Verb, ...], acts: SpeechActsFile, document: Document) -> Iterator[Fault]:
    """A verb in Korean is never more than it is in English, and what it does is done by those who can do it."""
    forces = Forces(acts.grammar)
    korean = {words.act: words.korean for words in acts.acts}
    for i, verb in enumerate(verbs):
        for j, use in enumerate(verb.uses):
            if word := _too_much(use.ko, use.act, ONLY):
                message = f"{word!r} says more than {use.act.value} ({', '.join(verb.forms[:2])}, …)"
                yield document.fault(("verbs", i, "uses", j, "ko"), message)
            shipped = {u.act for v in acts.verbs for u in v.uses if verb is not v and set(verb.forms) & set(v.forms)}
            if shipped and use.act not in shipped:
                message = (
                    f"{verb.forms[0]!r} is {', '.join(sorted(shipped))} in speech_acts.yaml, never {use.act.value}"
                )
                yield document.fault(("verbs", i, "uses", j, "act"), message)
            known = korean.get(use.act, ())
            if not word and known and not any(root in use.ko for root in known):
                message = f"{use.ko!r} is no word for {use.act.value} (one of {', '.join(known[:4])}, …)"
                yield document.fault(("verbs", i, "uses", j, "ko"), message)
            stronger: dict[str, str] = {}
            for form in verb.forms:
                for word, english in stronger_words(forces, use.ko, " ".join((form, *use.then))):
                    stronger.setdefault(
                        word, f"{word!r} says more than {form!r}; it is for {', '.join(english[:3])}, …"
                    )
            for message in stronger.values():
                yield document.fault(("verbs", i, "uses", j, "ko"), message)
            if use.act is Act.AGREEMENT and any(DISAGREEING & set(then.split()) for then in use.then):
                yield document.fault(("verbs", i, "uses", j, "act"), "who agrees to differ has not agreed")
            wanted = "joint" if use.act.needs_joint_subject else "one" if use.act.is_one_sided else use.sides
            if use.sides != wanted:
                yield document.fault(("verbs", i, "uses", j, "sides"), f"{use.act.value} wants sides: {wanted}")


def _hedge_faults(file: SpeechActsFile, document: Document) -> Iterator[Fault]:
    """A hedge in Korean is the verb with something that makes it less."""
    for field in ("unreal", "weakened"):
        for i, hedge in enumerate(getattr(file.grammar, field)):
            rest = hedge.ko.replace("{verb}", "").replace("{root}함", "").replace("{root}", "").strip()
            if rest == hedge.ko.strip() or not rest:
                message = "wants {verb} or {root} and a word that makes it less"
                yield document.fault(("grammar", field, i, "ko"), message)
