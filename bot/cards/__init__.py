"""From an answer to a card to pages: all wording, every language, every size limit."""
