package io.matricula.reading.call;

import io.matricula.reading.picture.Picture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a picture as the cloud does: {@code HHMM_5chars_original.ext}. */
final class CloudFilename {
    private static final DateTimeFormatter HOUR_MINUTE =
            DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM = 5;
    private static final int LONGEST = 100;
    private static final Pattern EXTENSION = Pattern.compile(".*[^.]\\.[A-Za-z0-9]{1,5}");

    private CloudFilename() {}

    static String of(Instant received, Picture picture, RandomGenerator random) {
        var name = new StringBuilder(HOUR_MINUTE.format(received)).append('_');
        for (int i = 0; i < RANDOM; i++) {
            name.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return name.append('_').append(original(picture)).toString();
    }

    /** The sender's name without folders and without anything that a file system or a page would read as more than a name. */
    private static String original(Picture picture) {
        String sent = picture.name();
        String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = base.strip().replace(' ', '_').replaceAll("[^\\p{L}\\p{N}._-]", "");
        String bounded = clean.length() > LONGEST ? clean.substring(clean.length() - LONGEST) : clean;
        String name = bounded.replaceAll("^\\.+", "");
        if (name.isEmpty()) {
            name = "upload";
        }
        return EXTENSION.matcher(name).matches()
                ? name
                : name + "." + picture.format().extension();
    }
}
