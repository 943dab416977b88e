"""From free text to the answers that the commands give."""
