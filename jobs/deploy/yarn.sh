#!/usr/bin/env bash
# Submits a run to YARN. Client mode: the exit status comes back, and --out is a folder of this machine.
# Sizing in jobs/docs/cluster.md.
set -euo pipefail
export LC_ALL=C.UTF-8

exec "$SPARK_HOME/bin/spark-submit" \
  --master yarn --deploy-mode client \
  --driver-memory 3g \
  --num-executors 4 --executor-cores 2 --executor-memory 3g \
  --conf spark.executorEnv.LC_ALL=C.UTF-8 \
  --packages io.delta:delta-spark_4.2_2.13:4.4.0 \
  --class org.nianbao.cli.Main /opt/nianbao/jobs/target/nianbao.jar \
  run --exports hdfs:///nianbao/exports --warehouse hdfs:///nianbao/warehouse --out /srv/nianbao/out
