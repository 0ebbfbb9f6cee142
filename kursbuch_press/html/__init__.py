"""The one HTML writer: nodes and inlines by templates, with a policy for what a reference becomes in an output."""
