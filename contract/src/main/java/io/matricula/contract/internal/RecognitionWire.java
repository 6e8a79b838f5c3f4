package io.matricula.contract.internal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Writes and reads what gateway and worker send each other. A message is the length of the request's JSON (4 bytes, big-endian), that
 * JSON, and the picture to the end; so the picture is neither encoded nor copied. Answers are JSON. Members that a side does not
 * know are passed over: one of them may be newer. Safe for concurrent use.
 */
public final class RecognitionWire {
    /** Where workers take messages. */
    public static final String PATH = "/internal/recognitions";

    /** Media type of a message. */
    public static final String MEDIA_TYPE = "application/vnd.matricula.recognition";

    /** Header with the secret that gateways and workers share, if they do. */
    public static final String SECRET_HEADER = "X-Matricula-Secret";

    /** Status of an answer that is a {@link Rejection}. */
    public static final int REJECTED = 422;

    /** Longest JSON of a request, in bytes. */
    public static final int LONGEST_REQUEST = 1 << 20;

    private final ObjectReader requests;
    private final ObjectReader outcomes;
    private final ObjectReader rejections;
    private final ObjectWriter writer;

    public RecognitionWire() {
        JsonMapper mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .build();
        requests = mapper.readerFor(RecognitionRequest.class)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        outcomes = mapper.readerFor(RecognitionOutcome.class);
        rejections = mapper.readerFor(Rejection.class)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        writer = mapper.writer();
    }

    /**
     * What stands before the picture in a message.
     *
     * @throws IllegalArgumentException if the request is longer than {@link #LONGEST_REQUEST}
     */
    public byte[] head(RecognitionRequest request) {
        byte[] json = write(request);
        if (json.length > LONGEST_REQUEST) {
            throw new IllegalArgumentException("a request of " + json.length + " bytes is too long");
        }
        return ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /**
     * Reads a message to its end, the picture straight into an array of its length.
     *
     * @param length of the whole message in bytes; the caller has bounded it
     * @throws MalformedMessageException if this is no message; other exceptions come from the stream
     */
    public RecognitionMessage read(InputStream message, long length) throws IOException {
        if (length < Integer.BYTES || length > Integer.MAX_VALUE - 8) {
            throw new MalformedMessageException("a message can't have " + length + " bytes");
        }
        int head = ByteBuffer.wrap(exactly(message, Integer.BYTES)).getInt();
        if (head < 0 || head > LONGEST_REQUEST || head > length - Integer.BYTES) {
            throw new MalformedMessageException("a request can't have " + head + " bytes");
        }
        RecognitionRequest request = parse(requests, exactly(message, head));
        byte[] picture = exactly(message, (int) length - Integer.BYTES - head);
        if (message.read() >= 0) {
            throw new MalformedMessageException("the message is longer than announced");
        }
        return new RecognitionMessage(request, picture);
    }

    public byte[] write(RecognitionOutcome outcome) {
        return write((Object) outcome);
    }

    public byte[] write(Rejection rejection) {
        return write((Object) rejection);
    }

    public RecognitionOutcome outcome(byte[] json) throws MalformedMessageException {
        RecognitionOutcome outcome = parse(outcomes, json);
        try {
            Objects.requireNonNull(outcome.results(), "results");
            Objects.requireNonNull(outcome.sightings(), "sightings");
            Objects.requireNonNull(outcome.unknownRegions(), "unknownRegions");
            Objects.requireNonNull(outcome.milliseconds(), "milliseconds");
            return outcome;
        } catch (NullPointerException e) {
            throw new MalformedMessageException("an outcome has no " + e.getMessage(), e);
        }
    }

    public Rejection rejection(byte[] json) throws MalformedMessageException {
        return parse(rejections, json);
    }

    private byte[] write(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours is no JSON", e);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = in.readNBytes(bytes, 0, length);
        if (read < length) {
            throw new MalformedMessageException("the message is shorter than announced");
        }
        return bytes;
    }

    private static <T> T parse(ObjectReader reader, byte[] json) throws MalformedMessageException {
        T value;
        try {
            value = reader.readValue(json);
        } catch (IOException e) {
            throw new MalformedMessageException("the JSON can't be read", e);
        }
        if (value == null) {
            throw new MalformedMessageException("the JSON is null");
        }
        return value;
    }
}
