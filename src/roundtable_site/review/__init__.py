"""The review page: source and transcript side by side, what is doubtful first, and changes written into content files.

It is never published. What it shows is made here, how it is reached is `serve`'s.
"""

from roundtable_site.review.words import Words, words_for

__all__ = ["Words", "words_for"]
