package io.matricula.service.identity;

/** Refuses one field of what a person sent, with a sentence for that person. Carries no stack trace: it is an answer, not a fault. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;

    public RefusedException(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }
}
