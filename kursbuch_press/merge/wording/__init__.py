"""The German sentences of merging."""
