CREATE TABLE second.publications_by_category AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, channel, category, items,
  ratio(items, channel_items) AS share, channel_items,
  label_of('publication_channels', channel) AS channel_label,
  label_of('publication_categories', category) AS category_label
FROM (
  SELECT town_code, year, channel, category, count(*) AS items
  FROM publication GROUP BY ALL)
JOIN (
  SELECT town_code, year, channel, count(*) AS channel_items
  FROM publication GROUP BY ALL) USING (town_code, year, channel);
