"""Rows and tables that went."""

from __future__ import annotations

from lxml import etree

from kursbuch_press.word.redlines.elements import Element, Pen, W


def deleted_row(paragraphs: list[Element], pen: Pen) -> Element:
    """Give a row that went, one cell for each paragraph."""
    row = etree.Element(f"{W}tr")
    pen.mark_row(row, "del")
    for paragraph in paragraphs:
        cell = etree.SubElement(row, f"{W}tc")
        width = etree.SubElement(etree.SubElement(cell, f"{W}tcPr"), f"{W}tcW")
        width.set(f"{W}w", "0")
        width.set(f"{W}type", "auto")
        cell.append(paragraph)
    return row


def deleted_table(row: Element, columns: int) -> Element:
    """Give a table that went, with its first row in it."""
    table = etree.Element(f"{W}tbl")
    properties = etree.SubElement(table, f"{W}tblPr")
    etree.SubElement(properties, f"{W}tblStyle").set(f"{W}val", "TableGrid")
    width = etree.SubElement(properties, f"{W}tblW")
    width.set(f"{W}w", "0")
    width.set(f"{W}type", "auto")
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, f"{W}gridCol").set(f"{W}w", "1500")
    table.append(row)
    return table
