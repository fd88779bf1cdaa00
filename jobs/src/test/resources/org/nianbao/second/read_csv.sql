-- The export in the variables "file" (its name), "encoding" and "delimiter", from its text in UTF-8
-- ("text"). Sixteen columns are more than any export has: those that a line does not fill are NULL,
-- so that a line with a cell too many shows.

INSERT INTO line
SELECT getvariable('file'), number, list_filter(cells, lambda cell: cell IS NOT NULL)
FROM (
  SELECT row_number() OVER () AS number, [*COLUMNS(*)] AS cells
  FROM read_csv(
    getvariable('text'),
    auto_detect = false, header = false, delim = getvariable('delimiter'), quote = '"', escape = '"',
    null_padding = true, parallel = false, nullstr = '(no such cell)',
    columns = {
      'c01': 'VARCHAR', 'c02': 'VARCHAR', 'c03': 'VARCHAR', 'c04': 'VARCHAR',
      'c05': 'VARCHAR', 'c06': 'VARCHAR', 'c07': 'VARCHAR', 'c08': 'VARCHAR',
      'c09': 'VARCHAR', 'c10': 'VARCHAR', 'c11': 'VARCHAR', 'c12': 'VARCHAR',
      'c13': 'VARCHAR', 'c14': 'VARCHAR', 'c15': 'VARCHAR', 'c16': 'VARCHAR'}));
