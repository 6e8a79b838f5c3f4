package io.matricula.reading.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings of reading without a server. */
public final class Settings {
    private Settings() {}

    /** The defaults, changed by some keys. */
    public static ReadingConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReadingConfig.class)
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(ReadingConfig.class);
    }
}
