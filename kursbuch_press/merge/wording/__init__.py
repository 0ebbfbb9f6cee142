"""The German sentences of merging."""

LOG_HEAD = "# Was aus Rückgaben übernommen wurde, und von wem es stammt.\n"
