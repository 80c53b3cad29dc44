"""The tables of a store: one SQLite file that holds the records and their index.

Rows that filters read are narrow; the records themselves stand apart as the JSON of the contract. The two full-text
tables keep no text (`content=''`), so an entry is deleted by giving back its old tokens: `entries` makes them, always.
A `point` is what a requirement says something of, under the keys of `extract.reckoning.comparison`; its own period
stands beside. The new wording of an amended rule is a point under the old one's keys too, for as long as the amended
notice lives (`heir_of`); its own keys then count no more.
"""

from __future__ import annotations

VERSION = "7"
"""Changes with the tables, and with what the index is given for a record."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source (
    uri TEXT PRIMARY KEY, sha256 TEXT NOT NULL, read_by TEXT NOT NULL, read_at TEXT NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE failure (
    uri TEXT PRIMARY KEY, stage TEXT NOT NULL, reason TEXT NOT NULL, advice TEXT NOT NULL, failed_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE notice (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, home TEXT NOT NULL, number_key TEXT, doc_type TEXT, level TEXT,
    place TEXT, place_name TEXT, year INTEGER, day TEXT NOT NULL, signed_on TEXT, published_on TEXT, printed_on TEXT,
    effective_from TEXT, effective_to TEXT, requirements INTEGER NOT NULL
);
CREATE INDEX notice_by_number ON notice (number_key);
CREATE INDEX notice_by_place ON notice (place, day);
CREATE INDEX notice_by_day ON notice (day DESC);

CREATE TABLE notice_record (notice INTEGER PRIMARY KEY REFERENCES notice ON DELETE CASCADE, record TEXT, text TEXT);

CREATE TABLE held (
    uri TEXT NOT NULL REFERENCES source ON DELETE CASCADE, notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
    PRIMARY KEY (uri, notice)
) WITHOUT ROWID;
CREATE INDEX held_by_notice ON held (notice);

CREATE TABLE requirement (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
    kind TEXT NOT NULL, modality TEXT NOT NULL, place TEXT, year INTEGER, day TEXT NOT NULL,
    aspect TEXT NOT NULL, unit TEXT, low REAL, high REAL, low_open INTEGER, high_open INTEGER,
    least_hours REAL, most_hours REAL, first_day TEXT, last_day TEXT, applies_from TEXT, applies_to TEXT,
    subject_code TEXT, action_code TEXT, confidence REAL
);
CREATE INDEX requirement_by_notice ON requirement (notice);
CREATE INDEX requirement_by_value ON requirement (kind, aspect, unit, low, high);
CREATE INDEX requirement_by_place ON requirement (place, kind);
CREATE INDEX requirement_by_year ON requirement (year);
CREATE INDEX requirement_by_modality ON requirement (modality);
CREATE INDEX requirement_by_day ON requirement (day DESC);

CREATE TABLE requirement_record (
    requirement INTEGER PRIMARY KEY REFERENCES requirement ON DELETE CASCADE, record TEXT NOT NULL
);

CREATE TABLE point (
    requirement INTEGER NOT NULL REFERENCES requirement ON DELETE CASCADE, subject TEXT NOT NULL,
    action TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, notice INTEGER NOT NULL, place TEXT,
    first TEXT NOT NULL, last TEXT NOT NULL, heir_of INTEGER REFERENCES notice ON DELETE CASCADE,
    PRIMARY KEY (requirement, subject, action)
) WITHOUT ROWID;
CREATE INDEX point_by_heir ON point (heir_of) WHERE heir_of IS NOT NULL;
CREATE INDEX point_by_notice ON point (notice, subject, action, kind, value, first, last, heir_of);
CREATE INDEX point_by_topic ON point (place, subject, action, kind, value, notice, first, last, heir_of);
CREATE INDEX point_by_first ON point (first) WHERE first > '';
CREATE INDEX point_by_last ON point (last) WHERE last < '9999';

CREATE TABLE part (
    requirement INTEGER NOT NULL REFERENCES requirement ON DELETE CASCADE, position INTEGER NOT NULL,
    unit TEXT NOT NULL, low REAL, high REAL, low_open INTEGER, high_open INTEGER, least_hours REAL, most_hours REAL,
    PRIMARY KEY (requirement, position)
) WITHOUT ROWID;
CREATE INDEX part_by_value ON part (unit, low, high);

CREATE TABLE relation (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE,
    relation TEXT NOT NULL, target_key TEXT, target_id TEXT, record TEXT NOT NULL
);
CREATE INDEX relation_by_notice ON relation (notice);
CREATE INDEX relation_by_target ON relation (target_key);

CREATE VIRTUAL TABLE notice_words USING fts5 (
    title, body, issuers, nums, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '+-~/%.'"
);
CREATE VIRTUAL TABLE requirement_words USING fts5 (
    quote, subject, action, responsible, nums, tags,
    content='', tokenize="unicode61 remove_diacritics 0 tokenchars '+-~/%.'"
);
"""

PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -64000;
PRAGMA busy_timeout = 10000;
"""

READING = "PRAGMA mmap_size = 1073741824;"
"""For a store that is only asked: its first questions take two thirds of the time. Written stores keep memory flat."""
