-- The reference lists, read by DuckDB itself from the folder in the variable "seeds", and what the
-- archive's columns hold.

CREATE TABLE export_column (
  dataset VARCHAR, position INTEGER, name VARCHAR, content VARCHAR, list VARCHAR);

-- event: a day that has happened, between 2000 and the day of the run; event_time with a time of day.
INSERT INTO export_column VALUES
  ('publications', 0, 'town', 'town', 'towns'),
  ('publications', 1, 'publication_id', 'id', NULL),
  ('publications', 2, 'title', 'text', NULL),
  ('publications', 4, 'category', 'label', 'publication_categories'),
  ('publications', 5, 'channel', 'label', 'publication_channels'),
  ('publications', 6, 'published_on', 'event', NULL),
  ('publications', 7, 'created_on', 'date', NULL),
  ('publications', 8, 'document_number', 'text', NULL),
  ('publications', 10, 'interprets', 'text', NULL),
  ('publications', 11, 'is_repost', 'flag', 'flags'),
  ('tickets', 0, 'town', 'town', 'towns'),
  ('tickets', 1, 'ticket_id', 'id', NULL),
  ('tickets', 2, 'ticket_type', 'label', 'ticket_types'),
  ('tickets', 3, 'ticket_source', 'label', 'ticket_sources'),
  ('tickets', 4, 'received_at', 'event_time', NULL),
  ('tickets', 5, 'due_at', 'deadline', NULL),
  ('tickets', 6, 'closed_at', 'event_time', NULL),
  ('tickets', 7, 'status', 'label', 'ticket_statuses'),
  ('tickets', 8, 'satisfaction', 'label', 'ticket_satisfaction'),
  ('requests', 0, 'town', 'town', 'towns'),
  ('requests', 1, 'request_id', 'id', NULL),
  ('requests', 2, 'applicant_kind', 'label', 'applicant_kinds'),
  ('requests', 3, 'channel', 'label', 'request_channels'),
  ('requests', 4, 'received_on', 'event', NULL),
  ('requests', 5, 'decided_on', 'event', NULL),
  ('requests', 6, 'outcome', 'label', 'request_rows'),
  ('requests', 7, 'fee', 'number', NULL),
  ('requests', 8, 'due_on', 'date', NULL),
  ('requests', 9, 'extended', 'flag', 'flags'),
  ('disputes', 0, 'town', 'town', 'towns'),
  ('disputes', 1, 'case_id', 'id', NULL),
  ('disputes', 2, 'kind', 'label', 'dispute_kinds'),
  ('disputes', 3, 'filed_on', 'event', NULL),
  ('disputes', 4, 'outcome', 'label', 'dispute_outcomes'),
  ('declared_figures', 0, 'town', 'town', 'towns'),
  ('declared_figures', 1, 'year', 'year', NULL),
  ('declared_figures', 2, 'measure', 'label', 'measures'),
  ('declared_figures', 3, 'member', 'text', NULL),
  ('declared_figures', 4, 'value', 'number', NULL),
  ('declared_figures', 5, 'unit', 'text', NULL),
  ('declared_figures', 6, 'approximate', 'flag', 'flags'),
  ('declared_figures', 7, 'note', 'text', NULL);

CREATE TABLE alias AS
SELECT dataset, "column" AS name, required = 'yes' AS required, plain_key(alias) AS key
FROM read_csv(getvariable('seeds') || '/column_aliases.csv', header = true, all_varchar = true);

SET VARIABLE lists = (
  SELECT list(file)
  FROM glob(getvariable('seeds') || '/*.csv')
  WHERE parse_filename(file, true) IN (SELECT list FROM export_column)
    OR parse_filename(file, true) = 'declared_members');

-- Every list, one below the other; the columns that a list does not have are empty.
CREATE TABLE seed AS
SELECT
  parse_filename(filename, true) AS list,
  coalesce(code, town_code) AS code,
  coalesce(label, town) AS label,
  * EXCLUDE (filename, code, town_code, label, town)
FROM read_csv(
  getvariable('lists'),
  header = true, delim = ',', quote = '"', all_varchar = true, union_by_name = true, filename = true);

-- The names by which exports, and paths, call a member of a list.
CREATE TABLE name AS
SELECT DISTINCT list, code, name_key(list, spelling) AS key
FROM (
  SELECT
    list, code,
    unnest([code, label, short_name] || string_split(coalesce(aliases, ''), '|')) AS spelling
  FROM seed)
WHERE spelling <> '';

-- The official label of a code; a code may stand in two forms, of which the first is shown.
CREATE TABLE label AS
SELECT list, code, any_value(label ORDER BY line) AS label
FROM (SELECT *, row_number() OVER () AS line FROM seed)
GROUP BY list, code
UNION ALL
SELECT DISTINCT list, 'unmapped', '未归类' FROM seed;

CREATE TABLE measure AS
SELECT code AS measure, label AS measure_label, unit, dataset, kind,
  smallest_base::INTEGER AS smallest_base, nullif(better, '') AS better,
  nullif(ranked_by, '') AS ranked_by
FROM seed WHERE list = 'measures';

CREATE TABLE definition_break AS
FROM read_csv(
  getvariable('seeds') || '/definition_breaks.csv', header = true, all_varchar = true);

CREATE TABLE mark AS
SELECT meaning, label_key(text) AS key
FROM read_csv(getvariable('seeds') || '/cell_marks.csv', header = true, all_varchar = true);

INSERT INTO name
SELECT 'flags', CASE meaning WHEN 'yes' THEN 'true' ELSE 'false' END, key
FROM mark WHERE meaning IN ('yes', 'no');

SET VARIABLE blanks = (SELECT list(key) FROM mark WHERE meaning = 'blank');
SET VARIABLE totals = (SELECT list(key) FROM mark WHERE meaning = 'total');
SET VARIABLE of_record = (
  SELECT code FROM seed WHERE list = 'publication_channels' AND of_record = 'true');
