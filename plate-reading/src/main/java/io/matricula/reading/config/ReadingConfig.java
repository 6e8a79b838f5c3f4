package io.matricula.reading.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** The settings of reading, under {@code matricula}. */
@ConfigMapping(prefix = "matricula")
public interface ReadingConfig {
    Picture picture();

    UploadUrl uploadUrl();

    Uploads uploads();

    Recognition recognition();

    Queue queue();

    Batch batch();

    Answer answer();

    /** What is taken from clients. */
    interface Picture {
        /** Largest picture; a longer one gets 413. The body around it may be 1.6 times as long, for base64 and its escapes. */
        @WithDefault("3M")
        MemorySize maxSize();

        /** Memory that bodies may hold at the same time, all together; beyond it the answer is 503. */
        @WithDefault("256M")
        MemorySize memory();

        /** How long a body may take to arrive; a slower one gets 408. */
        @WithDefault("60s")
        Duration timeout();
    }

    /** What {@code upload_url} may do. */
    interface UploadUrl {
        /** Whether addresses inside private networks may be fetched. Only where all clients are trusted. */
        @WithDefault("false")
        boolean allowPrivate();

        /** How long a fetch may take in all, redirects included. */
        @WithDefault("10s")
        Duration timeout();

        /** Redirects that are followed. */
        @WithDefault("3")
        int maxRedirects();
    }

    /** Pictures that clients bring before they ask for them to be read. */
    interface Uploads {
        /** Largest picture. */
        @WithDefault("20M")
        MemorySize maxSize();
    }

    /** Pictures that are read later. */
    interface Queue {
        /** How many pictures of one account may wait; beyond it more are refused with 429. */
        @WithDefault("2000")
        int mostWaiting();
    }

    /** Many pictures in one request. */
    interface Batch {
        /** How many pictures a batch may hold. */
        @WithDefault("1000")
        int pictures();

        /** Longest body; it is kept in a temporary file while it is read. */
        @WithDefault("200M")
        MemorySize maxSize();

        /** How much a zip may hold once it is unpacked. */
        @WithDefault("1G")
        MemorySize maxUnpacked();

        /** How long a body may take to arrive. */
        @WithDefault("10m")
        Duration timeout();

        /** Bodies that are taken at the same time; beyond it the answer is 503. */
        @WithDefault("4")
        int concurrent();
    }

    /** How much is recognised at once. */
    interface Recognition {
        /** Recognitions that run at the same time; without it one for each core, or as many as workers are good for. */
        OptionalInt concurrent();

        /** Longest wait for a turn; if more than half of it is foreseen, the answer is 503 at once. */
        @WithDefault("10s")
        Duration maxWait();
    }

    /** How answers differ between editions. */
    interface Answer {
        /** Whose answers ours are to look like. */
        @WithDefault("cloud")
        AnswerForm form();
    }
}
