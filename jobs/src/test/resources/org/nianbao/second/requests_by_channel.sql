CREATE TABLE second.requests_by_channel AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, coalesce(channel, 'unmapped') AS channel,
  count(*) AS requests,
  label_of('request_channels', coalesce(channel, 'unmapped')) AS channel_label
FROM request
SEMI JOIN (
  SELECT town_code, year::INTEGER AS year
  FROM delivered.coverage WHERE dataset = 'requests' AND status <> 'missing') USING (town_code, year)
GROUP BY ALL;
