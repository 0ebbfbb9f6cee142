"""Checks whether everybody can read a PDF or Word file, with the clause of every rule: one file for each."""
