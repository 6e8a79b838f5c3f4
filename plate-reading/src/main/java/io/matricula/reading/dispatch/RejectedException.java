package io.matricula.reading.dispatch;

import io.matricula.contract.PictureProblem;

/** Says that a picture or an option can't be used, in words for the client; trying again would not help. */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;

    private RejectedException(String field, String problem) {
        super(problem);
        this.field = field;
    }

    /** As another process has said it. */
    static RejectedException of(String field, String problem) {
        return new RejectedException(field, problem);
    }

    /** The picture is at fault. */
    public static RejectedException picture(PictureProblem problem) {
        return new RejectedException("upload", problem.text());
    }

    /** A value of {@code config} is at fault. */
    public static RejectedException config(String problem) {
        return new RejectedException("config", problem);
    }

    /** The field of the request. */
    public String field() {
        return field;
    }
}
