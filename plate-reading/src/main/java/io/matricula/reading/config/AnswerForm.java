package io.matricula.reading.config;

/** The two products of the Snapshot API, whose answers differ in status, file name and time stamp. */
public enum AnswerForm {
    CLOUD(201),
    /** The on-premises container. */
    SDK(200);

    private final int status;

    AnswerForm(int status) {
        this.status = status;
    }

    /** Status of a good answer. */
    public int status() {
        return status;
    }
}
