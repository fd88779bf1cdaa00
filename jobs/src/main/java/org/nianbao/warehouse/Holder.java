package org.nianbao.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A process that writes in a folder.
 *
 * @param host its machine
 * @param processes the set of processes in which its number is unique: containers of one machine
 *     have their own
 * @param pid its number
 * @param birth when it came to be, in a form that a corrected clock does not change
 * @param since when it began to write
 * @param command what it was started for, such as {@code nianbao run}
 */
public record Holder(
    String host, String processes, long pid, String birth, Instant since, String command) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  /** Of /proc/PID/stat, counted behind the program's name: when the process started. */
  private static final int START_TICKS = 19;

  /** This process, from a moment on. */
  public static Holder ofThisProcess(Instant since, String command) {
    ProcessHandle own = ProcessHandle.current();
    return new Holder(
        thisHost(),
        namespace(),
        own.pid(),
        birthOf(own),
        since.truncatedTo(ChronoUnit.SECONDS),
        command);
  }

  /** Whether it certainly is no more. Of a process of another machine nobody can tell. */
  public boolean isGone() {
    return isHere()
        && ProcessHandle.of(pid).map(process -> !birthOf(process).equals(birth)).orElse(true);
  }

  boolean isHere() {
    return host.equals(thisHost()) && processes.equals(namespace());
  }

  /** For a sentence: what it is, where, and since when. */
  public String described() {
    return "%s (process %d on %s, since %s)".formatted(command, pid, host, MINUTE.format(since));
  }

  byte[] toJson() throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("host", host).put("processes", processes).put("pid", pid).put("birth", birth);
    json.put("since", since.toString()).put("command", command);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  /** Reads what {@link #toJson} wrote; nothing of what is not whole. */
  public static Optional<Holder> of(byte[] json) {
    try {
      JsonNode node = JSON.readTree(json);
      return Optional.of(
          new Holder(
              node.required("host").asText(),
              node.required("processes").asText(),
              node.required("pid").asLong(),
              node.required("birth").asText(),
              Instant.parse(node.required("since").asText()),
              node.required("command").asText()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static String namespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  /**
   * Linux counts from its start, whatever the clock says; elsewhere the moment that the system
   * tells.
   */
  private static String birthOf(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + ":" + stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START_TICKS];
    } catch (IOException | RuntimeException e) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }
  }
}
