-- Which records are accepted, which of them are copies, and which give the state that counts.

CREATE TABLE reject AS
SELECT file, record, coalesce(shape.rule, faults.rule) AS rule
FROM shape
LEFT JOIN (SELECT file, record, arg_min(rule, position) AS rule FROM fault GROUP BY ALL) faults
  USING (file, record)
WHERE coalesce(shape.rule, faults.rule) IS NOT NULL;

-- What a record states: its values, and the label where no list knows it.
CREATE TABLE statement AS
SELECT file, record, dataset,
  map_from_entries(list((name, value))) AS cells,
  list(
    [name, value, CASE WHEN value = 'unmapped' THEN text END] ORDER BY position) AS statement,
  max(event_on) AS latest_event
FROM value ANTI JOIN reject USING (file, record)
GROUP BY file, record, dataset;

CREATE TABLE identified AS
SELECT *,
  max(latest_event) OVER (PARTITION BY file) AS newest,
  coalesce(
    cells['received_at'], cells['published_on'], cells['received_on'], cells['filed_on'])::DATE
    AS counted_on,
  CASE dataset
    WHEN 'tickets' THEN [cells['ticket_id']]
    WHEN 'requests' THEN [cells['request_id']]
    WHEN 'disputes' THEN [cells['case_id']]
    WHEN 'declared_figures'
    THEN [cells['town'], cells['year'], cells['measure'], coalesce(cells['member'], '')]
    WHEN 'publications' THEN
      [cells['town'], cells['channel']]
      || CASE
        WHEN cells['publication_id'] IS NULL THEN [NULL, cells['title'], cells['published_on']]
        ELSE [cells['publication_id']]
      END
  END AS identity
FROM statement;

-- Later is the export whose newest date is later; then the file name; then the record number.
CREATE TABLE accepted AS
SELECT *,
  coalesce(year(counted_on), cells['year']::INTEGER) AS year,
  row_number() OVER (PARTITION BY dataset, statement ORDER BY newest, file, record) > 1 AS is_copy,
  row_number() OVER (
    PARTITION BY dataset, identity ORDER BY newest DESC, file DESC, record DESC) = 1 AS counts
FROM identified;

-- The rows that count, with the columns of their dataset.

CREATE TABLE publication AS
SELECT
  cells['town'] AS town_code, year, cells['publication_id'] AS publication_id,
  cells['title'] AS title, cells['interprets'] AS interprets,
  coalesce(cells['is_repost'] = 'true', false) AS is_repost, cells['category'] AS category, cells['channel'] AS channel,
  counted_on AS published_on
FROM accepted WHERE counts AND dataset = 'publications';

-- A ticket is settled when its status says so; where no list knows the status, when it was closed.
CREATE TABLE ticket AS
SELECT
  town_code, year, ticket_type, ticket_source, received_at, due_at, closed_at,
  coalesce(state.closed = 'true', closed_at IS NOT NULL) AS settled,
  coalesce(state.withdrawn = 'true', false) AS withdrawn,
  rating.satisfied
FROM (
  SELECT
    cells['town'] AS town_code, year, cells['ticket_type'] AS ticket_type,
    cells['ticket_source'] AS ticket_source, cells['received_at']::TIMESTAMP AS received_at,
    cells['due_at']::TIMESTAMP AS due_at, cells['closed_at']::TIMESTAMP AS closed_at,
    cells['status'] AS status, cells['satisfaction'] AS satisfaction
  FROM accepted WHERE counts AND dataset = 'tickets')
LEFT JOIN seed state ON state.list = 'ticket_statuses' AND state.code = status
LEFT JOIN seed rating ON rating.list = 'ticket_satisfaction' AND rating.code = satisfaction;

CREATE TABLE request AS
SELECT
  cells['town'] AS town_code, year, cells['applicant_kind'] AS applicant_kind,
  cells['channel'] AS channel, counted_on AS received_on,
  cells['decided_on']::DATE AS decided_on,
  cells['outcome'] AS outcome, cells['fee']::DECIMAL(24, 6) AS fee,
  cells['due_on']::DATE AS due_on, cells['extended']::BOOLEAN AS extended
FROM accepted WHERE counts AND dataset = 'requests';

CREATE TABLE dispute AS
SELECT cells['town'] AS town_code, year, cells['kind'] AS kind, cells['outcome'] AS outcome, measure
FROM accepted
LEFT JOIN seed ON list = 'dispute_kinds' AND code = cells['kind']
WHERE counts AND accepted.dataset = 'disputes';

CREATE TABLE declared_figure AS
SELECT
  cells['town'] AS town_code, year, cells['measure'] AS measure, cells['member'] AS member,
  cells['value']::DECIMAL(24, 6) AS value, cells['unit'] AS unit, coalesce(cells['approximate'] = 'true', false) AS approximate
FROM accepted WHERE counts AND dataset = 'declared_figures';

-- The label of a code.
CREATE MACRO label_of(of_list, of_code) AS (
  SELECT label FROM label WHERE label.list = of_list AND label.code = of_code);
