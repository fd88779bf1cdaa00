CREATE TABLE second.ticket_ends AS
WITH ended AS (
  SELECT town_code, year, settled, withdrawn, closed_at > due_at AS late,
    -- An end without a date counts in the year of receipt.
    CASE WHEN settled OR withdrawn THEN greatest(coalesce(year(closed_at), year), year) END AS end_year
  FROM ticket
)
SELECT
  town_code, label_of('towns', town_code) AS town, year, end_year,
  count(*) FILTER (WHERE settled) AS closed,
  count(*) FILTER (WHERE withdrawn AND NOT settled) AS withdrawn,
  count(*) FILTER (WHERE NOT settled AND NOT withdrawn) AS open,
  count(*) FILTER (WHERE settled AND late) AS late
FROM ended GROUP BY ALL;
