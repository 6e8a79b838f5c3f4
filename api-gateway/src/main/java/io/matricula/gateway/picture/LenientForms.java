package io.matricula.gateway.picture;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes Netty's decoders of forms, and has them take what they would refuse, but clients of the Snapshot API send. One for each form. */
final class LenientForms extends DefaultHttpDataFactory {
    /** Bodies are bounded before they come here, so a decoder needs no bound of its own for what it holds back. */
    private static final int UNBOUNDED = 0;

    /** What the part's Content-Disposition names, if it stands before the Content-Type; else what comes last is right anyhow. */
    private @Nullable String field;

    private boolean typeSeen;

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

    /** Comes for what stands in a part's head; for its content one of the other methods comes after that. */
    @Override
    public Attribute createAttribute(HttpRequest request, String name, String value) {
        typeSeen |= name.equalsIgnoreCase(HttpHeaderNames.CONTENT_TYPE.toString());
        return super.createAttribute(request, name, understood(name, value));
    }

    /**
     * Parts are taken as bytes, and base64 is known by its looks, so nothing depends on encoding and charset. Mail libraries send
     * {@code base64} and {@code quoted-printable}, PHP's fileinfo says {@code image/jpeg; charset=binary}: Netty ends the whole form for
     * that. And it takes a name in the type, {@code image/jpeg; name="car.jpg"}, for that of the field.
     */
    private String understood(String name, String value) {
        return switch (name) {
            case "content-transfer-encoding" -> "binary";
            case "charset" -> "utf-8";
            case "name" -> fieldName(value);
            default -> value;
        };
    }

    private String fieldName(String value) {
        if (!typeSeen) {
            field = value;
        }
        return field == null ? value : field;
    }

    @Override
    public Attribute createAttribute(HttpRequest request, String name) {
        endHead();
        return super.createAttribute(request, name);
    }

    @Override
    public Attribute createAttribute(HttpRequest request, String name, long definedSize) {
        endHead();
        return super.createAttribute(request, name, definedSize);
    }

    @Override
    public FileUpload createFileUpload(
            HttpRequest request,
            String name,
            String filename,
            String contentType,
            String contentTransferEncoding,
            Charset charset,
            long size) {
        endHead();
        return super.createFileUpload(request, name, filename, contentType, contentTransferEncoding, charset, size);
    }

    private void endHead() {
        field = null;
        typeSeen = false;
    }
}
