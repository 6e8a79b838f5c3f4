package io.matricula.recognition.image;

/** Says that a picture can't be read at all, and why. The message holds no content of the picture. */
public final class PictureException extends Exception {
    /** Why a picture can't be read. */
    public enum Reason {
        /** No bytes, or a picture without pixels. */
        EMPTY,
        /** Not one of JPEG, PNG, WebP, BMP, GIF, TIFF. */
        UNSUPPORTED_FORMAT,
        /** The header announces more pixels or a longer side than the bounds allow; nothing was decoded. */
        TOO_MANY_PIXELS,
        /** The format is known but the content is broken. */
        UNREADABLE
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public PictureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
