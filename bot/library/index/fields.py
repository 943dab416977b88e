"""The fields of the index, and how text in them is cut into terms.

One document a statement, a participant, a paragraph and a release, for finding; and one a release, for reading, that
only holds its text. A document says in ``said`` whatever a look-up may ask for outright: every look-up is one term.

Korean is cut into pairs of letters inside each word.
"""

from __future__ import annotations

import tantivy

LONGEST_WORD = 60
WORDS, EN, KO, KEPT = "words", "en", "ko", "kept"
RELEASE, BODY, STATEMENT, PARTICIPANT, PARAGRAPH = "release", "body", "statement", "participant", "paragraph"
FIRST, LAST = "^", "$"
"""Stand before the first and after the last word of an office, so that a look-up can say where words must stand."""


def make_schema() -> tantivy.Schema:
    """The fields.

    ``raw`` ones hold terms as they are, ``words`` ones hold names and quotes as `words.key` has them, ``kept`` ones are
    only read back.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("of", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("order", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("published", stored=True, indexed=True, fast=True)
    builder.add_text_field("said", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("named", tokenizer_name="raw", index_option="basic")
    for field in ("names", "quotes", "office", "person", KO):
        builder.add_text_field(field, tokenizer_name=WORDS, index_option="position")
    builder.add_text_field(EN, tokenizer_name=EN, index_option="freq")
    for field in ("json", "paragraphs", "hash"):
        builder.add_text_field(field, stored=True, tokenizer_name=KEPT, index_option="basic")
    return builder.build()


def english() -> tantivy.TextAnalyzer:
    """Cuts English into the stems of its words, in small letters."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for filter_ in (tantivy.Filter.remove_long(LONGEST_WORD), tantivy.Filter.lowercase()):
        builder = builder.filter(filter_)
    return builder.filter(tantivy.Filter.stemmer("english")).build()


def register(index: tantivy.Index) -> None:
    """Tells an opened index how its texts are cut: it does not keep that itself."""
    index.register_tokenizer(WORDS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    index.register_tokenizer(EN, english())
    nothing = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build()
    index.register_tokenizer(KEPT, nothing)
    index.config_reader("manual")
