package io.matricula.reading.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.Settings;
import io.matricula.reading.picture.Picture;
import io.matricula.service.testkit.PictureServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFetcherTest {
    /** Begins like a JPEG, which is all that a fetch looks at. */
    private static final byte[] PICTURE = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
    };

    private PictureServer pictures;

    @BeforeEach
    void start() throws IOException {
        pictures = new PictureServer(PICTURE);
    }

    @AfterEach
    void stop() {
        pictures.close();
    }

    @Test
    void fetch_ofPicture_givesItWithItsName() {
        Picture picture = allowing().fetch(pictures.url("/photos/car.jpg?size=big"));
        assertThat(picture.bytes()).isEqualTo(PICTURE);
        assertThat(picture.name()).isEqualTo("car.jpg");
    }

    @Test
    void fetch_overThreeRedirects_arrives() {
        pictures.at("/a", exchange -> PictureServer.redirect(exchange, 301, "/b"));
        pictures.at("/b", exchange -> PictureServer.redirect(exchange, 302, pictures.url("/c")));
        pictures.at("/c", exchange -> PictureServer.redirect(exchange, 307, "photos/car.jpg"));
        assertThat(allowing().fetch(pictures.url("/a")).bytes()).isEqualTo(PICTURE);
    }

    @Test
    void fetch_overFourRedirects_isRefused() {
        pictures.at("/loop", exchange -> PictureServer.redirect(exchange, 302, "/loop"));
        refused(allowing(), pictures.url("/loop"), "Too many redirects.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/car.jpg",
                "//example.org/car.jpg",
                "http://u:p@example.org/",
                "gopher://127.0.0.1/",
                "http://0x7f000001/",
                "http:///car.jpg"
            })
    void fetch_redirectedToForbiddenAddress_isRefused(String target) {
        pictures.at("/out", exchange -> PictureServer.redirect(exchange, 302, target));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> allowing().fetch(pictures.url("/out")))
                .matches(e -> e.error() == ApiError.BAD_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/photos/car.jpg",
                "http://localhost:%d/photos/car.jpg",
                "http://2130706433:%d/photos/car.jpg",
                "http://0177.0.0.1:%d/photos/car.jpg",
                "http://0x7f.0.0.1:%d/photos/car.jpg",
                "http://0x7f000001:%d/photos/car.jpg",
                "http://127.1:%d/photos/car.jpg",
                "http://0.0.0.0:%d/photos/car.jpg",
                "http://[::1]:%d/photos/car.jpg",
                "http://[::ffff:127.0.0.1]:%d/photos/car.jpg",
                "http://[::ffff:7f00:1]:%d/photos/car.jpg",
                "http://[64:ff9b::7f00:1]:%d/photos/car.jpg",
                "http://169.254.169.254:%d/latest/meta-data/",
            })
    void fetch_ofThisMachineInAnySpelling_isRefusedWithoutAConnection(String spelling) {
        var visits = new AtomicInteger();
        pictures.at("/", exchange -> {
            visits.incrementAndGet();
            PictureServer.answer(exchange, 200, PICTURE);
        });
        int port = Integer.parseInt(pictures.url("").replaceAll(".*:", ""));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> guarded().fetch(String.format(spelling, port)))
                .satisfies(e -> assertThat(e.answer().fields().toString())
                        .isIn("{upload_url=[This address is not allowed.]}", "{upload_url=[Enter a valid URL.]}"));
        assertThat(visits).hasValue(0);
    }

    @Test
    void fetch_ofLongAnnouncedBody_isRefused() {
        pictures.at("/big", exchange -> PictureServer.answer(exchange, 200, new byte[2 << 20]));
        tooLarge(pictures.url("/big"));
    }

    @Test
    void fetch_ofLongBodyWithoutLength_isRefused() {
        pictures.at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[1 << 16];
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(chunk);
            }
        });
        tooLarge(pictures.url("/endless"));
    }

    @Test
    void fetch_ofBodyThatDrips_endsInTime() {
        pictures.at("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        long start = System.nanoTime();
        refused(
                fetcher(Map.of("matricula.upload-url.timeout", "500ms")),
                pictures.url("/drip"),
                "The image could not be fetched.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void fetch_ofCompressedBody_isNotUnpacked() {
        pictures.at("/zip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            PictureServer.answer(exchange, 200, PICTURE);
        });
        assertThat(allowing().fetch(pictures.url("/zip")).bytes()).isEqualTo(PICTURE);
    }

    @Test
    void fetch_ofPage_isRefused() {
        pictures.at("/page", exchange -> PictureServer.answer(exchange, 200, "<html>".getBytes()));
        refused(
                allowing(),
                pictures.url("/page"),
                "Upload a valid image. The file you uploaded was either not an image or a corrupted image.");
    }

    @Test
    void fetch_ofNothing_isRefused() {
        refused(allowing(), pictures.url("/none"), "The image could not be fetched.");
        refused(allowing(), "http://127.0.0.1:1/car.jpg", "The image could not be fetched.");
        refused(allowing(), "http://no-such-host.invalid/car.jpg", "The image could not be fetched.");
    }

    private static void refused(PictureFetcher fetcher, String url, String problem) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> fetcher.fetch(url))
                .satisfies(e -> assertThat(e.answer().fields().toString()).isEqualTo("{upload_url=[" + problem + "]}"));
    }

    private void tooLarge(String url) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() ->
                        fetcher(Map.of("matricula.picture.max-size", "1M")).fetch(url))
                .matches(e -> e.error() == ApiError.TOO_LARGE);
    }

    private static PictureFetcher allowing() {
        return fetcher(Map.of());
    }

    private static PictureFetcher guarded() {
        return new PictureFetcher(Settings.with(Map.of()));
    }

    private static PictureFetcher fetcher(Map<String, String> keys) {
        var all = new HashMap<>(keys);
        all.put("matricula.upload-url.allow-private", "true");
        return new PictureFetcher(Settings.with(all));
    }
}
