package org.nianbao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"nianbao " + number()};
  }

  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /** Version by component of what runs. */
  static Map<String, String> all(SparkSession spark) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("nianbao", number());
    all.put("spark", spark.version());
    all.put("delta", io.delta.package$.MODULE$.VERSION());
    all.put("java", System.getProperty("java.version"));
    return all;
  }
}
