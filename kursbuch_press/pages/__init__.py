"""Manuscript in, PDFs out: HTML by the designer's templates, laid out once, drawn and finished for print and for reading."""
