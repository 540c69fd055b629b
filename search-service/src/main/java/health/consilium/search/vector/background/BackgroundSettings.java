package health.consilium.search.vector.background;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the vectors of documents are computed.
 *
 * @param batch how many changed documents are worked on at once; a crash repeats as many at most
 * @param busyShare the part of the time that is worked while changes pour in, or the processors are busy
 * @param quietChangesPerSecond up to this rate, and
 * @param quietLoad up to this share of the processors' time in use, this work's included, all of the time is worked
 * @param partitions of the vectors' topic, when it is created here
 * @param replicationFactor of the vectors' topic, when it is created here; the broker's default unless set
 * @param patience how long the broker may take to answer
 */
@ConfigurationProperties("consilium.search.vectors.background")
record BackgroundSettings(
        @DefaultValue("50") int batch,
        @DefaultValue("0.1") double busyShare,
        @DefaultValue("5") double quietChangesPerSecond,
        @DefaultValue("0.9") double quietLoad,
        @DefaultValue("6") int partitions,
        @Nullable Short replicationFactor,
        @DefaultValue("5s") Duration patience) {}
