package org.nianbao.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.table.TownYear;

/**
 * The account of a run, for machines: what went in, what was recomputed, how long it took, how it
 * ended.
 *
 * @param versions version by component
 * @param inputs the files seen
 * @param ignored files of formats that no export has, and sheets beside the one that is read
 * @param recomputed the town-years computed anew
 * @param timings time by step
 * @param status the exit status
 */
public record RunReport(
    Map<String, String> versions,
    LocalDate asOf,
    List<Input> inputs,
    List<String> ignored,
    Collection<TownYear> recomputed,
    Map<String, Duration> timings,
    int status) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One file.
   *
   * @param read whether its rows were read in this run, and not known from an earlier one
   * @param accepted null before the tables were brought up to date
   * @param problem why it was not used, or null
   */
  public record Input(
      String path,
      long bytes,
      String sha256,
      String dataset,
      String encoding,
      Boolean read,
      Long rowsRead,
      Long accepted,
      Long rejected,
      Long duplicates,
      String problem) {

    /** A file that was not used. */
    public static Input refused(String path, long bytes, String problem) {
      return new Input(path, bytes, null, null, null, null, null, null, null, null, problem);
    }

    Map<String, Object> described() {
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("path", path);
      described.put("bytes", bytes);
      if (problem != null) {
        described.put("problem", problem);
        return described;
      }
      described.put("sha256", sha256);
      described.put("dataset", dataset);
      described.put("encoding", encoding);
      described.put("read", read);
      described.put("rows_read", rowsRead);
      described.put("accepted", accepted);
      described.put("rejected", rejected);
      described.put("duplicates", duplicates);
      return described;
    }
  }

  /** Writes {@code run.json}. */
  public void write(Path out) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("status", status);
    report.put("versions", versions);
    report.put("as_of", asOf.toString());
    report.put("inputs", inputs.stream().map(Input::described).toList());
    report.put("ignored", ignored);
    report.put(
        "recomputed",
        recomputed.stream()
            .map(one -> Map.of("town_code", one.townCode(), "year", one.year()))
            .map(java.util.TreeMap::new)
            .toList());
    Map<String, Double> seconds = new LinkedHashMap<>();
    timings.forEach((step, time) -> seconds.put(step, time.toMillis() / 1000.0));
    report.put("seconds", seconds);
    Delivery.replace(out.resolve("run.json"), file -> JSON.writeValue(file.toFile(), report));
  }
}
