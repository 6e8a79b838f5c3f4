package io.matricula.lambda.start;

import io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;

/**
 * Before the snapshot, runs sample events through the whole function, so that what every call needs is loaded and compiled in it. The
 * events stand in {@value #EVENTS} on the class path, one a line; they must be such that nothing connects anywhere, for a connection
 * does not outlive the snapshot.
 */
@ApplicationScoped
class Priming implements Resource {
    static final String EVENTS = "priming-events.jsonl";
    private static final Logger LOG = Logger.getLogger(Priming.class);

    void register(@Observes StartupEvent event) {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        long start = System.nanoTime();
        List<String> events = events();
        var function = new QuarkusStreamHandler();
        for (String event : events) {
            var input = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
            function.handleRequest(input, OutputStream.nullOutputStream(), null);
        }
        LOG.infof("primed with %d events in %d ms", events.size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** Nothing to do: every connection is made at its first use, after the thaw. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    private static List<String> events() throws IOException {
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(EVENTS);
        if (file == null) {
            throw new IOException(EVENTS + " is missing from the function");
        }
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
