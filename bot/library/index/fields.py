"""The fields of the index, and how text in them is cut into terms.

One document a statement, a participant, a paragraph and a release, for finding; and one a release, for reading, that
only holds its text. A document says in ``said`` whatever a look-up may ask for outright: every look-up is one term.

Words stay whole, in either language: a Korean word is found by its beginning, for particles are written onto it.
"""

from __future__ import annotations

import tantivy

WORDS, KEPT = "words", "kept"
RELEASE, BODY, STATEMENT, PARTICIPANT, PARAGRAPH = "release", "body", "statement", "participant", "paragraph"
FIRST, LAST = "^", "$"
"""Stand before the first and after the last word of an office, so that a look-up can say where words must stand."""


def make_schema() -> tantivy.Schema:
    """The fields.

    ``day`` is the day of the release, ``on`` that of the statement, which may be another of several meetings' days.
    ``raw`` ones hold terms as they are, ``words`` ones hold names and quotes as `words.key` has them, ``kept`` ones are
    only read back.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("of", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("order", fast=True, tokenizer_name="raw", index_option="basic")
    for field in ("day", "on"):
        builder.add_unsigned_field(field, indexed=True, fast=True)
    builder.add_unsigned_field("published", stored=True, indexed=True, fast=True)
    for field in ("act", "series", "place"):
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("said", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("named", tokenizer_name="raw", index_option="basic")
    for field in ("names", "quotes", "gists", "office", "person"):
        builder.add_text_field(field, tokenizer_name=WORDS, index_option="position")
    for field in ("json", "paragraphs", "hash"):
        builder.add_text_field(field, stored=True, tokenizer_name=KEPT, index_option="basic")
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tells an opened index how its texts are cut: it does not keep that itself."""
    index.register_tokenizer(WORDS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    nothing = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build()
    index.register_tokenizer(KEPT, nothing)
    index.config_reader("manual")
