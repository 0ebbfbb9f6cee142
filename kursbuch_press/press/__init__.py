"""Which product is made from what, who works on it, and how far it is; knows nothing of paragraphs."""
