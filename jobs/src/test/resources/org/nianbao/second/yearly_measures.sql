-- Totals and rates of the years that coverage.csv knows: missing is not zero, and a year that is
-- known and has no rows is zero.
CREATE TABLE second.yearly_measures AS
WITH known AS (
  SELECT dataset, town_code, year::INTEGER AS year
  FROM delivered.coverage WHERE status <> 'missing'
),
-- An item is known by its index number; where a channel gives none, by its title and day.
item AS (
  SELECT DISTINCT town_code, year, publication_id, NULL AS title, NULL AS published_on
  FROM publication WHERE publication_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT town_code, year, NULL, title, published_on
  FROM publication WHERE publication_id IS NULL AND NOT EXISTS (
    FROM publication numbered
    WHERE numbered.publication_id IS NOT NULL
      AND numbered.town_code = publication.town_code
      AND numbered.title = publication.title
      AND numbered.published_on = publication.published_on)
),
count_ AS (
  SELECT 'publications' AS measure, town_code, year, count(*) AS value
  FROM publication WHERE channel = getvariable('of_record') GROUP BY ALL
  UNION ALL
  SELECT 'publication_events', town_code, year, sum(items)
  FROM second.publications_by_channel GROUP BY ALL
  UNION ALL
  SELECT 'publication_items', town_code, year, count(*) FROM item GROUP BY ALL
  UNION ALL
  SELECT 'tickets', town_code, year, count(*) FROM ticket GROUP BY ALL
  UNION ALL
  SELECT 'tickets_closed', town_code, year, count(*) FROM ticket WHERE settled GROUP BY ALL
  UNION ALL
  SELECT 'requests_received', town_code, year, count(*) FROM request GROUP BY ALL
  UNION ALL
  -- In the year of the decision.
  SELECT 'requests_decided', town_code, greatest(coalesce(year(decided_on), year), year) AS year, count(*)
  FROM request
  WHERE decided_on IS NOT NULL OR outcome IN (SELECT code FROM seed WHERE list = 'request_rows' AND decision = 'true')
  GROUP BY ALL
  UNION ALL
  SELECT measure, town_code, year, count(*) FROM dispute WHERE measure IS NOT NULL GROUP BY ALL
),
total AS (
  SELECT town_code, year, measure, coalesce(count_.value, 0) AS value,
    NULL AS numerator, NULL AS denominator
  FROM known
  JOIN measure ON measure.dataset = known.dataset AND kind = 'count' AND measure <> 'fees'
  LEFT JOIN count_ USING (town_code, year, measure)
),
completion AS (
  SELECT town_code, year, 'ticket_completion_rate', ratio(closed.value, received.value),
    closed.value, received.value
  FROM (FROM total WHERE measure = 'tickets_closed') closed
  JOIN (FROM total WHERE measure = 'tickets') received USING (town_code, year)
),
median AS (
  SELECT known.town_code, known.year, 'ticket_median_days',
    days(quantile_cont(epoch(closed_at - received_at), 0.5)), NULL, count(closed_at)
  FROM known
  LEFT JOIN ticket
    ON ticket.town_code = known.town_code AND ticket.year = known.year
    AND settled AND closed_at >= received_at
  WHERE dataset = 'tickets'
  GROUP BY ALL
),
on_time AS (
  SELECT known.town_code, known.year, 'request_on_time_rate',
    ratio(count(*) FILTER (WHERE kept), count(kept)), count(*) FILTER (WHERE kept), count(kept)
  FROM known
  LEFT JOIN judged_request judged ON judged.town_code = known.town_code AND judged.year = known.year
  WHERE known.dataset = 'requests'
  GROUP BY ALL
),
-- Own normative documents, each once, and which of them an item of the year interprets.
document AS (
  SELECT DISTINCT town_code, year, coalesce(publication_id, title) AS id
  FROM publication
  WHERE category = (SELECT code FROM seed WHERE list = 'publication_categories' AND normative = 'true')
    AND interprets IS NULL AND NOT is_repost
),
interpreted AS (
  SELECT document.*, EXISTS (
    FROM publication item
    WHERE item.town_code = document.town_code AND item.year = document.year
      AND item.interprets = document.id) AS is_interpreted
  FROM document
),
interpretation AS (
  SELECT known.town_code, known.year, 'interpretation_coverage',
    ratio(count(*) FILTER (WHERE is_interpreted), count(id)),
    count(*) FILTER (WHERE is_interpreted), count(id)
  FROM known
  LEFT JOIN interpreted ON interpreted.town_code = known.town_code AND interpreted.year = known.year
  WHERE dataset = 'publications'
  GROUP BY ALL
),
-- What the town declared goes before what requests were charged.
charge AS (
  SELECT town_code, year, sum(fee) AS fee FROM request GROUP BY ALL
),
declared AS (
  SELECT town_code, year,
    coalesce(sum(value) FILTER (member IS NULL), sum(value)) AS fee
  FROM declared_figure WHERE measure = 'fees' GROUP BY ALL
),
fees AS (
  SELECT town_code, year, 'fees', coalesce(declared.fee, charge.fee), NULL, NULL
  FROM (
    SELECT town_code, year FROM known WHERE dataset = 'requests'
    UNION
    SELECT town_code, year FROM declared)
  LEFT JOIN declared USING (town_code, year)
  LEFT JOIN charge USING (town_code, year)
)
SELECT
  town_code, label_of('towns', town_code) AS town, year, measure, value, unit,
  numerator, denominator, measure_label
FROM (
  FROM total UNION ALL FROM completion UNION ALL FROM on_time UNION ALL FROM interpretation UNION ALL FROM median UNION ALL FROM fees)
JOIN measure USING (measure);
