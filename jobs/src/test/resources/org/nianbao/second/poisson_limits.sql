-- How likely a count is at its own limits: at the lower one, as many or more; at the upper one, as few or
-- fewer. Both are 2.5 per cent for the exact limits of a Poisson mean.
SELECT town_code, year, measure, count, at_low, at_high
FROM (
  SELECT *,
    1 - CASE WHEN count = 0 THEN 0 ELSE (
      SELECT sum(exp(-low + i * ln(low) - lgamma(i + 1))) FROM range(0, count) terms(i)) END AS at_low,
    (SELECT sum(exp(-high + i * ln(high) - lgamma(i + 1))) FROM range(0, count + 1) terms(i)) AS at_high
  FROM (
    SELECT town_code, year, measure, value::DOUBLE::BIGINT AS count,
      interval_low::DOUBLE * population::DOUBLE / 10000 AS low,
      interval_high::DOUBLE * population::DOUBLE / 10000 AS high
    FROM delivered.town_comparison
    WHERE interval_low IS NOT NULL AND numerator IS NULL)
)
WHERE (count > 0 AND abs(at_low - 0.025) > 0.0005) OR abs(at_high - 0.025) > 0.0005
