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
  UNION ALL
  SELECT town_code, 'tickets', 'month', NULL, lpad(month, 2, '0'),
    year::INTEGER, tickets::BIGINT, NULL
  FROM delivered.tickets_by_month
),
series AS (
  SELECT DISTINCT town_code, measure, dimension, list, member FROM value
),
-- Every series in every known year: a member without rows is zero, a total without a value unknown.
point AS (
  SELECT series.*, measure_label, kind, smallest_base, known.year, status, first_year, denominator,
    value.value IS NOT NULL AS present,
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
    -- A member with labels that comes or goes although chance would hardly have left it out.
    point.list IS NOT NULL AND point.dimension <> 'channel' AND coalesce(
      CASE
        WHEN before.present AND NOT point.present
        THEN before.value * sum(point.value) OVER breakdown
          / nullif(sum(before.value) OVER breakdown, 0) > -ln(0.005)
        WHEN point.present AND NOT before.present
        THEN point.value * sum(before.value) OVER breakdown
          / nullif(sum(point.value) OVER breakdown, 0) > -ln(0.005)
      END, false) AS relabelled,
    CASE
      WHEN point.kind IN ('count', 'amount') THEN before.value < point.smallest_base
      ELSE coalesce(point.denominator, 0) < point.smallest_base
        OR coalesce(before.denominator, 0) < point.smallest_base
    END AS is_small
  FROM point
  LEFT JOIN point before
    ON before.town_code = point.town_code AND before.measure = point.measure
    AND before.dimension IS NOT DISTINCT FROM point.dimension
    AND before.member IS NOT DISTINCT FROM point.member AND before.year = point.year - 1
  WINDOW breakdown AS (
    PARTITION BY point.town_code, point.measure, point.dimension, point.year)
),
judged AS (
  SELECT *,
    CASE
      WHEN year = first_year THEN 'no_previous_year'
      WHEN status <> 'complete' OR coalesce(previous_status, 'missing') <> 'complete'
      THEN 'coverage_break'
      WHEN other_parts THEN 'coverage_break'
      WHEN (measure, year) IN (SELECT (measure, new_from::INTEGER) FROM definition_break)
      THEN 'definition_break'
      WHEN relabelled THEN 'taxonomy_break'
      WHEN is_small THEN 'small_base'
      WHEN value IS NULL OR previous_value IS NULL THEN 'coverage_break'
    END AS reason
  FROM pair
),
changed AS (
  SELECT *,
    reason IS NULL AS comparable,
    CASE WHEN reason IS NULL THEN value - previous_value END AS change,
    sum(value) OVER breakdown AS total,
    sum(previous_value) OVER breakdown AS previous_total,
    bool_or(dimension IS NULL AND reason IS NULL) OVER of_measure
      AND NOT bool_or(coalesce(reason = 'taxonomy_break', false)) OVER breakdown AS composed,
    sum(CASE WHEN reason IS NULL THEN 0 ELSE 1 END) OVER (
      PARTITION BY town_code, measure, dimension, member ORDER BY year) AS chain,
    lag(value) OVER months AS month_before,
    lag(year * 12 + CASE WHEN dimension = 'month' THEN member::INTEGER END) OVER months
      = year * 12 + CASE WHEN dimension = 'month' THEN member::INTEGER END - 1
      AND status = 'complete' AND lag(status) OVER months = 'complete'
      AND lag(value) OVER months >= smallest_base AS follows
  FROM judged
  WINDOW breakdown AS (PARTITION BY town_code, measure, dimension, year),
    of_measure AS (PARTITION BY town_code, measure, year),
    months AS (PARTITION BY town_code, measure, dimension ORDER BY year, member)
),
grown AS (
  SELECT *,
    first_value(value) OVER from_start AS start_value,
    first_value(year) OVER from_start AS start_year
  FROM changed
  WINDOW from_start AS (
    PARTITION BY town_code, measure, dimension, member, chain ORDER BY year)
)
SELECT
  town_code, label_of('towns', town_code) AS town, measure, dimension, member, year,
  value, previous_value, change,
  CASE
    WHEN kind IN ('count', 'amount') THEN ratio(millionths(change), millionths(previous_value))
  END AS change_rate,
  comparable, reason,
  CASE WHEN dimension IS NOT NULL THEN ratio(millionths(value), millionths(total)) END AS share,
  CASE
    WHEN dimension IS NOT NULL AND composed
    THEN ratio(millionths(value), millionths(total))
      - ratio(millionths(previous_value), millionths(previous_total))
  END AS share_change,
  CASE
    WHEN dimension IS NOT NULL AND composed
    THEN ratio(millionths(value - previous_value), millionths(total - previous_total))
  END AS contribution,
  CASE
    WHEN dimension IS NOT NULL AND composed
    THEN ratio(millionths(value - previous_value), millionths(previous_total))
  END AS contribution_points,
  CASE
    WHEN comparable AND kind IN ('count', 'amount') AND year - start_year >= 2 THEN start_year
  END AS growth_from,
  CASE
    WHEN comparable AND kind IN ('count', 'amount') AND year - start_year >= 2
    THEN (pow(value::DOUBLE / nullif(start_value::DOUBLE, 0), 1.0 / (year - start_year)) - 1)
      ::DECIMAL(12, 6)
  END AS annual_growth,
  CASE WHEN follows THEN value - month_before END AS change_on_month,
  CASE
    WHEN follows THEN ratio(millionths(value - month_before), millionths(month_before))
  END AS rate_on_month,
  measure_label,
  CASE WHEN dimension = 'month' THEN member::INTEGER || '月' ELSE label_of(list, member) END
    AS member_label
FROM grown
WHERE dimension IS DISTINCT FROM 'channel' OR value IS NOT NULL;
