package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} and {@code application/x-www-form-urlencoded}, all in memory. */
final class FormReader {
    private static final Pattern PLUS_BESIDE_LINE_BREAK = Pattern.compile("\\+(?=[\r\n])|(?<=[\r\n])\\+");

    /** Others are cleared before they are filled, and must be copied again to become an array. */
    private static final ByteBufAllocator ON_HEAP = new UnpooledByteBufAllocator(false);

    private FormReader() {}

    static void read(byte[] body, String contentType, SubmissionBuilder into) {
        boolean multipart = !contentType.toLowerCase(Locale.ROOT).startsWith("application/");
        InterfaceHttpPostRequestDecoder decoder = null;
        try {
            decoder = LenientForms.decoder(contentType, false, SubmissionBuilder.MAX_FIELDS);
            decoder.offer(new DefaultLastHttpContent(onHeap(multipart ? body : withLineBreaksEscaped(body))));
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
            throw malformed(multipart ? "Multipart form" : "Form", "the body is not what its Content-Type says");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** The decoder copies what it is given, and each part, into buffers of the same kind. */
    private static ByteBuf onHeap(byte[] form) {
        return new UnpooledHeapByteBuf(ON_HEAP, form, form.length) {};
    }

    /**
     * A urlencoded form with its line breaks escaped: Netty takes the first for the end of the form, but
     * {@code curl -d "upload=$(base64 car.jpg)"} sends one every 76 characters, and a plus beside one is no blank.
     */
    private static byte[] withLineBreaksEscaped(byte[] form) {
        int at = 0;
        while (at < form.length && form[at] != '\n' && form[at] != '\r') {
            at++;
        }
        if (at == form.length) {
            return form;
        }
        String text = new String(form, StandardCharsets.ISO_8859_1);
        return PLUS_BESIDE_LINE_BREAK
                .matcher(text)
                .replaceAll("%2B")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .getBytes(StandardCharsets.ISO_8859_1);
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
            into.file(file.getName(), file.getFilename(), bytes(file));
        } else {
            into.text(data.getName(), bytes(data));
        }
    }

    /** Not a copy where the content has an array of its own. */
    private static byte[] bytes(HttpData data) throws IOException {
        ByteBuf content = data.content();
        return ByteBufUtil.getBytes(content, content.readerIndex(), content.readableBytes(), false);
    }

    private static ApiException malformed(String what) {
        return malformed("Multipart form", what);
    }

    private static ApiException malformed(String form, String what) {
        return ApiException.of(ApiError.MALFORMED_BODY, form + " parse error - " + what + ".");
    }
}
