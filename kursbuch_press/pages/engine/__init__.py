"""What replaces functions of WeasyPrint: one file for each, with what it does, why, and the issue upstream.

``start.replace_functions`` puts them in place, once. Each names the digest of the code that it was written for; a test
compares it with the installed one, so that a new WeasyPrint is read again before it is trusted.
"""
