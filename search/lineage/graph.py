"""The family of one notice as a graph: what it points at and what points at it, as a tree, DOT, SVG or JSON."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from extract.records import Relation
from search import labels
from search.questions.force import status_on
from search.rows import relation_of

REACH = 3
"""How many steps from the notice are followed."""
NODES = 200
"""How many notices a graph shows; a law that thousands cite would fill any page."""


@dataclass(frozen=True, slots=True)
class Node:
    """A notice of the graph, or a document that is not in the store (`id` is `None`)."""

    key: str
    id: str | None
    title: str
    doc_number: str | None = None
    signed_on: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` speaks of `target`, with the words that say so."""

    source: str
    target: str
    relation: str
    scope: str
    quote: str
    effective_on: str | None = None
    stage: str = "done"


@dataclass(frozen=True, slots=True)
class Graph:
    """`cut` says that there is more than is shown."""

    root: str
    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    cut: bool = False


def graph(db: sqlite3.Connection, notice_id: str, *, on: str | None = None) -> Graph:
    """What is linked with a notice within `REACH` steps; mentions and grounds are followed from the notice only."""
    nodes: dict[str, Node] = {notice_id: _node(db, notice_id, on)}
    edges: dict[tuple[str, str, str], Edge] = {}
    frontier = [notice_id]
    for step in range(REACH):
        reached: list[str] = []
        for source, target, line in (link for name in frontier for link in _links(db, name, near=step == 0)):
            relation = relation_of(line)
            key = target or f"?{relation.id}"
            edge = _edge(source, key, relation)
            for end in (source, key):
                if end not in nodes and len(nodes) < NODES:
                    known = end == source or target is not None
                    nodes[end] = _node(db, end, on) if known else _stub(end, line)
                    reached += [end] if known else []
            if edge.source in nodes and edge.target in nodes:
                edges[(source, key, edge.relation)] = edge
        frontier = reached
    return Graph(notice_id, nodes, tuple(edges.values()), len(nodes) >= NODES)


def _edge(source: str, target: str, said: Relation) -> Edge:
    return Edge(source, target, said.relation, said.scope, said.evidence.quote, said.effective_on, said.stage)


_WEAK = "('implements', 'cites')"


def _links(db: sqlite3.Connection, notice_id: str, *, near: bool) -> Iterator[tuple[str, str | None, str]]:
    """(source, target, relation) of what the notice says and of what is said of it."""
    strong = "" if near else f" AND x.relation NOT IN {_WEAK}"
    yield from db.execute(
        "SELECT n.id, x.target_id, x.record FROM notice n JOIN relation x ON x.notice = n.rowid"
        f" WHERE n.id = ?{strong} ORDER BY x.rowid",
        (notice_id,),
    ).fetchall()
    yield from db.execute(
        "SELECT s.id, t.id, x.record FROM notice t JOIN arrow a ON a.target = t.rowid"
        f" JOIN relation x ON x.rowid = a.relation JOIN notice s ON s.rowid = x.notice WHERE t.id = ?{strong}"
        f" ORDER BY s.day, s.id LIMIT {NODES}",
        (notice_id,),
    ).fetchall()


def _node(db: sqlite3.Connection, notice_id: str, on: str | None) -> Node:
    title, number, day, status = db.execute(
        "SELECT record ->> 'title', record ->> 'doc_number', signed_on, "
        f"{status_on('rowid', on)} FROM notice JOIN notice_record ON notice = rowid WHERE id = ?",
        (notice_id,),
    ).fetchone()
    return Node(notice_id, notice_id, title or "（无标题）", number, day, status)


def _stub(key: str, line: str) -> Node:
    target = relation_of(line).target
    return Node(key, None, target.title or target.description or "", target.doc_number)


def node_label(node: Node) -> str:
    """A notice in one line: title, number, day, status; a document that is not in the store says so."""
    status = labels.label(labels.STATUSES, node.status) if node.id else "库中没有"
    return " · ".join(filter(None, (node.title, node.doc_number, node.signed_on, status)))


def edge_label(edge: Edge) -> str:
    """废止（部分，自2021-09-15）."""
    scope = "" if edge.scope == "whole" else labels.SCOPES[edge.scope]
    since = f"自{edge.effective_on}" if edge.effective_on else ""
    stage = "" if edge.stage == "done" else labels.STAGES[edge.stage]
    notes = "，".join(filter(None, (stage, scope, since)))
    return f"{labels.RELATIONS[edge.relation]}{f'（{notes}）' if notes else ''}"


