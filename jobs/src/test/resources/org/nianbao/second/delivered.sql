-- A table that the run delivered, from the file in the variable "delivered"; empty cells are NULL.
SELECT *
FROM read_csv(
  getvariable('delivered'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true);
