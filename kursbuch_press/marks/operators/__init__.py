"""What the operators of a content stream do, one file for each group of them (ISO 32000-1, annex A)."""
