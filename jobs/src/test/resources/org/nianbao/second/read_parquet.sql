-- The Parquet export in the variables "file" (its name) and "path": below the names of its columns,
-- its records, every value as text.

INSERT INTO line
SELECT getvariable('file'), 1, list(column_name)
FROM (DESCRIBE FROM read_parquet(getvariable('path')));

INSERT INTO line
SELECT getvariable('file'), number + 1, cells
FROM (
  SELECT row_number() OVER () AS number, [*COLUMNS(*)] AS cells
  FROM (SELECT COLUMNS(*)::VARCHAR FROM read_parquet(getvariable('path'))));
