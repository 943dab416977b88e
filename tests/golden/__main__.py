"""Writes every golden answer anew."""

from __future__ import annotations

from tests.golden.answers import ANSWERS, path_of, text_of

if __name__ == "__main__":
    for name in ANSWERS:
        path_of(name).write_text(text_of(name), encoding="utf-8")
