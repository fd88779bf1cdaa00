-- Every cell of the form of a report year, from the layouts and the tables computed before.
CREATE TABLE second.statutory_tables AS
WITH cell AS (
  SELECT
    t.form, t."table", t.label AS table_label, t.first_year::INTEGER AS first_year,
    coalesce(t.last_year, '9999')::INTEGER AS last_year,
    r.position::INTEGER AS line, r.row, r.label AS row_label, r."group", r.dataset, r.source, r.item,
    c.position::INTEGER AS place, c."column", c.label AS column_label,
    coalesce(c.unit, r.unit) AS unit, coalesce(r.member, c.member) AS member
  FROM read_csv(getvariable('seeds') || '/forms/tables.csv', header = true, all_varchar = true) t
  JOIN read_csv(getvariable('seeds') || '/forms/rows.csv', header = true, all_varchar = true) r
    USING (form, "table")
  JOIN read_csv(getvariable('seeds') || '/forms/columns.csv', header = true, all_varchar = true) c
    USING (form, "table", block)
),
money AS (
  SELECT unit, base, factor::DECIMAL(24, 6) AS factor
  FROM read_csv(getvariable('seeds') || '/units.csv', header = true, all_varchar = true)
),
fact AS (
  SELECT town_code, year,
    CASE WHEN row IN ('received', 'carried_in', 'carried_out') THEN 'requests' ELSE 'decisions' END
      AS source,
    row AS item, applicant_kind AS member, NULL AS unit, requests AS number, false AS declared
  FROM second.requests_by_outcome
  UNION ALL
  SELECT town_code, year, 'disputes', kind, outcome, NULL, cases, false
  FROM second.disputes_by_outcome
  UNION ALL
  SELECT town_code, year, 'request_channels', channel, 'whole', NULL, requests, false
  FROM second.requests_by_channel
  UNION ALL
  SELECT town_code, year, 'request_handling', 'in_time', 'whole', NULL,
    on_time - coalesce(extended, 0), false
  FROM second.request_handling WHERE on_time_base > 0
  UNION ALL
  SELECT town_code, year, 'request_handling', 'extended', 'whole', NULL, extended, false
  FROM second.request_handling WHERE extended IS NOT NULL
  UNION ALL
  SELECT town_code, year, 'publication_channels', channel, 'whole', NULL, items, basis = 'declared'
  FROM second.publications_by_channel
  UNION ALL
  SELECT town_code, year, 'publication_categories', category, channel, NULL, items, false
  FROM second.publications_by_category
  UNION ALL
  SELECT town_code, year, 'measures', measure, 'whole', NULL, value, false
  FROM second.yearly_measures WHERE measure = 'publication_items'
  UNION ALL
  SELECT town_code, year, 'fees', 'fees', 'whole', '元', value,
    (town_code, year) IN (SELECT (town_code, year) FROM declared_figure WHERE measure = 'fees')
  FROM second.yearly_measures WHERE measure = 'fees' AND value IS NOT NULL
  UNION ALL
  SELECT town_code, year, 'declared', measure, coalesce(name.code, declared_figure.member, 'whole'),
    coalesce(base, declared_figure.unit), value * coalesce(factor, 1), true
  FROM declared_figure
  LEFT JOIN name ON list = 'declared_members' AND key = label_key(declared_figure.member)
  LEFT JOIN money ON money.unit = declared_figure.unit
),
filled AS (
  SELECT fact.town_code, fact.year, cell.form, cell."table", line, place,
    sum(number / coalesce(money.factor, 1)) AS value, bool_or(declared) AS declared
  FROM cell
  LEFT JOIN money ON money.unit = cell.unit
  JOIN fact ON fact.source = cell.source AND year BETWEEN first_year AND last_year
    AND (cell.item = '*' OR list_contains(string_split(cell.item, '|'), fact.item))
    AND (cell.member = '*' OR list_contains(string_split(cell.member, '|'), fact.member))
    AND (money.base IS NULL OR money.base = fact.unit)
  GROUP BY ALL
),
town_year AS (
  SELECT town_code, town, year::INTEGER AS year, list(dataset) FILTER (status <> 'missing') AS known
  FROM delivered.coverage
  GROUP BY ALL
)
SELECT
  town_code, town, year, form, "table", row, "column",
  coalesce(value, CASE WHEN list_contains(known, dataset) THEN 0 END)::DECIMAL(24, 6) AS value,
  CASE
    WHEN declared THEN 'declared'
    WHEN value IS NOT NULL OR list_contains(known, dataset) THEN 'counted'
    ELSE 'not_available'
  END AS value_kind,
  unit, line, place, table_label, "group", row_label, column_label
FROM town_year
JOIN cell ON year BETWEEN first_year AND last_year
LEFT JOIN filled USING (town_code, year, form, "table", line, place);
