-- From the tickets themselves, not from the years of their ends.
CREATE TABLE second.ticket_backlog AS
WITH known AS (
  SELECT town_code, year::INTEGER AS year, status FROM delivered.coverage
  WHERE dataset = 'tickets' AND status <> 'missing'
),
since AS (
  SELECT known.*,
    (SELECT max(first.year) FROM known first
     WHERE first.town_code = known.town_code AND first.year <= known.year
       AND NOT EXISTS (FROM known before
         WHERE before.town_code = first.town_code AND before.year = first.year - 1)) AS since
  FROM known
),
life AS (
  SELECT town_code, year AS received_in, settled, withdrawn, closed_at > due_at AS late,
    CASE WHEN settled OR withdrawn THEN greatest(coalesce(year(closed_at), year), year)
      ELSE 9999 END AS ended_in
  FROM ticket
)
SELECT
  since.town_code, label_of('towns', since.town_code) AS town, year, since,
  CASE
    WHEN since < year THEN count(*) FILTER (WHERE received_in < year AND ended_in >= year)
  END AS opening,
  count(*) FILTER (WHERE received_in = year) AS received,
  count(*) FILTER (WHERE ended_in = year AND settled) AS closed,
  count(*) FILTER (WHERE ended_in = year AND withdrawn AND NOT settled) AS withdrawn,
  count(*) FILTER (WHERE ended_in > year) AS closing,
  count(*) FILTER (WHERE ended_in = year AND settled AND late) AS closed_late,
  status
FROM since
LEFT JOIN life ON life.town_code = since.town_code AND received_in BETWEEN since AND year
GROUP BY since.town_code, year, since, status;
