package org.nianbao.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.TownYear;

/** Why the figures of a town-year are no longer what they were, in words. */
final class Causes {
  /** Nothing that figures rest on has changed: somebody or something else changed them. */
  static final String NONE = "原因不明：导出文件、词表和计算规则均未变";

  private static final int NAMED = 10;

  private final Footing before;
  private final Footing after;
  private final Map<TownYear, Set<TownYear>> links;

  Causes(Footing before, Footing after, Map<TownYear, Set<TownYear>> links) {
    this.before = before;
    this.after = after;
    this.links = links;
  }

  String of(TownYear townYear) {
    if (before.holds(townYear, after)) {
      return NONE;
    }
    List<String> causes = new ArrayList<>(files(townYear));
    if (!before.rules().equals(after.rules())) {
      causes.add("词表或计算规则有变");
    }
    if (causes.isEmpty()) {
      causes.add(sameInputs(townYear) ? "至%s有工单超过办理期限".formatted(after.asOf()) : "数据覆盖情况有变");
    }
    return String.join("；", causes);
  }

  private boolean sameInputs(TownYear townYear) {
    Computed.Entry one = before.computed().get(townYear);
    Computed.Entry other = after.computed().get(townYear);
    return one != null && other != null && one.inputs().equals(other.inputs());
  }

  /** What became of the exports that the town-year rests on, each under its name. */
  private List<String> files(TownYear townYear) {
    Map<String, Set<ExportLog.Entry>> old = byName(before.exports(), townYear);
    Map<String, Set<ExportLog.Entry>> now = byName(after.exports(), townYear);
    Set<String> kept = new TreeSet<>(old.keySet());
    kept.retainAll(now.keySet());
    Predicate<String> sameBytes = name -> bytes(old.get(name)).equals(bytes(now.get(name)));
    Predicate<String> sameReading = name -> sources(old.get(name)).equals(sources(now.get(name)));
    List<String> files = new ArrayList<>();
    name("新增", without(now.keySet(), kept), files);
    name("更换", kept.stream().filter(sameBytes.negate()).toList(), files);
    name("不再计入", without(old.keySet(), kept), files);
    // Where lists have changed, every file is read anew: the lists are the cause.
    if (before.rules().equals(after.rules())) {
      List<String> same = kept.stream().filter(sameBytes).toList();
      name("按更正或映射重读", same.stream().filter(sameReading.negate()).toList(), files);
    }
    return files;
  }

  private Map<String, Set<ExportLog.Entry>> byName(
      List<ExportLog.Entry> exports, TownYear townYear) {
    Set<TownYear> linked = links.getOrDefault(townYear, Set.of());
    return exports.stream()
        .filter(export -> Changes.restsOn(export, townYear, linked))
        .collect(
            Collectors.groupingBy(ExportLog.Entry::sourceFile, TreeMap::new, Collectors.toSet()));
  }

  private static Set<String> bytes(Set<ExportLog.Entry> exports) {
    return exports.stream().map(ExportLog.Entry::sha256).collect(Collectors.toSet());
  }

  private static Set<String> sources(Set<ExportLog.Entry> exports) {
    return exports.stream().map(Changes::source).collect(Collectors.toSet());
  }

  private static List<String> without(Set<String> names, Set<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  private static void name(String what, Collection<String> names, List<String> causes) {
    if (!names.isEmpty()) {
      String more = names.size() > NAMED ? "等%d个文件".formatted(names.size()) : "";
      causes.add(what + names.stream().limit(NAMED).collect(Collectors.joining("、")) + more);
    }
  }
}
