CREATE TABLE second.disputes_by_outcome AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, coalesce(kind, 'unmapped') AS kind,
  coalesce(outcome, 'pending') AS outcome, count(*) AS cases,
  label_of('dispute_kinds', coalesce(kind, 'unmapped')) AS kind_label,
  label_of('dispute_outcomes', coalesce(outcome, 'pending')) AS outcome_label
FROM dispute
SEMI JOIN (
  SELECT town_code, year::INTEGER AS year
  FROM delivered.coverage WHERE dataset = 'disputes' AND status <> 'missing') USING (town_code, year)
GROUP BY ALL;
