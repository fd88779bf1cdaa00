CREATE TABLE second.tickets_by_month AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, month(received_at) AS month,
  count(*) AS tickets
FROM ticket
GROUP BY ALL;
