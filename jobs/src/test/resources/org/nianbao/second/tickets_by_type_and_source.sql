CREATE TABLE second.tickets_by_type_and_source AS
SELECT
  town_code, label_of('towns', town_code) AS town, year, ticket_type, ticket_source,
  tickets, closed, ratio(closed, tickets) AS completion_rate,
  label_of('ticket_types', ticket_type) AS ticket_type_label,
  label_of('ticket_sources', ticket_source) AS ticket_source_label
FROM (
  SELECT town_code, year, ticket_type, ticket_source,
    count(*) AS tickets, count(*) FILTER (WHERE settled) AS closed
  FROM ticket GROUP BY ALL);
