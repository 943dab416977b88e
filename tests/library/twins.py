"""False twins of true statements, made by machine: each differs in one thing, and must be refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.library.checks.gist import gists_of
from bot.library.checks.gist_kept import limits_in
from bot.library.clauses import acts_of
from bot.library.quotes import locate
from bot.library.reading import Reading
from bot.library.sounds import heard_in
from bot.model.release import Release, Statement
from bot.model.speech_acts import Act
from bot.model.value import JOIN, PartyId

OTHER_VERBS = ("agreed", "stressed", "pledged", "condemned", "requested", "noted", "discussed")
TIMES_KO = {"작년": "올해", "올해": "내년", "내년": "작년", "지난달": "이번 달", "이번 주": "다음 주", "자정": "정오"}
"""Words of time, each with another."""
WORD = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True)
class Twin:
    """A release in which one statement is false, and in what."""

    kind: str
    statement: str
    reading: Reading


def twins_of(reading: Reading) -> Iterator[Twin]:
    """Every false twin of every statement of a release."""
    for statement in reading.release.statements:
        for kind, false in _false(reading, statement):
            yield Twin(kind, f"{reading.release.id} {statement.id}", _with(reading, statement, false))


def _false(reading: Reading, statement: Statement) -> Iterator[tuple[str, Statement]]:
    yield from (("wrong side", false) for false in _wrong_sides(reading, statement))
    yield from (("wrong verb", false) for false in _wrong_verbs(statement))
    yield from (("wrong act", false) for false in _wrong_acts(reading, statement))
    yield from (("wrong paragraph", false) for false in _wrong_paragraphs(reading, statement))
    yield from (("altered quote", false) for false in _altered_quotes(reading, statement))
    yield from (("gist in English", false) for false in _english_gists(reading, statement))
    yield from (("gist in Korean", false) for false in _korean_gists(reading, statement))
    yield from (("person changed in Korean", false) for false in _people_changed(reading, statement))
    yield from (("time dropped in Korean", false) for false in _times_dropped(statement))
    yield from (("limit dropped", false) for false in _limits_dropped(reading, statement))
    yield from (("modal changed", false) for false in _modals_changed(reading, statement))


def _wrong_sides(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """Other sides; and another label with its sides, so that label and sides agree and only the text disagrees."""
    sides = [side for meeting in reading.release.meetings for side in meeting.sides]
    for wrong in {(side,) for side in sides} | {tuple(sides)} | {()}:
        if set(wrong) != set(statement.sides):
            yield statement.model_copy(update={"sides": wrong})
    for speaker in reading.release.speakers:
        if set(speaker.sides) == set(statement.sides):
            continue
        field = "refers_to" if statement.refers_to else "speaker"
        yield statement.model_copy(update={field: speaker.label, "sides": speaker.sides})


def _wrong_verbs(statement: Statement) -> Iterator[Statement]:
    for verb in OTHER_VERBS:
        if verb not in statement.verb:
            yield statement.model_copy(update={"verb": verb})


def _wrong_acts(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """Acts outside the classes that the verb can have."""
    can: set[Act] = {statement.act}
    saying = reading.sayings[statement.id]
    if statement.act is not Act.BACKGROUND and saying:
        can |= acts_of(saying.verb)
    for act in Act:
        if act not in can:
            yield statement.model_copy(update={"act": act})


def _wrong_paragraphs(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """Every other paragraph, unless the very same words stand there too."""
    for paragraph in reading.outline.paragraphs.values():
        if paragraph.ref != statement.paragraph and not locate(statement.quote, paragraph.text):
            yield statement.model_copy(update={"paragraph": paragraph.ref})


def _altered_quotes(reading: Reading, statement: Statement) -> Iterator[Statement]:
    quote = statement.quote
    words = list(WORD.finditer(quote))
    middle, last = words[len(words) // 2], words[-1]
    text = reading.outline.paragraphs[statement.paragraph].text
    for altered in (
        quote[: middle.start()] + "never " + quote[middle.start() :],
        quote[: middle.start()] + "concrete" + quote[middle.end() :],
        quote[: last.start()] + last[0] + last[0][-1] + quote[last.end() :],
        quote[: middle.start()] + quote[middle.end() :].lstrip(),
        JOIN.join(reversed([quote[: middle.start()].strip(), quote[middle.start() :].strip()])),
        quote + " immediately",
    ):
        if not locate(altered, text):
            yield statement.model_copy(update={"quote": altered})


def _english_gists(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """More force, another party, a "not" too many, a condition too few."""
    gist = statement.gist.en
    false = [f"{gist} immediately and fully", f"{gist} as both sides must"]
    if "not" not in statement.quote.split():
        false.append(f"not {gist}")
    for party in reading.parties_in_order(gist):
        own = {reading.vocabulary.parties[party].name.en, *reading.vocabulary.parties[party].aliases.en}
        for name in own:
            if re.search(rf"\b{re.escape(name)}\b", gist):
                false += [
                    re.sub(rf"\b{re.escape(name)}\b", other, gist, count=1) for other in _strangers(reading, statement)
                ]
    false += [gist.replace(condition, "") for condition in statement.conditions if condition in gist]
    for text in false:
        yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"en": text})})


def _limits_dropped(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """The gist without a word of limit that quote and gist have."""
    gist, _ = gists_of(reading, (), statement)
    for hit in limits_in(reading, gist.said):
        if len(found := re.findall(rf"\b{re.escape(hit.printed)}\b", gist.own)) == 1:
            text = gist.own.replace(found[0], "", 1)
            yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"en": text})})


def _modals_changed(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """The gist with another modal verb, with none, or told as done."""
    for modal in reading.vocabulary.grammar.modals:
        if re.search(rf"\b{modal}\b", statement.gist.en):
            for other in (*(m for m in ("will", "should", "could", "must") if m != modal), "", "has", "was to"):
                text = re.sub(rf"\b{modal}\b", other, statement.gist.en, count=1)
                yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"en": text})})


def _korean_gists(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """More force, and a party that the quote does not name."""
    gist = statement.gist.ko
    strangers = [
        party.name.ko for party in reading.vocabulary.parties.values() if party.id in _strange(reading, statement)
    ]
    for text in (f"즉각 {gist}", f"{gist} 제재와 함께", *(f"{name}의 {gist}" for name in strangers[:3])):
        if "immediate" not in statement.quote and "sanction" not in statement.quote:
            yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"ko": text})})


def _people_changed(reading: Reading, statement: Statement) -> Iterator[Statement]:
    """Somebody whom the quote names under another name in Korean, or left out."""
    gist, korean = gists_of(reading, (), statement)
    english = gist.own if gist.is_background else gist.after
    for person in reading.vocabulary.people.values():
        name = person.family_name or person.name.split()[-1]
        if who := {each.printed for each in reading.release.participants if each.person == person.id}:
            known = person.other_script.name if person.other_script else ""
            at = heard_in(name.casefold(), korean.own)
            shown = known if known in korean.own and known else korean.own[at[0] : at[1]] if at else ""
            if shown and any(printed in english and printed in statement.quote for printed in (*who, name)):
                for other in ("도즈페", ""):
                    text = statement.gist.ko.replace(shown, other)
                    yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"ko": text})})


def _times_dropped(statement: Statement) -> Iterator[Statement]:
    """A Korean gist without its word of time, or with another."""
    for word, other in TIMES_KO.items():
        if word in statement.gist.ko:
            for text in (statement.gist.ko.replace(word, ""), statement.gist.ko.replace(word, other)):
                yield statement.model_copy(update={"gist": statement.gist.model_copy(update={"ko": text})})


def _strange(reading: Reading, statement: Statement) -> list[PartyId]:
    named = reading.parties_in(reading.outline.paragraphs[statement.paragraph].text)
    return [id_ for id_ in reading.vocabulary.parties if id_ not in named and id_ not in statement.sides]


def _strangers(reading: Reading, statement: Statement) -> list[str]:
    """Names of parties that neither the paragraph nor the statement has."""
    return [reading.vocabulary.parties[id_].name.en for id_ in _strange(reading, statement)][:3]


def _with(reading: Reading, true: Statement, false: Statement) -> Reading:
    statements = tuple(false if s.id == true.id else s for s in reading.release.statements)
    release: Release = reading.release.model_copy(update={"statements": statements})
    return replace(reading, release=release)
