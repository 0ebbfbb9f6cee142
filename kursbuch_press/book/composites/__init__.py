"""One file for each composite block; ``kursbuch_press.book.blocks`` finds them."""
