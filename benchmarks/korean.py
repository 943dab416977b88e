"""How Korean words are best found: what each way of cutting text finds, what it adds wrongly, and what it costs.

    python -m benchmarks.korean DATA

Looked for is every Korean word of the gists without what may be its particle. Right is a gist with a word that begins
so; a word that only has it inside (한인도 for 인도) is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tantivy
from tantivy import Query

from bot.library.words import key

PARTICLES = (
    "으로",
    "에서",
    "에게",
    "까지",
    "부터",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "로",
    "도",
)
HANGUL = re.compile(r"^[\uac00-\ud7a3]{2,}$")
LEAST, ASKED = 2, 400
GIST = re.compile(r"^\s+ko: (.+)$", re.MULTILINE)


def pairs(word: str) -> list[str]:
    """Every two letters that stand together: 한반도의 -> 한반, 반도, 도의."""
    return [a + b for a, b in pairwise(word)] if HANGUL.match(word) else [word]


def stem(word: str) -> str:
    """A word without what may be its particle."""
    cut = next((p for p in PARTICLES if word.endswith(p) and len(word) - len(p) >= LEAST), "")
    return word.removesuffix(cut)


def phrase(schema: tantivy.Schema, words: list[str]) -> Query:
    """The words, one after another."""
    if len(words) == 1:
        return Query.term_query(schema, "text", words[0])
    return Query.phrase_query(schema, "text", list(words))


@dataclass(frozen=True)
class Way:
    """How a text becomes terms, and how a word is looked for."""

    name: str
    cut: Callable[[str], list[str]]
    ask: Callable[[tantivy.Schema, str], Query]


WAYS = (
    Way("whole words", str.split, lambda schema, word: phrase(schema, [word])),
    Way(
        "pairs of letters",
        lambda text: [pair for word in text.split() for pair in pairs(word)],
        lambda schema, word: phrase(schema, pairs(word)),
    ),
    Way(
        "whole words by their beginning", str.split, lambda schema, word: Query.regex_query(schema, "text", f"{word}.*")
    ),
)


def index_of(texts: Iterable[str], cut: Callable[[str], list[str]]) -> tantivy.Index:
    """An index in memory of texts cut in one way."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_unsigned_field("number", fast=True)
    index = tantivy.Index(builder.build())
    writer = index.writer(64_000_000, 1)
    for number, text in enumerate(texts):
        writer.add_json(json.dumps({"text": " ".join(cut(text)), "number": number}))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="How Korean words are best found.")
    parser.add_argument("data", type=Path)
    files = sorted((parser.parse_args().data / "releases").iterdir())
    texts = [key(gist) for path in files for gist in GIST.findall(path.read_text(encoding="utf-8"))]
    words = sorted({stem(word) for text in texts for word in text.split() if HANGUL.match(word)})
    asked = random.Random(1).sample(words, min(ASKED, len(words)))  # noqa: S311 - the same words each time
    right = {word: {n for n, text in enumerate(texts) if f" {word}" in f" {text}"} for word in asked}
    print(f"{len(texts):,} gists, {len(asked)} words")
    print("| cut into | found, % | wrongly found, % | ms a look-up |")
    print("|---|---|---|---|")
    for way in WAYS:
        index = index_of(texts, way.cut)
        searcher = index.searcher()
        hits = wrong = total = 0
        start = time.thread_time()
        for word in asked:
            result = searcher.search(way.ask(index.schema, word), len(texts))
            found = set(searcher.fast_field_values("number", [address for _, address in result.hits]))
            hits, wrong, total = (
                hits + len(found & right[word]),
                wrong + len(found - right[word]),
                total + len(right[word]),
            )
        ms = (time.thread_time() - start) * 1e3 / len(asked)
        print(f"| {way.name} | {100 * hits / total:.1f} | {100 * wrong / total:.1f} | {ms:.2f} |")


if __name__ == "__main__":
    main()
