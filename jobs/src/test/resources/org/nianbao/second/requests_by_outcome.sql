-- Four questions of a year, each answered by itself: what came in, what was there before, what was
-- decided and how, what is left.
CREATE TABLE second.requests_by_outcome AS
WITH known AS (
  SELECT town_code, year::INTEGER AS year
  FROM delivered.coverage WHERE dataset = 'requests' AND status <> 'missing'
),
decision AS (SELECT DISTINCT code FROM seed WHERE list = 'request_rows' AND decision = 'true'),
life AS (
  SELECT town_code, year AS received,
    coalesce(applicant_kind, 'unmapped') AS applicant_kind,
    CASE WHEN decided_on IS NOT NULL OR outcome IN (FROM decision)
      THEN greatest(coalesce(year(decided_on), year), year) ELSE 9999 END AS decided,
    CASE WHEN outcome IN (FROM decision) THEN outcome ELSE 'unmapped' END AS outcome
  FROM request
),
cell AS (
  SELECT town_code, year, 'received' AS row, applicant_kind
  FROM life JOIN known USING (town_code) WHERE received = year
  UNION ALL
  SELECT town_code, year, 'carried_in', applicant_kind
  FROM life JOIN known USING (town_code) WHERE received < year AND NOT decided < year
  UNION ALL
  SELECT town_code, year, outcome, applicant_kind
  FROM life JOIN known USING (town_code) WHERE decided = year
  UNION ALL
  SELECT town_code, year, 'carried_out', applicant_kind
  FROM life JOIN known USING (town_code) WHERE received <= year AND decided > year
)
SELECT
  town_code, label_of('towns', town_code) AS town, year, row, applicant_kind, count(*) AS requests,
  label_of('request_rows', row) AS row_label,
  label_of('applicant_kinds', applicant_kind) AS applicant_kind_label
FROM cell
GROUP BY ALL;