def to_record(found: Graph) -> dict[str, Any]:
    """The graph for machines."""
    return {
        "root": found.root,
        "cut": found.cut,
        "nodes": [
            {"key": n.key, "id": n.id, "title": n.title, "doc_number": n.doc_number, "signed_on": n.signed_on,
             "status": n.status}
            for n in found.nodes.values()
        ],
        "edges": [
            {"source": e.source, "target": e.target, "relation": e.relation, "scope": e.scope,
             "effective_on": e.effective_on, "quote": e.quote}
            for e in found.edges
        ],
    }  # fmt: skip


def to_dot(found: Graph) -> str:
    """The graph in the language of Graphviz."""
    names = {key: f"n{index}" for index, key in enumerate(found.nodes)}
    lines = ["digraph lineage {", '  rankdir=LR; node [shape=box, fontname="sans-serif"];']
    for key, node in found.nodes.items():
        style = "" if node.id else ", style=dashed"
        lines.append(f"  {names[key]} [label={_quoted(node_label(node))}{style}];")
    for edge in found.edges:
        lines.append(f"  {names[edge.source]} -> {names[edge.target]} [label={_quoted(edge_label(edge))}];")
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


_WIDTH, _HEIGHT, _GAP, _COLUMN = 460, 48, 26, 640


def to_svg(found: Graph) -> str:
    """The graph as a picture: columns by date order of the links (who speaks on the left), nothing to install."""
    places = _places(found)
    height = max(y for _, y in places.values()) + _HEIGHT + _GAP
    width = max(x for x, _ in places.values()) + _WIDTH + _GAP
    drawn = [_svg_edge(edge, places) for edge in found.edges]
    drawn += [_svg_node(node, *places[key], root=key == found.root) for key, node in found.nodes.items()]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif"'
        ' font-size="13"><defs><marker id="to" markerWidth="8" markerHeight="8" refX="8" refY="4" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z"/></marker></defs>'
    )
    return "\n".join([head, *drawn, "</svg>"])


def _places(found: Graph) -> dict[str, tuple[int, int]]:
    """Upper left corner of each box: those that speak of the root on its left, those it speaks of on its right."""
    column = {found.root: 0}
    for _ in range(REACH):
        for edge in found.edges:
            if edge.source in column:
                column.setdefault(edge.target, column[edge.source] + 1)
            elif edge.target in column:
                column.setdefault(edge.source, column[edge.target] - 1)
    left = min(column.values())
    filled: dict[int, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for key in found.nodes:
        at = column.get(key, 0)
        row = filled.setdefault(at, 0)
        filled[at] += 1
        places[key] = (_GAP + (at - left) * _COLUMN, _GAP + row * (_HEIGHT + _GAP))
    return places


def _svg_node(node: Node, x: int, y: int, *, root: bool) -> str:
    stroke = '#c00" stroke-width="2' if root else "#555"
    dash = "" if node.id else ' stroke-dasharray="4 3"'
    title = node.title if len(node.title) <= 32 else node.title[:31] + "…"
    about = node_label(node).removeprefix(node.title).removeprefix(" · ")
    return (
        f'<g><title>{escape(node_label(node))}</title><rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}"'
        f' fill="#fff" stroke="{stroke}"{dash}/><text x="{x + 8}" y="{y + 19}">{escape(title)}</text>'
        f'<text x="{x + 8}" y="{y + 38}" fill="#666">{escape(about)}</text></g>'
    )


def _svg_edge(edge: Edge, places: Mapping[str, tuple[int, int]]) -> str:
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    y1, y2 = y1 + _HEIGHT // 2, y2 + _HEIGHT // 2
    start, end = (x1 + _WIDTH, x2) if x1 < x2 else (x1, x2 + _WIDTH) if x1 > x2 else (x1, x2)
    return (
        f'<g><title>{escape(edge.quote)}</title><line x1="{start}" y1="{y1}" x2="{end}" y2="{y2}" stroke="#888"'
        f' marker-end="url(#to)"/><text x="{(start + end) // 2}" y="{(y1 + y2) // 2 - 4}" text-anchor="middle"'
        f' fill="#06c">{escape(edge_label(edge))}</text></g>'
    )
