-- Changes from year to year, over the yearly tables and the coverage that the run delivered.
CREATE TABLE second.trends AS
WITH known AS (
  SELECT dataset, town_code, year::INTEGER AS year, status,
    min(year::INTEGER) OVER (PARTITION BY dataset, town_code) AS first_year
  FROM delivered.coverage WHERE status <> 'missing'
),
value AS (
  SELECT town_code, measure, NULL AS dimension, NULL AS list, NULL AS member,
    year::INTEGER AS year, value::DECIMAL(24, 6) AS value, denominator::BIGINT AS denominator
  FROM delivered.yearly_measures
  UNION ALL
  SELECT town_code, 'publications', 'category', 'publication_categories', category,
    year::INTEGER, sum(items::BIGINT), NULL
  FROM delivered.publications_by_category
  WHERE channel = getvariable('of_record') GROUP BY ALL
  UNION ALL
  SELECT town_code, 'publication_events', 'channel', 'publication_channels', channel,
    year::INTEGER, sum(items::BIGINT), NULL
  FROM delivered.publications_by_channel GROUP BY ALL
  UNION ALL
  SELECT town_code, 'tickets', 'ticket_type', 'ticket_types', ticket_type,
    year::INTEGER, sum(tickets::BIGINT), NULL
  FROM delivered.tickets_by_type_and_source GROUP BY ALL
  UNION ALL
  SELECT town_code, 'tickets', 'ticket_source', 'ticket_sources', ticket_source,
    year::INTEGER, sum(tickets::BIGINT), NULL
  FROM delivered.tickets_by_type_and_source GROUP BY ALL
  UNION ALL
  SELECT town_code, 'tickets_closed', 'ticket_type', 'ticket_types', ticket_type,
    year::INTEGER, sum(closed::BIGINT), NULL
  FROM delivered.tickets_by_type_and_source GROUP BY ALL
),
series AS (
  SELECT DISTINCT town_code, measure, dimension, list, member FROM value
),
-- Every series in every known year: a member without rows is zero, a total without a value unknown.
point AS (
  SELECT series.*, measure_label, kind, smallest_base, known.year, status, first_year, denominator,
    coalesce(value, CASE WHEN series.dimension <> 'channel' THEN 0 END)::DECIMAL(24, 6) AS value
  FROM series
  JOIN measure USING (measure)
  JOIN known USING (dataset, town_code)
  LEFT JOIN value
    ON value.town_code = series.town_code AND value.measure = series.measure
    AND value.dimension IS NOT DISTINCT FROM series.dimension
    AND value.member IS NOT DISTINCT FROM series.member AND value.year = known.year
),
-- Channels have exports of their own: one without a figure is missing, and a total over other
-- channels is another total.
parts AS (
  SELECT town_code, year, list_sort(list(member)) AS parts FROM value
  WHERE dimension = 'channel' GROUP BY ALL
),
pair AS (
  SELECT point.*,
    point.measure = 'publication_events' AND point.dimension IS NULL AND (
      (SELECT parts FROM parts WHERE parts.town_code = point.town_code AND parts.year = point.year)
      IS DISTINCT FROM
      (SELECT parts FROM parts WHERE parts.town_code = point.town_code
        AND parts.year = point.year - 1)
    ) AS other_parts,
    before.value AS previous_value, before.status AS previous_status,
    CASE
      WHEN point.kind = 'count' THEN before.value < point.smallest_base
      ELSE coalesce(point.denominator, 0) < point.smallest_base
        OR coalesce(before.denominator, 0) < point.smallest_base
    END AS is_small
  FROM point
  LEFT JOIN point before
    ON before.town_code = point.town_code AND before.measure = point.measure
    AND before.dimension IS NOT DISTINCT FROM point.dimension
    AND before.member IS NOT DISTINCT FROM point.member AND before.year = point.year - 1
),
judged AS (
  SELECT *,
    CASE
      WHEN year = first_year THEN 'no_previous_year'
      WHEN status <> 'complete' OR coalesce(previous_status, 'missing') <> 'complete'
      THEN 'coverage_break'
      WHEN other_parts THEN 'coverage_break'
      WHEN is_small THEN 'small_base'
      WHEN value IS NULL OR previous_value IS NULL THEN 'coverage_break'
    END AS reason
  FROM pair
)
SELECT
  town_code, label_of('towns', town_code) AS town, measure, dimension, member, year,
  value, previous_value,
  CASE WHEN reason IS NULL THEN value - previous_value END AS change,
  CASE
    WHEN reason IS NULL AND kind = 'count'
    THEN ratio(millionths(value - previous_value), millionths(previous_value))
  END AS change_rate,
  reason IS NULL AS comparable, reason, measure_label,
  label_of(list, member) AS member_label
FROM judged
WHERE dimension IS DISTINCT FROM 'channel' OR value IS NOT NULL;
