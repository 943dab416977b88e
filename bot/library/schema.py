"""From a YAML document to a value of the model, with every fault in words; and the JSON Schema for editors."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from bot.errors import Fault, FaultsError
from bot.library.guarded_yaml import Document, Place
from bot.library.wording import clip, did_you_mean
from bot.model.release import Release
from bot.model.value import ID_PATTERN, PARAGRAPH_PATTERN, RELEASE_ID_PATTERN

Model = TypeVar("Model", bound=BaseModel)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
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
        raise FaultsError(_faults(document, model, error)) from error


@dataclass(frozen=True)
class Sound(Generic[Model]):
    """What can be read of a document in spite of its faults, so that the rest can be checked in the same run.

    ``value`` lacks the entries of lists that have a fault (``document`` still knows the places of the others), and is
    None where the fault is not in a list; ``pruned`` names the lists that lack something.
    """

    value: Model | None
    document: Document
    faults: tuple[Fault, ...]
    pruned: frozenset[str]


def read_sound(document: Document, model: type[Model]) -> Sound[Model]:
    """The value that ``document`` spells, or its sound part with the faults of the rest."""
    try:
        return Sound(model.model_validate(document.tree), document, (), frozenset())
    except ValidationError as error:
        faults = _faults(document, model, error)
        tree, kept = _pruned(document.tree, [(e["type"], tuple(e["loc"])) for e in error.errors()])
    pruned = frozenset(name for name, indices in kept.items() if len(indices) < len(document.tree[name]))
    try:
        return Sound(model.model_validate(tree), replace(document, kept=kept), faults, pruned)
    except ValidationError:
        return Sound(None, document, faults, pruned)


def _pruned(tree: dict[str, Any], errors: list[tuple[str, Place]]) -> tuple[dict[str, Any], dict[str, tuple[int, ...]]]:
    """``tree`` without its unknown fields and without the list entries that have another fault; and which were kept."""
    sound = copy.deepcopy(tree)
    faulty: dict[str, set[int]] = {}
    for kind, place in errors:
        if kind == "extra_forbidden":
            parent: Any = sound
            for step in place[:-1]:
                parent = parent[step]
            parent.pop(place[-1], None)
        elif len(place) > 1 and isinstance(place[1], int):
            faulty.setdefault(str(place[0]), set()).add(place[1])
    kept: dict[str, tuple[int, ...]] = {}
    for name, indices in faulty.items():
        kept[name] = tuple(i for i in range(len(sound[name])) if i not in indices)
        sound[name] = [sound[name][i] for i in kept[name]]
    return sound, kept


def _faults(document: Document, model: type[BaseModel], error: ValidationError) -> tuple[Fault, ...]:
    return tuple(_fault(document, model, dict(found)) for found in error.errors())


def _fault(document: Document, model: type[BaseModel], error: dict[str, Any]) -> Fault:
    place: Place = tuple(error["loc"])
    context: Mapping[str, Any] = error.get("ctx", {})
    value = error.get("input")
    shown = repr(clip(str(value), 60))
    match error["type"]:
        case "missing":
            message = "is missing"
        case "extra_forbidden":
            message = _unknown_field(str(place[-1]), model)
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
            shaped = DATE.fullmatch(str(value)) is not None
            message = (
                f"{shown} is no day of the calendar" if shaped else f"{shown} is not a date; write it as 2031-05-01"
            )
        case kind if kind.startswith(("datetime", "timezone")):
            message = f"{shown} is not a time; write it as 2031-05-03T09:00:00Z"
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


def _unknown_field(name: str, model: type[BaseModel]) -> str:
    if " " in name:
        return "reads as a field of its own; put a value that holds a comma or a colon in quotes"
    known = _field_names(model) - {name}  # it may stand deeper inside
    return f"unknown field{did_you_mean(name, known)}"


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
