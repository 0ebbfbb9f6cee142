"""The screen edition as a file that can be read aloud: PDF/UA-1 and PDF/A-2a, or PDF/UA-2 and PDF/A-4.

``draw_tagged`` draws a laid-out document and gives it a tag tree made from its HTML; ``finish_screen`` adds
what the file says of itself. In between lie ``boxes`` (laid-out boxes become pieces of text), ``tree`` and
``roles`` (elements of HTML become tags), ``lines`` and ``glyphs`` (what is read at the ends of lines),
``marking`` (marks in the drawing), ``content_order`` (for viewers that ignore tags), ``places`` and ``links``
(where links go, in words), ``writing`` (tags become objects of the PDF), and ``second_part`` (what PDF/UA-2 adds).
"""

from kursbuch_press.pages.tagging.drawing import draw_tagged
from kursbuch_press.pages.tagging.finishing import ScreenFinish, finish_screen

__all__ = ["ScreenFinish", "draw_tagged", "finish_screen"]
