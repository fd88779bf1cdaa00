-- The towns of a year beside each other. The limits of a count are the delivered ones, which are held
-- against their definition by another query; everything else is computed anew.
CREATE TABLE second.town_comparison AS
WITH listed AS (
  SELECT coverage.town_code, year::INTEGER AS year, coverage.status, measure.measure, measure_label,
    measure.kind, measure.smallest_base, measure.better, measure.ranked_by,
    try_cast(town.population_2020 AS BIGINT) AS population
  FROM delivered.coverage
  JOIN measure USING (dataset)
  LEFT JOIN seed town ON town.list = 'towns' AND town.code = coverage.town_code
),
valued AS (
  SELECT listed.*, value::DECIMAL(24, 6) AS value, numerator::DECIMAL(24, 6) AS numerator,
    denominator::DECIMAL(24, 6) AS denominator,
    CASE WHEN kind = 'count' THEN value::DOUBLE * 10000 / population END AS per_10k
  FROM listed
  LEFT JOIN delivered.yearly_measures given
    ON given.town_code = listed.town_code AND given.year::INTEGER = listed.year
    AND given.measure = listed.measure
),
judged AS (
  SELECT *,
    CASE
      WHEN status <> 'complete' THEN 'coverage_break'
      WHEN ranked_by IS NULL THEN 'not_ranked'
      WHEN kind NOT IN ('count', 'amount') AND coalesce(denominator, 0) < smallest_base
      THEN 'small_base'
      WHEN value IS NULL THEN 'no_value'
      WHEN ranked_by = 'per_10k' AND population IS NULL THEN 'no_population'
    END AS reason
  FROM valued
),
quantified AS (
  SELECT *,
    CASE
      WHEN reason IS NULL
      THEN CASE WHEN ranked_by = 'per_10k' THEN per_10k ELSE value::DOUBLE END
    END AS quantity
  FROM judged
),
limited AS (
  SELECT *,
    CASE WHEN better = 'lower' THEN -quantity ELSE quantity END AS goodness,
    numerator::DOUBLE / denominator::DOUBLE AS p, denominator::DOUBLE AS n,
    1.959963984540054 AS z
  FROM quantified
),
wilson AS (
  SELECT *,
    (p + z * z / (2 * n)) / (1 + z * z / n) AS centre,
    z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n) AS half
  FROM limited
),
bounded AS (
  SELECT wilson.*,
    CASE
      WHEN quantity IS NULL THEN NULL
      WHEN kind = 'rate' THEN greatest(centre - half, 0)
      WHEN kind = 'count' THEN given.interval_low::DOUBLE
    END AS low,
    CASE
      WHEN quantity IS NULL THEN NULL
      WHEN kind = 'rate' THEN least(centre + half, 1)
      WHEN kind = 'count' THEN given.interval_high::DOUBLE
    END AS high
  FROM wilson
  LEFT JOIN delivered.town_comparison given
    ON given.town_code = wilson.town_code AND given.year::INTEGER = wilson.year
    AND given.measure = wilson.measure
),
ranked AS (
  SELECT one.*,
    (SELECT count(quantity) FROM bounded all_of
     WHERE all_of.year = one.year AND all_of.measure = one.measure) AS towns,
    (SELECT count(*) FROM bounded other WHERE other.year = one.year
     AND other.measure = one.measure AND other.goodness > one.goodness) AS ahead,
    (SELECT count(*) FROM bounded other WHERE other.year = one.year
     AND other.measure = one.measure AND other.goodness < one.goodness) AS behind,
    (SELECT count(*) FROM bounded other WHERE other.year = one.year
     AND other.measure = one.measure AND other.low > one.high) AS above,
    (SELECT count(*) FROM bounded other WHERE other.year = one.year
     AND other.measure = one.measure AND other.high < one.low) AS below,
    (SELECT median(quantity) FROM bounded all_of
     WHERE all_of.year = one.year AND all_of.measure = one.measure) AS median
  FROM bounded one
)
SELECT
  year, measure, town_code, label_of('towns', town_code) AS town,
  value, per_10k::DECIMAL(24, 6) AS per_10k,
  CASE WHEN quantity IS NOT NULL THEN 1 + ahead END AS rank,
  CASE WHEN low IS NOT NULL THEN 1 + CASE WHEN better = 'lower' THEN below ELSE above END END
    AS rank_low,
  CASE WHEN low IS NOT NULL THEN towns - CASE WHEN better = 'lower' THEN above ELSE below END END
    AS rank_high,
  towns,
  CASE WHEN quantity IS NOT NULL THEN ratio(behind, towns - 1) END AS percentile,
  median::DECIMAL(24, 6) AS median, (quantity - median)::DECIMAL(24, 6) AS distance,
  low::DECIMAL(24, 6) AS interval_low, high::DECIMAL(24, 6) AS interval_high,
  numerator, denominator, population, status, reason, measure_label
FROM ranked;
