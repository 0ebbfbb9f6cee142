"""``list``: name the products and say how they stand, and with ``--why`` for which reason."""

from __future__ import annotations

import argparse
from importlib import import_module

from kursbuch_press.cli import wording
from kursbuch_press.press import reasons
from kursbuch_press.press.dist import Plan
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.project import Project
from kursbuch_press.press.standing import Stock


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``list``."""
    parser.add_argument("--why", action="store_true", help=wording.WHY)


def run(parsed: argparse.Namespace) -> int:
    """Print every product with its files."""
    project = Project(parsed.project)
    stock = Stock(project)
    plan = stock.plan or _read_plan(project, stock)
    for product in PRODUCTS:
        print(f"{product.name:<10} {product.title}")
        for path in plan.paths.get(product.name, ()):
            standing = stock.standing(path)
            print(f"           {stock.name(path):<50} {wording.STATES[standing.state]}")
            if parsed.why:
                print(f"             {reasons.reason(stock, standing)}")
    return 0


def _read_plan(project: Project, stock: Stock) -> Plan:
    """Read the book, since its sources have changed; files of which they say the same as before are up to date."""
    plan: Plan = import_module("kursbuch_press.press.making").plan_of(project)
    said = import_module("kursbuch_press.press.content").content(project)
    for paths in plan.paths.values():
        for path in paths:
            stock.count_as(said, path)
    return plan
