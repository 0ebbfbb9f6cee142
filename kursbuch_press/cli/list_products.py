"""``list``: name the products and say how they stand."""

from __future__ import annotations

import argparse

from kursbuch_press.cli import wording
from kursbuch_press.press import dist
from kursbuch_press.press.jobs import Product
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.workshop import Workshop


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``list``: nothing."""
    del parser


def run(parsed: argparse.Namespace) -> int:
    """Print every product with its files."""
    workshop = Workshop(parsed.project)
    known = dist.read_manifest(workshop.project / "dist")
    for product in PRODUCTS:
        print(f"{product.name:<10} {product.title}")
        for path in product.paths(workshop):
            print(f"           {path:<50} {wording.STATES[_state(path, product, known, workshop)]}")
    return 0


def _state(path: str, product: Product, known: dict[str, dist.Entry], workshop: Workshop) -> str:
    if path not in known or not (workshop.project / "dist" / path).is_file():
        return "missing"
    return "current" if known[path].inputs == workshop.inputs(product.layouts) else "outdated"
