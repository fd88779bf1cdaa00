-- The archive of tickets and publications, as a script for DuckDB; the tables follow from tables.sql.
-- It knows the columns of generated archives only; names in ${} are replaced, and the table "export" is
-- there: a row per file with its path, its name, and what its folders say.

CREATE TABLE town AS
SELECT town_code, unnest([town, short_name]) AS spelling
FROM read_csv('${seeds}/towns.csv', all_varchar = true);

CREATE TABLE name AS
SELECT parse_filename(filename, true) AS list, code,
  unnest([label] || string_split(coalesce(aliases, ''), '|')) AS spelling
FROM read_csv(
  ['${seeds}/ticket_types.csv', '${seeds}/ticket_sources.csv', '${seeds}/ticket_statuses.csv',
   '${seeds}/ticket_satisfaction.csv', '${seeds}/publication_categories.csv'],
  all_varchar = true, union_by_name = true, filename = true);

SET VARIABLE totals = (
  SELECT list(text) FROM read_csv('${seeds}/cell_marks.csv', all_varchar = true) WHERE meaning = 'total');

CREATE TABLE known_export AS
SELECT export.*, town_code FROM export LEFT JOIN town ON spelling = export.town;

SET VARIABLE ticket_paths = (SELECT list(path ORDER BY path) FROM export WHERE kind = '12345热线');
SET VARIABLE publication_paths = (
  SELECT list(path ORDER BY path) FROM export WHERE kind = '信息公开目录');

-- Tickets: every record with its number and the rule it breaks.

CREATE TABLE ticket_record AS
WITH record AS (
  SELECT
    filename AS path,
    "工单编号" AS ticket_id, "诉求类型" AS type_label, "工单来源" AS source_label,
    "受理时间" AS received, "办理时限" AS due, "办结时间" AS closed,
    "办理状态" AS status_label, "满意度" AS satisfaction_label
  FROM read_csv(
    getvariable('ticket_paths'),
    header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', filename = true)
),
typed AS (
  SELECT *,
    try_cast(received AS TIMESTAMP) AS received_at,
    try_cast(due AS TIMESTAMP) AS due_at,
    try_cast(closed AS TIMESTAMP) AS closed_at
  FROM record
)
SELECT
  file, town_code, ticket_id,
  year(received_at)::SMALLINT AS year,
  received_at, due_at, closed_at,
  coalesce(type.code, 'unmapped') AS ticket_type,
  coalesce(source.code, 'unmapped') AS ticket_source,
  status.code AS status, satisfaction.code AS satisfaction,
  CASE
    WHEN list_contains(getvariable('totals'), ticket_id) THEN 'total_row'
    WHEN ticket_id IS NULL THEN 'missing_id'
    WHEN received IS NULL THEN 'missing_date'
    WHEN received_at IS NULL OR (closed IS NOT NULL AND closed_at IS NULL)
      OR (due IS NOT NULL AND due_at IS NULL) THEN 'bad_date'
    WHEN received_at < DATE '2000-01-01' OR received_at::DATE > DATE '${as_of}'
      OR closed_at::DATE > DATE '${as_of}' THEN 'date_out_of_range'
    WHEN town_code IS NULL THEN 'unknown_town'
  END AS rule
FROM typed
JOIN known_export USING (path)
LEFT JOIN name type ON type.list = 'ticket_types' AND type.spelling = type_label
LEFT JOIN name source ON source.list = 'ticket_sources' AND source.spelling = source_label
LEFT JOIN name status ON status.list = 'ticket_statuses' AND status.spelling = status_label
LEFT JOIN name satisfaction
  ON satisfaction.list = 'ticket_satisfaction' AND satisfaction.spelling = satisfaction_label;

-- The export whose newest date is later gives the later state, then its name, then the record.
CREATE TABLE file_order AS
SELECT file, row_number() OVER (ORDER BY latest_on, name) AS place
FROM (
  SELECT file, greatest(max(received_at), max(closed_at))::DATE AS latest_on
  FROM ticket_record WHERE rule IS NULL GROUP BY file)
JOIN export USING (file);

-- Only what is told of twice has to be sorted.
CREATE TABLE repeated AS
SELECT record.rowid AS record, file,
  row_number() OVER (PARTITION BY ticket_id ORDER BY place DESC, record.rowid DESC) > 1 AS beaten,
  row_number() OVER (
    PARTITION BY ticket_id, town_code, year, received_at, due_at, closed_at, ticket_type,
      ticket_source, status, satisfaction
    ORDER BY place, record.rowid) > 1 AS copy
FROM ticket_record record
JOIN file_order USING (file)
WHERE rule IS NULL AND ticket_id IN (
  SELECT ticket_id FROM ticket_record WHERE rule IS NULL GROUP BY ticket_id HAVING count(*) > 1);

COPY (SELECT * EXCLUDE (rule) FROM ticket_record WHERE rule IS NULL)
TO '${out}/archive/tickets' (FORMAT parquet, PARTITION_BY (year));

CREATE VIEW ticket AS
SELECT *,
  date_diff('second', received_at, closed_at) AS seconds,
  CASE WHEN settled AND closed_at >= received_at THEN seconds END AS settled_seconds,
  closed_at::TIME <> '00:00:00' AND received_at::TIME <> '00:00:00' AS timed,
  NOT settled AND NOT withdrawn AND due_at::DATE < DATE '${as_of}' AS overdue
FROM (
  SELECT *,
    coalesce(status = 'closed', closed_at IS NOT NULL) AS settled,
    coalesce(status = 'withdrawn', false) AS withdrawn
  FROM ticket_record
  WHERE rule IS NULL AND rowid NOT IN (SELECT record FROM repeated WHERE beaten));

-- Publications.

CREATE TABLE publication_record AS
SELECT file, town_code, "索引号" AS publication_id, "信息名称" AS title,
  try_cast("公开日期" AS DATE) AS published_on, year(published_on)::SMALLINT AS year,
  'city_portal' AS channel, coalesce(code, 'unmapped') AS category,
  CASE
    WHEN list_contains(getvariable('totals'), publication_id) THEN 'total_row'
    WHEN title IS NULL THEN 'missing_value'
    WHEN "公开日期" IS NULL THEN 'missing_date'
    WHEN published_on IS NULL THEN 'bad_date'
    WHEN published_on < DATE '2000-01-01' OR published_on > DATE '${as_of}' THEN 'date_out_of_range'
    WHEN town_code IS NULL THEN 'unknown_town'
  END AS rule
FROM read_csv(
  getvariable('publication_paths'),
  header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', filename = true) record
JOIN known_export ON known_export.path = record.filename
LEFT JOIN name ON list = 'publication_categories' AND spelling = "公开类别";

COPY (SELECT * EXCLUDE (rule) FROM publication_record WHERE rule IS NULL)
TO '${out}/archive/publications' (FORMAT parquet, PARTITION_BY (year));

CREATE TABLE publication AS
FROM publication_record WHERE rule IS NULL
QUALIFY row_number() OVER (
  PARTITION BY town_code, channel, publication_id ORDER BY published_on DESC, rowid DESC) = 1;

CREATE VIEW record AS
SELECT name AS source_file, rule, copy
FROM (
  SELECT ticket_record.file, rule, coalesce(copy, false) AS copy
  FROM ticket_record LEFT JOIN repeated ON repeated.record = ticket_record.rowid
  UNION ALL
  SELECT file, rule, false FROM publication_record)
JOIN export USING (file);
