package org.nianbao.source;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.Footer;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of a Parquet file, for Spark to read. Its columns and whether it has rows at all stand
 * at the end of the file; Spark would take two jobs to find that out.
 *
 * @param rows all of them, in the order of the file
 * @param none whether there are none
 */
record ParquetRows(Dataset<Row> rows, boolean none) {

  /**
   * Looks at the end of a file.
   *
   * @throws IOException if it cannot be read; other exceptions, also checked ones, if it is damaged
   */
  static ParquetRows of(SourceFile file, org.apache.spark.sql.SparkSession session)
      throws IOException {
    SparkSession spark = (SparkSession) session;
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Path path = new Path(file.uri());
    StructType schema;
    boolean none;
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      schema =
          ParquetFileFormat.readSchemaFromFooter(
              new Footer(path, reader.getFooter()),
              new ParquetToSparkSchemaConverter(spark.sessionState().conf()));
      none = reader.getRecordCount() == 0;
    }
    Dataset<Row> rows = spark.read().schema(schema).parquet(ParquetText.literal(file.uri()));
    return new ParquetRows(rows, none);
  }
}
