-- From lines to records: which line is the header, what dataset it is of, where its columns stand;
-- and which records have the shape of data.

-- The first line that names all required columns of a dataset; of several datasets, the one of
-- which it names most columns.
CREATE TABLE header AS
WITH named AS (
  SELECT file, number, dataset, count(DISTINCT alias.name) AS known,
    count(DISTINCT alias.name) FILTER (WHERE required) AS known_required
  FROM (SELECT file, number, unnest(cells) AS cell FROM line WHERE number <= 10)
  JOIN alias ON alias.key = plain_key(cell)
  GROUP BY file, number, dataset
)
SELECT file, number, dataset, cells
FROM named JOIN line USING (file, number)
WHERE known_required
  = (SELECT count(DISTINCT name) FROM alias WHERE alias.dataset = named.dataset AND required)
QUALIFY row_number() OVER (PARTITION BY file ORDER BY number, known DESC) = 1;

CREATE TABLE place AS
SELECT file, alias.dataset, alias.name, min(place) AS place
FROM (SELECT file, dataset, unnest(cells) AS cell, generate_subscripts(cells, 1) AS place FROM header) h
JOIN alias ON alias.dataset = h.dataset AND alias.key = plain_key(cell)
GROUP BY file, alias.dataset, alias.name;

-- What is meant by each text that stands in a cell; marks such as "/" and "无" mean that nothing was
-- entered.
CREATE TABLE meant AS
SELECT text,
  CASE WHEN key IN getvariable('blanks') THEN '' ELSE clean(text) END AS clean,
  key IN getvariable('totals') AS is_total
FROM (
  SELECT text, label_key(text) AS key
  FROM (SELECT DISTINCT unnest(cells) AS text FROM line)
  WHERE text <> '');

CREATE TABLE record AS
SELECT file, dataset, line.number - header.number AS record, line.cells,
  header.cells AS header_cells
FROM line JOIN header USING (file)
WHERE line.number > header.number;

CREATE TABLE filled AS
SELECT file, record, place, clean AS text, is_total
FROM (
  SELECT file, record, unnest(cells) AS text, generate_subscripts(cells, 1) AS place FROM record)
JOIN meant USING (text)
WHERE clean <> '';

CREATE TABLE cell AS
SELECT file, record, dataset, position, name, content, list, required,
  coalesce(text, '') AS text, coalesce(is_total, false) AS is_total
FROM record
JOIN export_column USING (dataset)
LEFT JOIN (SELECT dataset, name, any_value(required) AS required FROM alias GROUP BY ALL)
  USING (dataset, name)
LEFT JOIN place USING (file, dataset, name)
LEFT JOIN filled USING (file, record, place);

-- A row whose label is a total, the header once more, a row with too many cells or too few.
CREATE TABLE shape AS
SELECT file, record,
  CASE
    WHEN first_is_total OR label_is_total THEN 'total_row'
    WHEN texts = list_filter(
      list_transform(header_cells, lambda cell: clean(cell)), lambda cell: cell <> '')
    THEN 'repeated_header'
    WHEN len(cells) <> len(header_cells) THEN 'ragged_row'
  END AS rule
FROM record
LEFT JOIN (
  SELECT file, record, arg_min(is_total, place) AS first_is_total, list(text ORDER BY place) AS texts
  FROM filled GROUP BY ALL) USING (file, record)
LEFT JOIN (
  SELECT file, record, bool_or(is_total) AS label_is_total
  FROM cell WHERE content IN ('label', 'id') GROUP BY ALL) USING (file, record);
