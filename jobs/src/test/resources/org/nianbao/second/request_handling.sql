-- Requests decided in a known year, judged by their own due date or by the regulation in force.
CREATE TABLE judged_request AS
SELECT
  request.town_code, coalesce(channel, 'unmapped') AS channel,
  greatest(coalesce(year(decided_on), request.year), request.year) AS year, extended,
  CASE WHEN decided_on >= received_on THEN till.number - since.number END AS working_days,
  coalesce(
    decided_on <= due_on,
    working_days <= (
      CASE
        WHEN received_on >= DATE '2019-05-15' THEN 20
        WHEN received_on >= DATE '2008-05-01' THEN 15
      END * CASE WHEN extended THEN 2 ELSE 1 END)) AS kept
FROM request
LEFT JOIN working_day since ON since.day = received_on
LEFT JOIN working_day till ON till.day = decided_on
WHERE decided_on IS NOT NULL
  OR outcome IN (SELECT code FROM seed WHERE list = 'request_rows' AND decision = 'true');

CREATE TABLE second.request_handling AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, channel, count(*) AS decided,
  count(*) FILTER (WHERE kept) AS on_time, count(kept) AS on_time_base,
  ratio(count(*) FILTER (WHERE kept), count(kept)) AS on_time_rate,
  CASE WHEN count(extended) > 0 THEN count(*) FILTER (WHERE kept AND extended) END AS extended,
  quantile_cont(working_days, 0.5)::DECIMAL(12, 2) AS median_days,
  label_of('request_channels', channel) AS channel_label
FROM judged_request
SEMI JOIN (
  SELECT town_code, year::INTEGER AS year
  FROM delivered.coverage WHERE dataset = 'requests' AND status <> 'missing') USING (town_code, year)
GROUP BY ALL;
