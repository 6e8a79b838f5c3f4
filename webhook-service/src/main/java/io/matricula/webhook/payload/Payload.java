package io.matricula.webhook.payload;

/** The body of a delivery and its media type. */
public record Payload(String contentType, byte[] body) {}
