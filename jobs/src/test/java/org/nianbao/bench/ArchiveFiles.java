package org.nianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;

/** Writes the parts of an archive as files, several at a time. */
final class ArchiveFiles {
  private final ArchivePlan plan;
  private final List<String> towns;

  ArchiveFiles(ArchivePlan plan) {
    this.plan = plan;
    this.towns =
        CsvRows.of(Project.folder().resolve("seeds/towns.csv")).stream()
            .filter(row -> row.get("valid_to").isEmpty())
            .map(row -> row.get("town"))
            .distinct()
            .limit(plan.towns())
            .toList();
    if (towns.size() < plan.towns()) {
      throw new IllegalArgumentException("the list has " + towns.size() + " towns");
    }
  }

  /** Writes files for parts and gives how many bytes they have. */
  long write(List<ArchivePlan.Part> parts, Path folder) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Callable<Long>> tasks = new ArrayList<>();
      for (ArchivePlan.Part part : parts) {
        tasks.add(() -> writeTickets(part, folder));
        tasks.add(() -> writePublications(part, folder));
      }
      long bytes = 0;
      for (Future<Long> written : pool.invokeAll(tasks)) {
        bytes += written.get();
      }
      return bytes;
    } catch (ExecutionException e) {
      throw new IOException("Cannot write to " + folder + ": " + e.getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private long writeTickets(ArchivePlan.Part part, Path folder) throws IOException {
    Path file = file(folder, "12345热线", part, "工单明细.csv");
    try (Lines lines = Lines.to(file, plan.charset(part))) {
      new TicketRows(plan.seed(), part, lines).write();
    }
    return Files.size(file);
  }

  private long writePublications(ArchivePlan.Part part, Path folder) throws IOException {
    Path file = file(folder, "信息公开目录", part, "信息公开目录.csv");
    try (Lines lines = Lines.to(file, plan.charset(part))) {
      new PublicationRows(plan.seed(), part, lines).write();
    }
    return Files.size(file);
  }

  private Path file(Path folder, String kind, ArchivePlan.Part part, String name)
      throws IOException {
    String town = towns.get(part.town());
    Path parent = folder.resolve(kind).resolve(part.year() + "").resolve(town);
    return Files.createDirectories(parent).resolve(part.year() + "年" + name);
  }
}
