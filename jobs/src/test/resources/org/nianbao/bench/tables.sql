-- The result tables that both rivals write, in words that DuckDB and Spark share. Each has made the
-- views "record" (every row of every export: source_file, rule, copy), "ticket" and "publication"
-- (the states that count). A query stands behind the name of its table; what has no file is a view
-- for those that follow.

-- file: ingest_log
SELECT source_file, count(*) AS rows_read,
  count(*) FILTER (WHERE rule IS NULL AND NOT copy) AS accepted, count(rule) AS rejected,
  count(*) FILTER (WHERE copy) AS duplicates
FROM record GROUP BY source_file;

-- file: rejects
SELECT source_file, rule, count(*) AS rows
FROM record WHERE rule IS NOT NULL GROUP BY source_file, rule;

-- file: publications_by_category
SELECT town_code, year, channel, category, count(*) AS items,
  sum(count(*)) OVER (PARTITION BY town_code, year, channel) AS channel_items
FROM publication GROUP BY town_code, year, channel, category;

-- file: publications_by_channel
SELECT town_code, year, channel, count(*) AS items
FROM publication GROUP BY town_code, year, channel;

-- file: tickets_by_type_and_source
SELECT town_code, year, ticket_type, ticket_source,
  count(*) AS tickets, count(*) FILTER (WHERE settled) AS closed
FROM ticket GROUP BY town_code, year, ticket_type, ticket_source;

-- file: tickets_by_month
SELECT town_code, year, month(received_at) AS month, count(*) AS tickets
FROM ticket GROUP BY town_code, year, month(received_at);

-- file: ticket_handling
SELECT town_code, year, ticket_type, count(*) AS tickets,
  count(*) FILTER (WHERE settled) AS closed,
  count(*) FILTER (WHERE settled AND year(closed_at) <= year) AS closed_by_year_end,
  round(percentile_cont(0.5) WITHIN GROUP (ORDER BY settled_seconds) / 86400, 2) AS median_days,
  round(percentile_cont(0.9) WITHIN GROUP (ORDER BY settled_seconds) / 86400, 2) AS p90_days,
  count(*) FILTER (WHERE settled AND closed_at <= due_at) AS on_time,
  count(*) FILTER (WHERE due_at IS NOT NULL AND ((settled AND closed_at IS NOT NULL) OR overdue))
    AS on_time_base,
  count(*) FILTER (WHERE satisfaction IN ('very_satisfied', 'satisfied', 'fairly_satisfied'))
    AS satisfied,
  count(*) FILTER (
    WHERE satisfaction IN ('very_satisfied', 'satisfied', 'fairly_satisfied', 'dissatisfied'))
    AS rated
FROM ticket GROUP BY town_code, year, ticket_type;

-- file: ticket_times
SELECT town_code, year,
  count(*) FILTER (WHERE CAST(closed_at AS DATE) < CAST(received_at AS DATE) OR (timed AND seconds < 0))
    AS closed_before_received,
  count(*) FILTER (WHERE timed) AS timed,
  count(*) FILTER (WHERE timed AND seconds BETWEEN 0 AND 600) AS closed_at_once
FROM ticket WHERE closed_at IS NOT NULL GROUP BY town_code, year;

-- An end without a date counts in the year of receipt.
-- file: ticket_ends
SELECT town_code, year, end_year,
  count(*) FILTER (WHERE settled) AS closed,
  count(*) FILTER (WHERE withdrawn AND NOT settled) AS withdrawn,
  count(*) FILTER (WHERE NOT settled AND NOT withdrawn) AS open,
  count(*) FILTER (WHERE settled AND closed_at > due_at) AS late
FROM (
  SELECT *,
    CASE WHEN settled OR withdrawn THEN greatest(coalesce(year(closed_at), year), year) END AS end_year
  FROM ticket) ended
GROUP BY town_code, year, end_year;

-- view: received
SELECT town_code, year, sum(tickets) AS tickets, sum(closed) AS closed
FROM tickets_by_type_and_source GROUP BY town_code, year;

-- file: ticket_backlog
SELECT known.town_code, known.year, min(since) AS since,
  CASE
    WHEN min(since) < known.year
    THEN coalesce(sum(closed + withdrawn + open)
      FILTER (WHERE ends.year < known.year AND coalesce(end_year, 9999) >= known.year), 0)
  END AS opening,
  max(received) AS received,
  coalesce(sum(closed) FILTER (WHERE end_year = known.year), 0) AS closed,
  coalesce(sum(withdrawn) FILTER (WHERE end_year = known.year), 0) AS withdrawn,
  coalesce(sum(closed + withdrawn + open) FILTER (WHERE coalesce(end_year, 9999) > known.year), 0)
    AS closing,
  coalesce(sum(late) FILTER (WHERE end_year = known.year), 0) AS closed_late
