-- From the text of a cell to its value, or to the rule that it breaks.

-- The member of a list that a path names: the last of its parts that names just one. A name inside
-- a longer name does not count.
CREATE TABLE path_name AS
WITH part AS (
  SELECT file, unnest(string_split(file, '/')) AS part,
    generate_subscripts(string_split(file, '/'), 1) AS depth
  FROM header
),
named AS (
  SELECT file, depth, list, code, key
  FROM part JOIN name ON contains(plain_key(part), key)
  WHERE list IN ('towns', 'publication_channels')
),
longest AS (
  SELECT file, depth, list, code
  FROM named
  WHERE NOT EXISTS (
    FROM named longer
    WHERE longer.file = named.file AND longer.depth = named.depth AND longer.list = named.list
      AND longer.key <> named.key AND contains(longer.key, named.key))
)
SELECT file, list, any_value(code) AS code
FROM longest
GROUP BY file, list, depth
HAVING count(DISTINCT code) = 1
QUALIFY row_number() OVER (PARTITION BY file, list ORDER BY depth DESC) = 1;

-- What the labels, towns and flags in the cells stand for.
CREATE TABLE member AS
SELECT list, text, code
FROM (SELECT DISTINCT list, text, name_key(list, text) AS key FROM cell WHERE list IS NOT NULL)
JOIN name USING (list, key);

CREATE TABLE value AS
SELECT cell.file, record, dataset, position, name, content, required, text,
  CASE content
    WHEN 'town' THEN CASE WHEN text = '' THEN path_name.code ELSE member.code END
    WHEN 'label' THEN CASE
      WHEN text <> '' THEN coalesce(member.code, 'unmapped')
      WHEN cell.list = 'publication_channels'
      THEN coalesce(path_name.code, getvariable('of_record'))
      WHEN required THEN 'unmapped'
    END
    WHEN 'event' THEN moment(text)::DATE::VARCHAR
    WHEN 'date' THEN moment(text)::DATE::VARCHAR
    WHEN 'event_time' THEN moment(text)::VARCHAR
    -- A time limit that is a day is the whole day.
    WHEN 'deadline'
    THEN coalesce(day(text) + INTERVAL '23:59:59', moment(text))::VARCHAR
    WHEN 'year' THEN nullif(regexp_extract(text, '^(20\d\d)(年|年度|\.0)?$', 1), '')
    WHEN 'number' THEN try_cast(replace(text, ',', '') AS DECIMAL(24, 6))::VARCHAR
    WHEN 'flag' THEN member.code
    ELSE nullif(text, '')
  END AS value,
  CASE WHEN content IN ('event', 'event_time') THEN moment(text)::DATE END AS event_on
FROM cell
LEFT JOIN member USING (list, text)
LEFT JOIN path_name ON path_name.file = cell.file AND path_name.list = cell.list;

CREATE TABLE fault AS
SELECT file, record, position,
  CASE
    WHEN content = 'town' AND text = '' THEN 'missing_town'
    WHEN content = 'town' THEN 'unknown_town'
    WHEN text = '' AND content = 'id' THEN 'missing_id'
    WHEN text = '' AND content IN ('event', 'event_time') THEN 'missing_date'
    WHEN text = '' THEN 'missing_value'
    WHEN content = 'id' THEN 'damaged_id'
    WHEN content = 'number' THEN 'bad_number'
    WHEN content = 'year' THEN 'bad_year'
    WHEN value IS NULL THEN 'bad_date'
    ELSE 'date_out_of_range'
  END AS rule
FROM value
WHERE
  (value IS NULL AND (content = 'town' OR required))
  OR (value IS NULL AND text <> '' AND content NOT IN ('label', 'flag'))
  OR (content = 'id' AND regexp_full_match(value, '\d(\.\d+)?[Ee]\+\d+'))
  OR event_on NOT BETWEEN DATE '2000-01-01' AND getvariable('as_of')::DATE;
