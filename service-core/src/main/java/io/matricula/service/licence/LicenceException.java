package io.matricula.service.licence;

/** A key, receipt or order about a licence that can't be taken; the message is meant for people as it is. */
public final class LicenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LicenceException(String message) {
        super(message);
    }
}
