-- What rows of exports count goes before what a town declared.
CREATE TABLE second.publications_by_channel AS
WITH counted AS (
  SELECT town_code, year, channel, count(*) AS items
  FROM publication GROUP BY ALL
),
declared AS (
  SELECT town_code, year, code AS channel, value::BIGINT AS items, approximate
  FROM declared_figure
  JOIN name ON list = 'publication_channels' AND key = label_key(member)
  WHERE measure = 'publications'
)
SELECT
  town_code, label_of('towns', town_code) AS town, year, channel,
  coalesce(counted.items, declared.items) AS items,
  CASE WHEN counted.items IS NULL THEN 'declared' ELSE 'counted' END AS basis,
  counted.items IS NULL AND approximate AS approximate,
  label_of('publication_channels', channel) AS channel_label
FROM counted FULL JOIN declared USING (town_code, year, channel);
