package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes zips, pictures and fields out of {@code multipart/form-data} that lies in a file. Parts become temporary files, and are removed. */
record PictureParts(BatchDraft into, ZipPictures zips, UploadedZips uploaded, int mostParts) {
    private static final int CHUNK = 1 << 16;

    /** Adds the pictures of a body; gives its other fields. */
    Map<String, List<String>> read(Path body, String contentType) throws IOException {
        var fields = new SubmissionBuilder();
        InterfaceHttpPostRequestDecoder decoder = null;
        try {
            decoder = LenientForms.decoder(contentType, true, mostParts);
            offer(body, decoder, fields);
        } catch (ApiException | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // The decoder answers broken bodies with exceptions of many types.
            throw ApiException.of(ApiError.MALFORMED_BODY, "Multipart form parse error - not what its type says.");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
        return fields.fields();
    }

    private void offer(Path body, InterfaceHttpPostRequestDecoder decoder, SubmissionBuilder fields)
            throws IOException {
        try (InputStream bytes = Files.newInputStream(body)) {
            for (byte[] chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK)) {
                decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(chunk)));
                takeReady(decoder, fields);
            }
            decoder.offer(new DefaultLastHttpContent());
            takeReady(decoder, fields);
        }
        if (decoder.currentPartialHttpData() != null) {
            throw ApiException.of(
                    ApiError.MALFORMED_BODY, "Multipart form parse error - the body ends in the middle of a field.");
        }
    }

    private void takeReady(InterfaceHttpPostRequestDecoder decoder, SubmissionBuilder fields) throws IOException {
        try {
            while (decoder.hasNext()) {
                if (decoder.next() instanceof HttpData data) {
                    take(data, fields);
                    decoder.removeHttpDataFromClean(data);
                    data.release();
                }
            }
        } catch (EndOfDataDecoderException e) {
            // Not a failure: the decoder's way to say that nothing is left.
        }
    }

    private void take(HttpData data, SubmissionBuilder fields) throws IOException {
        if (data instanceof FileUpload file && !file.getFilename().isBlank()) {
            file(file);
        } else if (data.getName().equals(UploadedZips.FIELD)) {
            uploaded.take(data.getString(StandardCharsets.UTF_8));
        } else {
            fields.text(data.getName(), data.get());
        }
    }

    private void file(FileUpload file) throws IOException {
        Path stored = file.getFile().toPath();
        if (ZipPictures.isZip(stored)) {
            zips.read(stored, into);
        } else if (file.length() > zips.maxPicture()) {
            into.refused(file.getFilename(), ApiException.of(ApiError.TOO_LARGE, zips.maxPicture()));
        } else {
            into.picture(file.getFilename(), Files.readAllBytes(stored), Map.of());
        }
    }
}
