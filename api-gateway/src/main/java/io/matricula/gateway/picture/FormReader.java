package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads {@code multipart/form-data} and {@code application/x-www-form-urlencoded}, all in memory. */
final class FormReader {
    /** The body is bounded before it comes here, so the decoder needs no bound of its own for what it holds back. */
    private static final int UNBOUNDED = 0;

    private FormReader() {}

    static void read(byte[] body, String contentType, SubmissionBuilder into) {
        boolean multipart = !contentType.toLowerCase(Locale.ROOT).startsWith("application/");
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        InterfaceHttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(
                    new DefaultHttpDataFactory(false),
                    request,
                    StandardCharsets.UTF_8,
                    SubmissionBuilder.MAX_FIELDS,
                    UNBOUNDED);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
            if (multipart && !decoder.isMultipart()) {
                throw malformed("the Content-Type names no boundary");
            }
            if (takeAll(decoder, into) == 0 && multipart) {
                throw malformed("the body holds no part");
            }
        } catch (ApiException e) {
            throw e;
        } catch (TooManyFormFieldsException e) {
            throw malformed("more than " + SubmissionBuilder.MAX_FIELDS + " fields");
        } catch (IOException | RuntimeException e) {
            // The decoder answers broken bodies with exceptions of many types.
            throw malformed("the body is not what its Content-Type says");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static int takeAll(InterfaceHttpPostRequestDecoder decoder, SubmissionBuilder into) throws IOException {
        int taken = 0;
        try {
            while (decoder.hasNext()) {
                if (decoder.next() instanceof HttpData data) {
                    take(data, into);
                    taken++;
                }
            }
        } catch (EndOfDataDecoderException e) {
            // Not a failure: the decoder's way to say that nothing is left.
        }
        if (decoder.currentPartialHttpData() != null) {
            throw malformed("the body ends in the middle of a field");
        }
        return taken;
    }

    private static void take(HttpData data, SubmissionBuilder into) throws IOException {
        if (data instanceof FileUpload file) {
            into.file(file.getName(), file.getFilename(), file.get());
        } else {
            into.text(data.getName(), data.get());
        }
    }

    private static ApiException malformed(String what) {
        return ApiException.of(ApiError.MALFORMED_BODY, "Multipart form parse error - " + what + ".");
    }
}
