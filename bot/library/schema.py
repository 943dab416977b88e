"""From a YAML document to a value of the model, with every fault in words; and the JSON Schema for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from bot.errors import Fault, FaultsError
from bot.library.guarded_yaml import Document, Place
from bot.library.wording import clip, did_you_mean
from bot.model.release import Release
from bot.model.value import ID_PATTERN, PARAGRAPH_PATTERN, RELEASE_ID_PATTERN

Model = TypeVar("Model", bound=BaseModel)
SHAPES = {
    ID_PATTERN: "lower-case letters, digits and single hyphens",
    RELEASE_ID_PATTERN: "<published>-<series>, such as 2031-05-01-north-forum",
    PARAGRAPH_PATTERN: "a paragraph label such as 4, 4.1, 4.n1 or p1",
}
SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def read_as(document: Document, model: type[Model]) -> Model:
    """The value that ``document`` spells; raises FaultsError with all faults and their places."""
    try:
        return model.model_validate(document.tree)
    except ValidationError as error:
        raise FaultsError(tuple(_fault(document, model, dict(found)) for found in error.errors())) from error


def _fault(document: Document, model: type[BaseModel], error: dict[str, Any]) -> Fault:
    place: Place = tuple(error["loc"])
    context: Mapping[str, Any] = error.get("ctx", {})
    value = error.get("input")
    shown = repr(clip(str(value), 60))
    match error["type"]:
        case "missing":
            message = "is missing"
        case "extra_forbidden":
            message = f"unknown field{did_you_mean(str(place[-1]), _field_names(model))}"
        case "string_too_short":
            message = "is empty; fill it in or leave the field out"
        case "string_too_long":
            message = f"has {len(str(value))} characters; at most {context['max_length']} fit"
        case "string_pattern_mismatch":
            message = f"{shown} is not {SHAPES.get(context['pattern'], context['pattern'])}"
        case "enum" | "literal_error":
            known = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
            message = f"unknown value {shown}{did_you_mean(str(value), known) or ', use one of ' + ', '.join(known)}"
        case "date_from_datetime_parsing" | "date_parsing" | "date_from_datetime_inexact":
            message = f"{shown} is not a date; write it as 2031-05-01"
        case "tuple_type" | "list_type":
            message = "wants a list; put each value in [ ] or behind a dash"
        case "model_type" | "model_attributes_type" | "dict_type":
            message = "wants fields of its own, not plain text"
        case "string_type":
            message = "wants plain text"
        case "too_short":
            message = "wants at least one value"
        case _:
            message = str(error["msg"])
    return document.fault(place, message)


def _field_names(model: type[BaseModel]) -> set[str]:
    """The field names of ``model`` and of every model inside it."""
    names: set[str] = set()
    ahead: list[Any] = [model]
    seen: set[Any] = set()
    while ahead:
        current = ahead.pop()
        if isinstance(current, type) and issubclass(current, BaseModel):
            if current not in seen:
                seen.add(current)
                for name, field in current.model_fields.items():
                    names.add(field.alias or name)
                    ahead.append(field.annotation)
        else:
            ahead.extend(get_args(current))
    return names


def release_schema(ids: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """The JSON Schema of a release file, with the vocabulary's ids to complete from."""
    schema = Release.model_json_schema(by_alias=True)
    known = {vocabulary: sorted(values) for vocabulary, values in ids.items()}
    _complete(schema, known)
    return {"$schema": SCHEMA_DIALECT, **schema}


def _complete(node: object, known: Mapping[str, list[str]]) -> None:
    """Puts the ids of the vocabulary that a field names in the field's place; numbers are allowed as labels."""
    if isinstance(node, dict):
        vocabulary = node.pop("x-vocabulary", None)
        if vocabulary:
            node.pop("pattern", None)
            node["enum"] = known[vocabulary]
        if node.get("pattern") == PARAGRAPH_PATTERN:
            node["type"] = ["string", "number"]
        for value in node.values():
            _complete(value, known)
    elif isinstance(node, list):
        for value in node:
            _complete(value, known)
