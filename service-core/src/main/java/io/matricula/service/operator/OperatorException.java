package io.matricula.service.operator;

/** An operator's order that can't be carried out; the message is meant for the operator as it is. */
public final class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }
}
