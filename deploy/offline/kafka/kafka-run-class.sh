#!/usr/bin/env bash
# Runs a class of Kafka with the variables that Kafka's own scripts know.
set -euo pipefail

logging=/opt/kafka/config/tools-log4j2.yaml
[ -f "$logging" ] || logging=/etc/kafka/docker/tools-log4j2.yaml
# in the order of the archive's class path, or the JVM takes none of it
libraries=$(printf ':%s' /opt/kafka/libs/*.jar)

# shellcheck disable=SC2086 # one word an option
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} \
  ${KAFKA_JVM_PERFORMANCE_OPTS:--server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35} \
  -XX:SharedArchiveFile=/opt/kafka/kafka.jsa -Xlog:aot*=error,cds*=error -Djava.awt.headless=true \
  ${KAFKA_JMX_OPTS:-} ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=$logging} ${KAFKA_OPTS:-} \
  -cp "${libraries#:}${CLASSPATH:+:$CLASSPATH}" "$@"
