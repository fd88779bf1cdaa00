package org.nianbao.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.nianbao.report.PublishedReport;
import org.nianbao.report.UnreadableReportException;
import org.nianbao.report.Wording;

/**
 * Reads reports already published. One report is one record: tasks read the bytes, and only figures
 * come back.
 */
public final class ReportsStep {
  /** Reports have pages, not volumes: a larger file is something else. */
  private static final long LARGEST = 64L << 20;

  private static final int REPORTS_PER_TASK = 50;

  private final SparkSession spark;
  private final Wording wording;

  public ReportsStep(SparkSession spark, Wording wording) {
    this.spark = spark;
    this.wording = wording;
  }

  /**
   * What became of one file.
   *
   * @param report null where the file cannot be taken
   * @param problem why it cannot, as a sentence; null otherwise
   */
  public record Outcome(PublishedReport report, String problem) implements Serializable {}

  /**
   * Reads reports, in their order. One that cannot be read spoils no other.
   *
   * @param told what the user says of the report, if it is one
   */
  public List<Outcome> read(List<ReportFile> files, PublishedReport.Told told) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Wording> words = context.broadcast(wording);
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    try {
      return context
          .parallelize(files, slices(files.size(), context.defaultParallelism()))
          .map(file -> outcome(file, configuration.value().value(), words.value(), told))
          .collect();
    } finally {
      words.destroy();
      configuration.destroy();
    }
  }

  /** Enough tasks to keep all cores busy, and for long lists none that takes minutes. */
  private static int slices(int files, int cores) {
    return Math.min(files, Math.max(cores, files / REPORTS_PER_TASK));
  }

  private static Outcome outcome(
      ReportFile file, Configuration configuration, Wording wording, PublishedReport.Told told) {
    try {
      byte[] bytes = bytes(file, configuration);
      return new Outcome(PublishedReport.read(file.name(), bytes, wording, told), null);
    } catch (UnreadableReportException | IOException e) {
      return problem(file, e.getMessage());
    } catch (RuntimeException e) {
      // A fault of ours in one report of ten thousand must not cost the others.
      return problem(file, "cannot be understood (%s); leave it out and report it".formatted(e));
    }
  }

  private static Outcome problem(ReportFile file, String reason) {
    return new Outcome(null, "Cannot read the report %s: it %s".formatted(file.name(), reason));
  }

  private static byte[] bytes(ReportFile file, Configuration configuration) throws IOException {
    if (file.bytes() > LARGEST) {
      throw new IOException(
          "has %,d bytes, more than a report may have (%,d); check that it is one"
              .formatted(file.bytes(), LARGEST));
    }
    Path path = new Path(file.uri());
    try (InputStream stream = path.getFileSystem(configuration).open(path)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IOException("cannot be opened (%s)".formatted(e.getMessage()), e);
    }
  }
}
