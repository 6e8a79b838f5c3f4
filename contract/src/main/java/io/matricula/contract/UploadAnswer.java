package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * A place for a picture.
 *
 * @param uploadUrl what the field of that name takes once the picture is there
 * @param putUrl where the picture is put; the address alone is the right to do so
 * @param headers that must be sent with it
 * @param expires until when
 */
@JsonNaming(SnakeCaseStrategy.class)
public record UploadAnswer(String id, String uploadUrl, String putUrl, Map<String, String> headers, String expires) {
    @Override
    public String toString() {
        return "UploadAnswer[" + id + "]";
    }
}
