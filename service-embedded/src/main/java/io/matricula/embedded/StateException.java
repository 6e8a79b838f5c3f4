package io.matricula.embedded;

/** A state folder that can't be used; the message is meant for the person who started the program, as it is. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateException(String message) {
        super(message);
    }

    public StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
