package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.PictureFormat;
import io.matricula.reading.picture.Pictures;
import io.matricula.reading.picture.Submission;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one body, whatever its form, and holds them to their bounds. Used by one thread. */
final class SubmissionBuilder {
    static final String UPLOAD = "upload";
    static final String UPLOAD_URL = "upload_url";
    static final int MAX_FIELDS = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 16_384;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private byte @Nullable [] upload;
    private String fileName = UPLOAD;
    private int count;

    /** A text field; {@code upload} may hold base64 of any length that the body's own bound lets through. */
    void text(String name, byte[] utf8) {
        if (name.equals(UPLOAD)) {
            keepUpload(utf8);
            return;
        }
        countField(name);
        if (utf8.length > MAX_TEXT) {
            throw ApiException.field(name, "Ensure this field has no more than " + MAX_TEXT + " characters.");
        }
        fields.computeIfAbsent(name, any -> new ArrayList<>(2)).add(new String(utf8, StandardCharsets.UTF_8));
    }

    /** A file. Some clients send every field as one; what is too long for a field is passed over. */
    void file(String name, @Nullable String sentName, byte[] content) {
        if (!name.equals(UPLOAD) && content.length > MAX_TEXT) {
            countField(name);
            return;
        }
        text(name, content);
        if (name.equals(UPLOAD) && sentName != null && !sentName.isBlank()) {
            fileName = sentName;
        }
    }

    private void keepUpload(byte[] content) {
        countField(UPLOAD);
        // An empty part beside a full one is how browsers send a form whose file was not chosen.
        if (upload == null || content.length > 0) {
            upload = content;
        }
    }

    private void countField(String name) {
        if (++count > MAX_FIELDS) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "The body has more than " + MAX_FIELDS + " fields.");
        }
        if (name.length() > MAX_NAME) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "The body has a field with too long a name.");
        }
    }

    /** The text fields alone. */
    Map<String, List<String>> fields() {
        return fields;
    }

    /** The submission; refused if it brings neither a picture nor an address, or a picture of more than {@code maxSize} bytes. */
    Submission build(long maxSize) {
        String url = new Submission(null, null, fields).last(UPLOAD_URL).orElse(null);
        // Snapshot: an address is given priority over a file.
        return url != null ? new Submission(null, url, fields) : new Submission(picture(maxSize), null, fields);
    }

    private Picture picture(long maxSize) {
        byte[] sent = upload;
        if (sent == null) {
            throw ApiException.field(UPLOAD, "No file was submitted.");
        }
        if (sent.length == 0) {
            throw ApiException.field(UPLOAD, PictureProblem.EMPTY.text());
        }
        byte[] bytes = PictureFormat.sniff(sent).isPresent() ? sent : Base64Picture.decode(sent);
        return Pictures.checked(UPLOAD, bytes, fileName, maxSize);
    }
}
