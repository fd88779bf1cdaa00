package org.nianbao.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveSink;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Content;
import org.nianbao.table.Shared;
import scala.collection.immutable.Map$;

/**
 * Opens files for archive rows in tasks: what these need to know, gathered on the driver.
 *
 * @param location the warehouse, with the scheme of its file system
 * @param schemas by dataset, the columns of its files
 * @param factories by dataset, how they are written
 * @param configurations by dataset, the settings of the writing
 */
record Staging(
    String location,
    Map<String, StructType> schemas,
    Map<String, OutputWriterFactory> factories,
    Map<String, SerializableConfiguration> configurations)
    implements ArchiveSink.Opener {

  /** A task may write several years at once, each with so much in memory. */
  private static final String ROW_GROUP_BYTES = String.valueOf(16 << 20);

  static Staging of(SparkSession spark, Path location) {
    Map<String, StructType> schemas = new HashMap<>();
    Map<String, OutputWriterFactory> factories = new HashMap<>();
    Map<String, SerializableConfiguration> configurations = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      StructType schema = schema(table);
      Job job = job(spark, table);
      schemas.put(table.dataset(), schema);
      factories.put(
          table.dataset(),
          new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), schema));
      configurations.put(table.dataset(), new SerializableConfiguration(job.getConfiguration()));
    }
    return new Staging(location.toString(), schemas, factories, configurations);
  }

  /** The year stands in the name of the folder. */
  private static StructType schema(ArchiveTable table) {
    return new StructType(
        Arrays.stream(table.table().schema().fields())
            .filter(field -> !field.name().equals(Shared.YEAR.name()))
            .toArray(StructField[]::new));
  }

  private static Job job(SparkSession spark, ArchiveTable table) {
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      job.getConfiguration().set("parquet.block.size", ROW_GROUP_BYTES);
      // Of numbers that are all different a dictionary is built in vain.
      table.columns().stream()
          .filter(column -> column.content() == Content.IDENTIFIER)
          .forEach(
              column ->
                  job.getConfiguration()
                      .set("parquet.enable.dictionary#" + column.name(), "false"));
      return job;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare the writing of archive files", e);
    }
  }

  @Override
  public ArchiveSink open(ArchiveTable table, String sourceFile, String load, String part) {
    String dataset = table.dataset();
    return new StagingFiles(
        dataset,
        new Path(location, dataset),
        "part-%s-%s.snappy.parquet".formatted(part, load),
        schemas.get(dataset),
        factories.get(dataset),
        new TaskAttemptContextImpl(configurations.get(dataset).value(), new TaskAttemptID()),
        sourceFile,
        load);
  }
}
