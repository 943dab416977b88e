"""From a question to an answer: pure, given the library."""
