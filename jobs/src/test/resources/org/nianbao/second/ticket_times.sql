CREATE TABLE second.ticket_times AS
WITH closed AS (
  SELECT town_code, year,
    closed_at::DATE < received_at::DATE AS day_before,
    -- An export that gives days only gives midnights.
    closed_at::TIME <> '00:00:00' AND received_at::TIME <> '00:00:00' AS timed,
    epoch(closed_at - received_at) AS seconds
  FROM ticket WHERE closed_at IS NOT NULL
)
SELECT
  town_code, label_of('towns', town_code) AS town, year,
  count(*) FILTER (WHERE day_before OR (timed AND seconds < 0)) AS closed_before_received,
  count(*) FILTER (WHERE timed) AS timed,
  count(*) FILTER (WHERE timed AND seconds BETWEEN 0 AND 600) AS closed_at_once
FROM closed GROUP BY ALL;
