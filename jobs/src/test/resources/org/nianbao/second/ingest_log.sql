CREATE TABLE second.ingest_log AS
SELECT
  file AS source_file, dataset, encoding, rows_read, accepted, rejected, duplicates,
  first_on, last_on, sha256
FROM export
JOIN (SELECT file, dataset, count(*) AS rows_read FROM record GROUP BY ALL) USING (file)
JOIN (
  SELECT file, count(reject.rule) AS rejected
  FROM record LEFT JOIN reject USING (file, record) GROUP BY file) USING (file)
JOIN (
  SELECT file, count(*) FILTER (WHERE NOT is_copy) AS accepted,
    count(*) FILTER (WHERE is_copy) AS duplicates,
    min(counted_on) AS first_on, max(counted_on) AS last_on
  FROM accepted GROUP BY file) USING (file);