FROM (
  SELECT town_code, year, tickets AS received, min(year) OVER (PARTITION BY town_code) AS since
  FROM received) known
JOIN ticket_ends ends ON ends.town_code = known.town_code AND ends.year <= known.year
GROUP BY known.town_code, known.year;

-- file: yearly_measures
SELECT town_code, year, 'tickets' AS measure, CAST(tickets AS DOUBLE) AS value,
  CAST(NULL AS BIGINT) AS numerator, CAST(NULL AS BIGINT) AS denominator
FROM received
UNION ALL
SELECT town_code, year, 'tickets_closed', CAST(closed AS DOUBLE), NULL, NULL FROM received
UNION ALL
SELECT town_code, year, 'ticket_completion_rate',
  CAST(round(CAST(closed AS DOUBLE) / CAST(tickets AS DOUBLE), 6) AS DOUBLE),
  CAST(closed AS BIGINT), CAST(tickets AS BIGINT)
FROM received
UNION ALL
SELECT town_code, year, 'ticket_median_days',
  round(percentile_cont(0.5) WITHIN GROUP (ORDER BY settled_seconds) / 86400, 2),
  NULL, count(settled_seconds)
FROM ticket GROUP BY town_code, year
UNION ALL
SELECT town_code, year, 'publications', CAST(sum(items) AS DOUBLE), NULL, NULL
FROM publications_by_channel WHERE channel = 'city_portal' GROUP BY town_code, year
UNION ALL
SELECT town_code, year, 'publication_events', CAST(sum(items) AS DOUBLE), NULL, NULL
FROM publications_by_channel GROUP BY town_code, year
UNION ALL
SELECT town_code, year, 'publication_items', CAST(count(DISTINCT publication_id) AS DOUBLE), NULL, NULL
FROM publication GROUP BY town_code, year;

-- view: figure
SELECT town_code, measure, CAST(NULL AS VARCHAR(40)) AS dimension, CAST(NULL AS VARCHAR(40)) AS member,
  year, value
FROM yearly_measures
UNION ALL
SELECT town_code, 'publications', 'category', category, year, CAST(sum(items) AS DOUBLE)
FROM publications_by_category WHERE channel = 'city_portal' GROUP BY town_code, category, year
UNION ALL
SELECT town_code, 'publication_events', 'channel', channel, year, CAST(sum(items) AS DOUBLE)
FROM publications_by_channel GROUP BY town_code, channel, year
UNION ALL
SELECT town_code, 'tickets', 'ticket_type', ticket_type, year, CAST(sum(tickets) AS DOUBLE)
FROM tickets_by_type_and_source GROUP BY town_code, ticket_type, year
UNION ALL
SELECT town_code, 'tickets', 'ticket_source', ticket_source, year, CAST(sum(tickets) AS DOUBLE)
FROM tickets_by_type_and_source GROUP BY town_code, ticket_source, year
UNION ALL
SELECT town_code, 'tickets_closed', 'ticket_type', ticket_type, year, CAST(sum(closed) AS DOUBLE)
FROM tickets_by_type_and_source GROUP BY town_code, ticket_type, year
UNION ALL
SELECT town_code, 'tickets', 'month', lpad(CAST(month AS VARCHAR(2)), 2, '0'), year, CAST(tickets AS DOUBLE)
FROM tickets_by_month;

-- Every series in every year of the town: a member without rows is zero.
-- file: trends
SELECT town_code, measure, dimension, member, year, value, previous_value,
  CASE WHEN dimension IS NOT NULL THEN round(value / total, 6) END AS share
FROM (
  SELECT series.town_code, series.measure, series.dimension, series.member, known.year,
    coalesce(value, 0) AS value,
    lag(coalesce(value, 0)) OVER (
      PARTITION BY series.town_code, series.measure, series.dimension, series.member
      ORDER BY known.year) AS previous_value,
    sum(coalesce(value, 0)) OVER (
      PARTITION BY series.town_code, series.measure, series.dimension, known.year) AS total
  FROM (SELECT DISTINCT town_code, measure, dimension, member FROM figure) series
  JOIN (SELECT DISTINCT town_code, measure, year FROM figure) known
    ON known.town_code = series.town_code AND known.measure = series.measure
  LEFT JOIN figure
    ON figure.town_code = series.town_code AND figure.measure = series.measure
    AND figure.dimension IS NOT DISTINCT FROM series.dimension
    AND figure.member IS NOT DISTINCT FROM series.member AND figure.year = known.year) point;
