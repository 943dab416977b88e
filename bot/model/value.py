"""The base of every value in the model, and the small types they share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARAGRAPH_PATTERN = r"^(title|subtitle|date|(p?[1-9]\d*)(\.[1-9]\d*)*(\.n[1-9]\d*)?|n[1-9]\d*)$"
RELEASE_ID_PATTERN = r"^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$"
RELEASE_ID_MOST = 40
TEXT_MOST = 400
QUOTE_MOST = 1200
JOIN = " … "
"""Joins the pieces of a quote that leaves words out."""


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Locale(StrEnum):
    """The languages that answers are written in."""

    EN = "en"
    KO = "ko"


def names_one_of(vocabulary: str) -> dict[str, str]:
    """Marks an id in the JSON Schema with the vocabulary it comes from, so that an editor can complete it."""
    return {"x-vocabulary": vocabulary}


Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
PartyId = Annotated[Id, Field(json_schema_extra=names_one_of("parties"))]
IssuerId = Annotated[Id, Field(json_schema_extra=names_one_of("issuers"))]
PersonId = Annotated[Id, Field(json_schema_extra=names_one_of("people"))]
TopicId = Annotated[Id, Field(json_schema_extra=names_one_of("topics"))]
ReleaseId = Annotated[str, Field(pattern=RELEASE_ID_PATTERN, max_length=RELEASE_ID_MOST)]
ParagraphRef = Annotated[str, Field(pattern=PARAGRAPH_PATTERN, max_length=20)]
Text = Annotated[str, Field(min_length=1, max_length=TEXT_MOST)]
Quote = Annotated[str, Field(min_length=2, max_length=QUOTE_MOST)]


class Words(Value):
    """One wording in both languages."""

    en: Text
    ko: Text

    def in_(self, locale: Locale) -> str:
        """The wording in ``locale``."""
        return self.ko if locale is Locale.KO else self.en


class Aliases(Value):
    """Other words for the same thing, in both languages."""

    en: tuple[Text, ...] = ()
    ko: tuple[Text, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Every alias, English first."""
        return self.en + self.ko
