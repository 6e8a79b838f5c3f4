package io.matricula.gateway.platereader;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.picture.Submission;
import io.matricula.service.access.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds callers to the camera that their token is bound to. */
public final class BoundCamera {
    private static final String FIELD = "camera_id";

    private BoundCamera() {}

    /**
     * The submission as the caller may send it: without a camera it gets the bound one.
     *
     * @throws ApiException 403 if it names another
     */
    public static Submission applied(Submission sent, Caller caller) {
        String bound = caller.boundCamera();
        if (bound == null) {
            return sent;
        }
        if (sent.last(FIELD).filter(named -> !named.equals(bound)).isPresent()) {
            throw ApiException.of(ApiError.OTHER_CAMERA, bound);
        }
        Map<String, List<String>> fields = new HashMap<>(sent.fields());
        fields.put(FIELD, List.of(bound));
        return new Submission(sent.picture(), sent.uploadUrl(), fields);
    }
}
