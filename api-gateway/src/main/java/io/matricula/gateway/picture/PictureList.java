package io.matricula.gateway.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import io.matricula.reading.picture.Submission;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a list of addresses out of JSON: an array, an object with the array {@code pictures} and fields of all of them, or one value a
 * line. Each is an address, or an object as plate-reader takes it. Such an object may have the array {@code zips} as well, or alone.
 */
final class PictureList {
    private static final String PICTURES = "pictures";
    private static final Set<String> LISTS = Set.of(PICTURES, UploadedZips.FIELD);
    private static final ObjectReader VALUES = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readerFor(JsonNode.class);

    private final BatchDraft into;
    private final UploadedZips uploaded;
    private final long maxPicture;
    private final Map<String, List<String>> common = new LinkedHashMap<>();

    private PictureList(BatchDraft into, UploadedZips uploaded, long maxPicture) {
        this.into = into;
        this.uploaded = uploaded;
        this.maxPicture = maxPicture;
    }

    /**
     * Adds the pictures of a list; gives the fields of all of them.
     *
     * @throws IOException if a zip that it names is none
     */
    static Map<String, List<String>> read(byte[] json, BatchDraft into, UploadedZips uploaded, long maxPicture)
            throws IOException {
        var list = new PictureList(into, uploaded, maxPicture);
        try (MappingIterator<JsonNode> values = VALUES.readValues(json)) {
            while (values.hasNextValue()) {
                list.value(values.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw ApiException.noJson();
        }
        return list.common;
    }

    private void value(JsonNode value) throws IOException {
        if (value.isArray()) {
            value.forEach(this::picture);
        } else if (value.path(PICTURES).isArray()
                || value.path(UploadedZips.FIELD).isArray()) {
            for (JsonNode zip : value.path(UploadedZips.FIELD)) {
                uploaded.take(zip.asText());
            }
            value.path(PICTURES).forEach(this::picture);
            common.putAll(fields(value));
        } else {
            picture(value);
        }
    }

    private void picture(JsonNode value) {
        if (value.isTextual()) {
            into.address(value.textValue(), Map.of());
            return;
        }
        try {
            Submission one = submission(value);
            if (one.picture() == null) {
                into.address(String.valueOf(one.uploadUrl()), one.fields());
            } else {
                into.picture(one.picture().name(), one.picture().bytes(), one.fields());
            }
        } catch (ApiException e) {
            if (e.error() != ApiError.BAD_FIELD && e.error() != ApiError.TOO_LARGE) {
                throw e;
            }
            into.refused("", e);
        }
    }

    private Submission submission(JsonNode value) {
        if (!value.isObject()) {
            throw ApiException.of(
                    ApiError.MALFORMED_BODY, "Each picture must be an address, or an object with upload_url.");
        }
        var fields = new SubmissionBuilder();
        value.properties().forEach(field -> JsonReader.take(field.getKey(), field.getValue(), fields));
        return fields.build(maxPicture);
    }

    private static Map<String, List<String>> fields(JsonNode object) {
        var fields = new SubmissionBuilder();
        object.properties().forEach(field -> {
            if (!LISTS.contains(field.getKey())) {
                JsonReader.take(field.getKey(), field.getValue(), fields);
            }
        });
        return fields.fields();
    }
}
