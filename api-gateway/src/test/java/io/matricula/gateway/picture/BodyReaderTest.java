package io.matricula.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private final BodyReader reader = new BodyReader(5, 8, Duration.ofMillis(200));

    @Test
    void read_ofBodyWithinBounds_givesAllOfIt() throws IOException {
        for (int length = 0; length <= 8; length++) {
            byte[] body = new byte[length];
            assertThat(reader.read(new ByteArrayInputStream(body), length)).hasSize(length);
            assertThat(reader.read(new ByteArrayInputStream(body), -1)).hasSize(length);
        }
    }

    @Test
    void read_ofBodyThatEndsEarly_givesWhatCame() throws IOException {
        assertThat(reader.read(new ByteArrayInputStream(new byte[3]), 7)).hasSize(3);
    }

    @Test
    void read_ofLongerBody_isRefusedWithTheBoundOfPictures() {
        for (long announced : new long[] {9, -1, Long.MAX_VALUE}) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> reader.read(new ByteArrayInputStream(new byte[9]), announced))
                    .matches(e -> e.error() == ApiError.TOO_LARGE)
                    .withMessageContaining("5 bytes");
        }
    }

    @Test
    void read_ofBodyThatDrips_endsInTime() {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                try {
                    Thread.sleep(90);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                into[offset] = 1;
                return 1;
            }
        };
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> reader.read(dripping, 8))
                .matches(e -> e.error() == ApiError.REQUEST_TIMEOUT);
    }
}
