"""English words and their Korean ones: what the Korean gist of a statement is held to, beside its quote."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from bot.model.value import Text, Value

BETWEEN = " = "


class Rendering(Value):
    """A row of words that are partners, each English one of every Korean one."""

    en: tuple[Text, ...] = ()
    en_too: tuple[Text, ...] = ()
    """English words that may stand behind the ``ko``, and are not themselves looked for in a gist."""
    ko: tuple[Text, ...] = ()
    ko_too: tuple[Text, ...] = ()
    """Korean words that may stand for the ``en``, and are not themselves looked for in a quote."""

    @model_validator(mode="before")
    @classmethod
    def _spelt(cls, row: object) -> object:
        """The row that a line spells: ``dialogue (conversation, talk) = 대화 (담화)``."""
        if not isinstance(row, str):
            return row
        english, between, korean = row.partition(BETWEEN)
        if not between:
            raise ValueError("wants English words, ' = ' and Korean ones: dialogue (conversation) = 대화 (담화)")
        (en, en_too), (ko, ko_too) = _words(english), _words(korean)
        return {"en": en, "en_too": en_too, "ko": ko, "ko_too": ko_too}

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not (self.en or self.en_too) or not (self.ko or self.ko_too):
            raise ValueError("a row needs words on both sides")
        return self

    def partners(self) -> tuple[tuple[str, str], ...]:
        """Each English word with each Korean one that it may go with."""
        return tuple((e, k) for e in (*self.en, *self.en_too) for k in (*self.ko, *self.ko_too))


def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words outside and inside the ( )."""
    outside, _, inside = text.strip().removesuffix(")").partition("(")
    return _listed(outside), _listed(inside)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(",") if (word := part.strip()))


class Bilingual(Value):
    """bilingual.yaml: the rows, and what else a Korean gist is read by."""

    rows: tuple[Rendering, ...]
    letters: dict[str, tuple[Text, ...]]
    """States that one syllable stands for in a compound (한미일), each with its English words."""
    irregular: dict[Text, Text]
    """Forms of English words that no ending shows (grew), each with its word."""
    negating: tuple[Text, ...]
    """English words that a Korean negation can stand for; ``*`` is any ending or beginning."""
    not_negated_ko: tuple[Text, ...]
    """Korean words that look negated and are not, or are held to a word by a row."""
