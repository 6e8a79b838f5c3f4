package io.matricula.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.contract.Box;
import io.matricula.contract.Candidate;
import io.matricula.contract.CharacterGuess;
import io.matricula.contract.ColorGuess;
import io.matricula.contract.Corner;
import io.matricula.contract.EmptyReason;
import io.matricula.contract.ModelMake;
import io.matricula.contract.OrientationGuess;
import io.matricula.contract.PlateProps;
import io.matricula.contract.PlateResult;
import io.matricula.contract.PropGuess;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.SightedPlate;
import io.matricula.contract.SightedVehicle;
import io.matricula.contract.Sighting;
import io.matricula.contract.VehicleGuess;
import io.matricula.contract.VehicleProps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecognitionWireTest {
    private static final RecognitionRequest REQUEST = new RecognitionRequest(
            List.of("fr", "us-ca"),
            true,
            0.25,
            0.55,
            Mode.REDACTION,
            List.of("[a-z]{2}[0-9]{3}", "تونس"),
            false,
            true,
            true,
            true);

    private final RecognitionWire wire = new RecognitionWire();

    @Test
    void message_writtenAndRead_isTheSame() throws IOException {
        for (int size : new int[] {0, 1, 100_000}) {
            byte[] picture = new byte[size];
            new Random(size).nextBytes(picture);
            RecognitionMessage read = read(message(picture));
            assertThat(read.request()).isEqualTo(REQUEST);
            assertThat(read.picture()).isEqualTo(picture);
        }
    }

    @Test
    void message_truncatedAnywhere_isMalformed() {
        byte[] whole = message(new byte[50]);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            malformed(part, whole.length);
        }
    }

    @Test
    void message_longerThanAnnounced_isMalformed() {
        malformed(message(new byte[50]), message(new byte[50]).length - 1);
    }

    @Test
    void message_withAWrongLengthOfItsRequest_isMalformed() {
        for (int head :
                new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, RecognitionWire.LONGEST_REQUEST + 1, 0, 60}) {
            byte[] message = message(new byte[50]);
            ByteBuffer.wrap(message).putInt(head);
            malformed(message, message.length);
        }
        malformed(new byte[3], 3);
        malformed(new byte[3], -1);
        malformed(new byte[3], Long.MAX_VALUE);
    }

    @Test
    void message_ofGarbage_isMalformedAndNothingElse() {
        Random random = new Random(6);
        for (int round = 0; round < 5000; round++) {
            byte[] garbage = message(new byte[20]);
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                garbage[random.nextInt(garbage.length - 20)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(garbage).request()).isNotNull();
            } catch (MalformedMessageException expected) {
                assertThat(expected).hasMessageNotContaining("fr");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void request_withoutAMemberOrWithNulls_isMalformed() {
        for (String json : List.of(
                "{}",
                "null",
                "[]",
                "7",
                "",
                "{\"regions\":null}",
                json().replace("\"fr\"", "null"),
                json().replace("\"regions\":[\"fr\",\"us-ca\"],", ""),
                json().replace("\"mode\":\"REDACTION\"", "\"mode\":null"),
                json().replace("REDACTION", "SLOW"),
                json() + "{}")) {
            byte[] message = withJson(json, new byte[5]);
            malformed(message, message.length);
        }
    }

    @Test
    void request_withAnUnknownMember_isRead() throws IOException {
        String newer = json().replaceFirst("\\{", "{\"colour\":{\"of\":[1]},");
        assertThat(read(withJson(newer, new byte[5])).request()).isEqualTo(REQUEST);
    }

    @Test
    void head_ofTooLongARequest_isRefused() {
        var request = new RecognitionRequest(
                List.of("x".repeat(RecognitionWire.LONGEST_REQUEST)),
                true,
                0,
                0,
                Mode.FAST,
                List.of(),
                false,
                false,
                false,
                false);
        assertThatIllegalArgumentException().isThrownBy(() -> wire.head(request));
    }

    @Test
    void outcome_writtenAndRead_isTheSame() throws IOException {
        assertThat(wire.outcome(wire.write(plates()))).isEqualTo(plates());
        assertThat(wire.outcome(wire.write(vehicles()))).isEqualTo(vehicles());
    }

    @Test
    void outcome_ofGarbage_isMalformedAndNothingElse() {
        for (String json :
                List.of("", "{}", "null", "[]", "{\"results\":[null]}", "<html>", "{\"imageWidth\":\"x\"}")) {
            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> wire.outcome(json.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] good = wire.write(plates());
        for (int length = 0; length < good.length; length++) {
            byte[] part = Arrays.copyOf(good, length);
            assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> wire.outcome(part));
        }
    }

    @Test
    void rejection_writtenAndRead_isTheSame() throws IOException {
        var rejection = new Rejection("config", "text_formats: \"(\" is open");
        assertThat(wire.rejection(wire.write(rejection))).isEqualTo(rejection);
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> wire.rejection("{\"field\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private static RecognitionOutcome plates() {
        var plate = new PlateResult(
                new Box(1, 2, 3, 4),
                "ab123cd",
                new RegionGuess("fr", 0.9),
                new VehicleGuess(0.8, "Sedan", new Box(0, 0, 9, 9)),
                0.95,
                List.of(new Candidate(0.95, "ab123cd"), new Candidate(0.4, "ab1z3cd")),
                0.99,
                List.of(new ModelMake("Renault", "Clio", 0.5)),
                List.of(new ColorGuess("red", 0.6)),
                List.of(new OrientationGuess("Rear", 0.7)),
                List.of(new Corner(1.5, 2.5)),
                List.of(new CharacterGuess("A", 0.9, Box.NONE)));
        var bare = new PlateResult(
                Box.NONE,
                "x",
                RegionGuess.UNKNOWN,
                VehicleGuess.NONE,
                0.1,
                List.of(new Candidate(0.1, "x")),
                0.2,
                null,
                null,
                null,
                null,
                null);
        return new RecognitionOutcome(
                1152, 864, List.of(plate, bare), List.of(), null, List.of("zz"), Map.of("total", 12.5, "decode", 3.0));
    }

    private static RecognitionOutcome vehicles() {
        var sighted = new SightedPlate(
                SightedPlate.TYPE,
                0.9,
                new Box(1, 2, 3, 4),
                new PlateProps(List.of(new PropGuess("ab", 0.5)), List.of(new PropGuess("fr", 0.5))));
        var described = new VehicleProps(
                List.of(new ModelMake("Fiat", "500", 0.4)),
                List.of(new PropGuess("Front", 0.4)),
                List.of(new PropGuess("white", 0.4)));
        return new RecognitionOutcome(
                10,
                20,
                List.of(),
                List.of(
                        new Sighting(sighted, new SightedVehicle("Van", 0.5, Box.NONE, described)),
                        new Sighting(null, new SightedVehicle("Bus", 0.5, Box.NONE, VehicleProps.NONE))),
                EmptyReason.BELOW_THRESHOLD,
                List.of(),
                Map.of());
    }

    private byte[] message(byte[] picture) {
        byte[] head = wire.head(REQUEST);
        return ByteBuffer.allocate(head.length + picture.length)
                .put(head)
                .put(picture)
                .array();
    }

    private String json() {
        byte[] head = wire.head(REQUEST);
        return new String(head, Integer.BYTES, head.length - Integer.BYTES, StandardCharsets.UTF_8);
    }

    private static byte[] withJson(String json, byte[] picture) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length + picture.length)
                .putInt(bytes.length)
                .put(bytes)
                .put(picture)
                .array();
    }

    private RecognitionMessage read(byte[] message) throws IOException {
        return wire.read(new ByteArrayInputStream(message), message.length);
    }

    private void malformed(byte[] message, long announced) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> wire.read(new ByteArrayInputStream(message), announced));
    }
}
