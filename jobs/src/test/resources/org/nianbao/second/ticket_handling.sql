CREATE TABLE second.ticket_handling AS
WITH judged AS (
  SELECT *,
    CASE WHEN settled AND closed_at >= received_at THEN epoch(closed_at - received_at) END AS seconds,
    settled AND closed_at IS NOT NULL AS dated,
    NOT settled AND NOT withdrawn AND due_at::DATE < getvariable('as_of')::DATE AS overdue
  FROM ticket
),
counted AS (
  SELECT
    town_code, year, ticket_type,
    count(*) AS tickets,
    count(*) FILTER (WHERE settled) AS closed,
    count(*) FILTER (WHERE dated) AS dated,
    count(*) FILTER (WHERE dated AND year(closed_at) <= year) AS closed_by_year_end,
    days(quantile_cont(seconds, 0.5)) AS median_days,
    days(quantile_cont(seconds, 0.9)) AS p90_days,
    count(*) FILTER (WHERE settled AND closed_at <= due_at) AS on_time,
    count(*) FILTER (WHERE due_at IS NOT NULL AND (dated OR overdue)) AS on_time_base,
    count(*) FILTER (WHERE satisfied = 'true') AS satisfied,
    count(*) FILTER (WHERE satisfied IN ('true', 'false')) AS rated
  FROM judged
  GROUP BY ALL
)
SELECT
  town_code, label_of('towns', town_code) AS town, year, ticket_type, tickets, closed,
  -- Where no settled ticket has a date, how many were settled within the year is not known.
  CASE WHEN closed = 0 OR dated > 0 THEN closed_by_year_end END AS closed_by_year_end,
  median_days, p90_days, on_time, on_time_base,
  ratio(on_time, on_time_base) AS on_time_rate,
  satisfied, rated, closed - dated AS undated,
  -- No export of the sample says so.
  NULL::BIGINT AS reopened, 0 AS reopened_base, NULL::BIGINT AS repeated, 0 AS repeated_base,
  label_of('ticket_types', ticket_type) AS ticket_type_label
FROM counted;
