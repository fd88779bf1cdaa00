-- Values that are unusual in their series, over the trends that the run delivered.
CREATE TABLE second.unusual_values AS
WITH series AS (
  SELECT trend.town_code, measure, dimension, member, trend.year::INTEGER AS year,
    value::DOUBLE AS value, measure.measure_label, member_label, measure.smallest_base,
    CASE WHEN dimension = 'month' THEN '' ELSE member END AS series,
    CASE WHEN dimension = 'month' THEN trend.year::INTEGER * 12 + member::INTEGER
      ELSE trend.year::INTEGER END AS period
  FROM delivered.trends trend
  JOIN measure USING (measure)
  JOIN delivered.coverage known
    ON known.town_code = trend.town_code AND known.year = trend.year
    AND known.dataset = measure.dataset AND known.status = 'complete'
  WHERE kind IN ('count', 'amount') AND value IS NOT NULL
),
counted AS (
  SELECT *, count(*) OVER (PARTITION BY town_code, measure, dimension, series) AS periods
  FROM series
),
ranked AS (
  SELECT *,
    (SELECT count(*) FROM counted other WHERE other.town_code = one.town_code
     AND other.measure = one.measure AND other.dimension IS NOT DISTINCT FROM one.dimension
     AND other.series IS NOT DISTINCT FROM one.series AND other.value < one.value)
    + (1 + (SELECT count(*) FROM counted other WHERE other.town_code = one.town_code
     AND other.measure = one.measure AND other.dimension IS NOT DISTINCT FROM one.dimension
     AND other.series IS NOT DISTINCT FROM one.series AND other.value = one.value)) / 2.0 AS rank
  FROM counted one
),
-- Pettitt: twice the sum of the ranks so far, less what it would be without a shift.
summed AS (
  SELECT *,
    abs(2 * sum(rank) OVER in_time - row_number() OVER in_time * (periods + 1)) AS statistic,
    lag(period) OVER in_time AS before
  FROM ranked
  WINDOW in_time AS (PARTITION BY town_code, measure, dimension, series ORDER BY period)
),
shifting AS (
  SELECT *, max(statistic) OVER (PARTITION BY town_code, measure, dimension, series) AS largest
  FROM summed
),
placed AS (
  SELECT *,
    2 * exp(-6 * largest * largest / (periods * periods * (periods + 1.0))) AS probability,
    min(CASE WHEN statistic = largest THEN period END)
      OVER (PARTITION BY town_code, measure, dimension, series) AS last_before
  FROM shifting
),
parted AS (
  SELECT *,
    periods >= CASE WHEN dimension = 'month' THEN 24 ELSE 12 END AND probability < 0.05 AS shifted,
    periods >= CASE WHEN dimension = 'month' THEN 24 ELSE 12 END AND probability < 0.05
      AND period > last_before AS behind
  FROM placed
),
deviating AS (
  SELECT *, median(value) OVER part AS usual, count(*) OVER part AS of_part,
    value - median(value) OVER part AS deviation
  FROM parted WINDOW part AS (PARTITION BY town_code, measure, dimension, series, behind)
),
scored AS (
  SELECT *,
    CASE
      WHEN of_part >= CASE WHEN dimension = 'month' THEN 24 ELSE 6 END
      THEN deviation / CASE
        WHEN median(abs(deviation)) OVER part > 0
        THEN median(abs(deviation)) OVER part / 0.6745
        ELSE nullif(avg(abs(deviation)) OVER part, 0) * 1.253314
      END
    END AS score
  FROM deviating
  WINDOW part AS (PARTITION BY town_code, measure, dimension, series, behind)
),
found AS (
  SELECT *, 'outlier' AS kind FROM scored WHERE abs(score) > 3.5 AND abs(deviation) >= smallest_base
  UNION ALL
  SELECT *, 'change_point' FROM scored WHERE shifted AND before = last_before
)
SELECT
  town_code, label_of('towns', town_code) AS town, measure, dimension, member, year, kind,
  value::DECIMAL(24, 6) AS value, usual::DECIMAL(24, 6) AS usual,
  CASE WHEN kind = 'outlier' THEN score::DECIMAL(24, 6) END AS score,
  CASE WHEN kind = 'change_point' THEN probability::DECIMAL(24, 6) END AS probability,
  periods, measure_label, member_label
FROM found;
