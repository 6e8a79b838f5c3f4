package io.matricula.reading.picture;

import java.util.Optional;

/** A format of pictures, told by the first bytes. */
public enum PictureFormat {
    JPEG("jpg"),
    PNG("png"),
    GIF("gif"),
    BMP("bmp"),
    WEBP("webp"),
    TIFF("tif");

    private final String extension;

    PictureFormat(String extension) {
        this.extension = extension;
    }

    /** The usual extension of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** The format of a picture; empty if it is none that can be read. */
    public static Optional<PictureFormat> sniff(byte[] bytes) {
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        } else if (starts(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of(PNG);
        } else if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        } else if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        } else if (starts(bytes, 0, 'B', 'M')) {
            return Optional.of(BMP);
        } else if (starts(bytes, 0, 'I', 'I', '*', 0) || starts(bytes, 0, 'M', 'M', 0, '*')) {
            return Optional.of(TIFF);
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
