CREATE TABLE second.rejects AS
SELECT file AS source_file, record, dataset, rule
FROM reject JOIN record USING (file, record);
