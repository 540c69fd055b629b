#!/usr/bin/env bash
# Runs a class of Kafka with the variables that Kafka's own scripts know.
set -euo pipefail

logging=/opt/kafka/config/tools-log4j2.yaml
[ -f "$logging" ] || logging=/etc/kafka/docker/tools-log4j2.yaml
# shellcheck disable=SC2086 # one word an option
exec java ${KAFKA_HEAP_OPTS:--Xmx256M} \
  ${KAFKA_JVM_PERFORMANCE_OPTS:--server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -Djava.awt.headless=true} \
  ${KAFKA_JMX_OPTS:-} ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=$logging} \
  -cp "${CLASSPATH:+$CLASSPATH:}/opt/kafka/libs/*" ${KAFKA_OPTS:-} "$@"
