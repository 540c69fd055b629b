# The image of one of our services:
#
#   docker build --build-arg SERVICE=search-service --tag consilium/search-service .
#
# The jars are compiled here (JARS=build), or taken from the source tree where
# ./mvnw package -Pimages has left them (JARS=prebuilt).
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG BASE_IMAGE=debian:bookworm-slim
ARG JARS=build
# The same for training and use: a start-up cache of other flags for heap and headers would be left aside.
ARG JVM_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=45 -XX:+ExitOnOutOfMemoryError \
-Duser.timezone=UTC -Dfile.encoding=UTF-8 -Donnxruntime.native.path=/opt/consilium/search-service/native \
--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

FROM ${JDK_IMAGE} AS build
WORKDIR /src
COPY . .
RUN rm -rf ./*/target && ./mvnw -B -ntp -q package -Pimages -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -pl content-service,qa-service,search-service,gateway,local-stack -am

FROM scratch AS prebuilt
COPY content-service/target/ /src/content-service/target/
COPY qa-service/target/ /src/qa-service/target/
COPY search-service/target/ /src/search-service/target/
COPY gateway/target/ /src/gateway/target/
COPY local-stack/target/ /src/local-stack/target/

FROM ${JARS} AS jars

# Every service unpacked in layers: what changes least comes first. The times of files are all the same, because the
# start-up cache knows its jars by them.
FROM ${JDK_IMAGE} AS apps
COPY --from=jars /src/content-service/target/*.jar /src/qa-service/target/*.jar \
    /src/search-service/target/*.jar /src/gateway/target/*.jar /jars/
COPY deploy/image/unpack /usr/local/bin/
RUN for service in content-service qa-service search-service gateway; do \
      unpack /jars/$service-*.jar $service /layers/$service || exit 1; \
    done

# A Java runtime of only what the services use. It asks again soon where a name leads: what it stands for comes and goes,
# and a name that was unknown a moment ago must not stay so for the ten seconds that are usual.
FROM ${JDK_IMAGE} AS java
RUN jlink --output /opt/consilium/java --no-header-files --no-man-pages --compress zip-6 --add-modules \
java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,\
java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,\
jdk.attach,jdk.crypto.ec,jdk.incubator.vector,jdk.jcmd,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,\
jdk.unsupported,jdk.zipfs \
    && sed -i -e 's/^networkaddress.cache.negative.ttl=10$/networkaddress.cache.negative.ttl=1/' \
      -e 's/^#networkaddress.cache.ttl=-1$/networkaddress.cache.ttl=5/' /opt/consilium/java/conf/security/java.security \
    && [ "$(grep -c '^networkaddress.cache' /opt/consilium/java/conf/security/java.security)" = 2 ] \
    && find /opt/consilium/java -exec touch --no-dereference --date=@0 {} +

FROM ${BASE_IMAGE} AS runtime
COPY --from=java /opt/consilium/java /opt/consilium/java
COPY deploy/image/service deploy/image/ready /usr/local/bin/
RUN groupadd --gid 10001 consilium \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/consilium --shell /usr/sbin/nologin consilium \
    && install --directory --owner=consilium --group=consilium --mode=0750 /var/lib/consilium

# Starts the platform on real servers and sends it real requests; each service leaves its start-up cache. What prepares
# Keycloak comes before the services, so that it is done once for many builds.
FROM ${JDK_IMAGE} AS training
RUN groupadd --gid 10001 consilium \
    && useradd --uid 10001 --gid 10001 --create-home consilium \
    && install --directory --owner=consilium --group=consilium /training
COPY --from=jars /src/local-stack/target/ /stack/
USER consilium
ENV CONSILIUM_CACHE=/training/cache
RUN java -Dkeycloak.archive=/stack/launcher/keycloak.zip -cp '/stack/*:/stack/launcher/*' \
    health.consilium.stack.launcher.Launcher prepare
COPY --from=java /opt/consilium/java /opt/consilium/java
COPY --from=apps /trained /opt/consilium
ARG JVM_OPTIONS
RUN java -Dkeycloak.archive=/stack/launcher/keycloak.zip -cp '/stack/*:/stack/launcher/*' \
    health.consilium.stack.launcher.Launcher train --apps /opt/consilium --java /opt/consilium/java \
    --caches /training/caches --options "$JVM_OPTIONS"

FROM runtime
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
COPY --from=apps /layers/${SERVICE}/dependencies /opt/consilium/${SERVICE}
COPY --from=apps /layers/${SERVICE}/snapshot-dependencies /opt/consilium/${SERVICE}
COPY --from=apps /layers/${SERVICE}/application /opt/consilium/${SERVICE}
COPY --from=training --chown=root:root /training/caches/${SERVICE}.aot /opt/consilium/
USER 10001:10001
WORKDIR /var/lib/consilium
ARG JVM_OPTIONS
ENV CONSILIUM_SERVICE=${SERVICE} JAVA_TOOL_OPTIONS=${JVM_OPTIONS}
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=3 CMD ["ready"]
ENTRYPOINT ["service"]
LABEL org.opencontainers.image.title="${SERVICE}" \
      org.opencontainers.image.description="${SERVICE} of Consilium, the backend of a medical knowledge platform" \
      org.opencontainers.image.vendor="Consilium" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
