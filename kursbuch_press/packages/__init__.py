"""Reading Office packages that may come from anybody: within a budget, by relations, and nothing foreign is run.

``open_package`` gives the parts of any package, ``open_word`` the text of a Word file with its styles and notes.
"""

from __future__ import annotations

from kursbuch_press.packages.package import Package, Relation, open_package
from kursbuch_press.packages.word_file import WordFile, open_word

__all__ = ["Package", "Relation", "WordFile", "open_package", "open_word"]
