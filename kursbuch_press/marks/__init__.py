"""Reading the pages of PDF files that may come from anybody: what they paint, where, and in which colour.

``open_pdf`` opens a file, ``read_sheets`` gives its pages with their marks, ``read_tagged`` those marks with the marked
content around them. Everything spends from one budget; whatever a file says, types are asked and never assumed.
"""
