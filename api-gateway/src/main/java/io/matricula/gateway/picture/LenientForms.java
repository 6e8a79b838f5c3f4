package io.matricula.gateway.picture;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes Netty's decoders of forms, and has them take what they would refuse, but clients of the Snapshot API send. */
final class LenientForms extends DefaultHttpDataFactory {
    /** Bodies are bounded before they come here, so a decoder needs no bound of its own for what it holds back. */
    private static final int UNBOUNDED = 0;

    private LenientForms(boolean onDisk) {
        super(onDisk);
    }

    /** @param onDisk whether parts become temporary files; else they stay in memory */
    static InterfaceHttpPostRequestDecoder decoder(String contentType, boolean onDisk, int mostFields) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, withLowerCaseType(contentType));
        return new HttpPostRequestDecoder(
                new LenientForms(onDisk), request, StandardCharsets.UTF_8, mostFields, UNBOUNDED);
    }

    /** Netty knows the type in lower case only. The boundary after it must stay as it is. */
    private static String withLowerCaseType(String contentType) {
        String type = contentType.split(";", 2)[0];
        return type.toLowerCase(Locale.ROOT) + contentType.substring(type.length());
    }

    /** Comes for what stands in a part's head; its content is made by other methods. */
    @Override
    public Attribute createAttribute(HttpRequest request, String name, String value) {
        return super.createAttribute(request, name, understood(name, value));
    }

    /**
     * Parts are taken as bytes, and base64 is known by its looks, so nothing depends on these two. Mail libraries send {@code base64} and
     * {@code quoted-printable}, PHP's fileinfo says {@code image/jpeg; charset=binary}: Netty ends the whole form for that.
     */
    private static String understood(String name, String value) {
        return switch (name) {
            case "content-transfer-encoding" -> "binary";
            case "charset" -> "utf-8";
            default -> value;
        };
    }
}
