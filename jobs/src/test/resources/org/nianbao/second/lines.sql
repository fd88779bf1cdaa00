-- Every line of every export, cut into cells; those of a Parquet file below the names of its columns.

CREATE TABLE export (file VARCHAR, encoding VARCHAR, sha256 VARCHAR);

CREATE TABLE line (file VARCHAR, number BIGINT, cells VARCHAR[]);

CREATE SCHEMA delivered;

CREATE SCHEMA second;
