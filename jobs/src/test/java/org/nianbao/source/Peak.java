package org.nianbao.source;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The most memory that objects took since it was made, beyond what they took then. What nobody
 * holds any more but was not collected yet counts too: the limit is generous.
 */
final class Peak {
  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          // What survives: the nurseries fill and empty all the time.
          .filter(pool -> pool.getName().contains("Tenured") || pool.getName().contains("Old"))
          .toList();

  private final long before;

  Peak() {
    System.gc();
    HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
    before = used();
  }

  long megabytes() {
    return (used() - before) >> 20;
  }

  private static long used() {
    return HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
