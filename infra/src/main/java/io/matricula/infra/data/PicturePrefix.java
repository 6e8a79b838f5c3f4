package io.matricula.infra.data;

/** What the names of pictures in the bucket begin with, and how many days S3 keeps them: at least what the services promise. */
public enum PicturePrefix {
    /** Pictures of jobs, which remove their own when they are done; the rule gets those that were forgotten. */
    JOBS("jobs/", 2),
    /** Pictures of events: promised for 3 days. */
    EVENTS("events/", 4),
    /** Pictures that clients put there to have them read. */
    UPLOADS("uploads/", 1);

    private final String text;
    private final int days;

    PicturePrefix(String text, int days) {
        this.text = text;
        this.days = days;
    }

    public String text() {
        return text;
    }

    int days() {
        return days;
    }
}
