package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.body.BodyReader;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.MemoryBudget;
import io.matricula.reading.picture.PictureFormat;
import io.matricula.reading.picture.Pictures;
import io.matricula.reading.picture.Submission;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes the body of a request in any form that clients use: multipart, urlencoded, JSON, or the picture itself. */
@ApplicationScoped
public class PictureIntake {
    private final long maxSize;
    private final MemoryBudget memory;
    private final BodyReader bodies;
    private final JsonReader json;

    PictureIntake(ReadingConfig config, MemoryBudget memory) {
        this.memory = memory;
        maxSize = config.picture().maxSize().asLongValue();
        int maxBody = Pictures.maxBody(config);
        bodies = new BodyReader(maxSize, maxBody, config.picture().timeout());
        json = new JsonReader(maxBody);
    }

    /**
     * Reads a request's body to its end, after setting memory aside for it; both are given up when the result is closed.
     *
     * @param announced its length by the client's word, -1 if unknown
     */
    public TakenBody take(RoutingContext context, long announced) {
        String coding = context.request().getHeader("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.equalsIgnoreCase("identity")) {
            throw ApiException.of(ApiError.CONTENT_ENCODING);
        }
        var share = memory.take(announced);
        try {
            byte[] bytes = bodies.read(context, announced);
            share.fit(bytes.length);
            return new TakenBody(bytes, share);
        } catch (RuntimeException e) {
            share.close();
            throw e;
        }
    }

    /** The picture and fields of a body. */
    public Submission submission(byte[] body, @Nullable String contentType) {
        var fields = new SubmissionBuilder();
        read(body, contentType == null ? "" : contentType, fields);
        return fields.build(maxSize);
    }

    private void read(byte[] body, String contentType, SubmissionBuilder into) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return;
        }
        if (type.equals("multipart/form-data") || type.equals("application/x-www-form-urlencoded")) {
            FormReader.read(body, contentType, into);
        } else if (type.equals("application/json") || type.endsWith("+json")) {
            json.read(body, into);
        } else if (type.startsWith("image/") || PictureFormat.sniff(body).isPresent()) {
            into.file(SubmissionBuilder.UPLOAD, null, body);
        } else {
            throw ApiException.of(ApiError.MEDIA_TYPE, type);
        }
    }
}
