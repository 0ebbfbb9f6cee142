"""The handouts: sheets for each action field, one page for decision makers, a summary in Leichte Sprache."""
