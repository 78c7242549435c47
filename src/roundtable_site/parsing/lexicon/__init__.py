"""The vocabulary of reading: one module for each kind of word, so that a new word is one line."""
