package io.matricula.contract;

/** Why a picture can't be recognised at all: the sender's fault, and not to be tried again. */
public enum PictureProblem {
    EMPTY("The submitted file is empty."),
    NOT_A_PICTURE("Upload a valid image. The file you uploaded was either not an image or a corrupted image."),
    TOO_MANY_PIXELS("The image has too many pixels: at most 50 megapixels and 16384 pixels a side are taken.");

    private final String text;

    PictureProblem(String text) {
        this.text = text;
    }

    /** The sentence for people. */
    public String text() {
        return text;
    }
}
