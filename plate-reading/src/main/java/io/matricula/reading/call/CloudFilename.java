package io.matricula.reading.call;

import io.matricula.reading.picture.Picture;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a picture as the cloud does: {@code HHMM_5chars_original.ext}. */
final class CloudFilename {
    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM = 5;
    /** So many different texts of five symbols. */
    private static final int RANDOM_TEXTS = (int) Math.pow(SYMBOLS.length(), RANDOM);

    private static final int LONGEST = 100;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]");
    private static final Pattern FIRST_DOTS = Pattern.compile("^\\.+");
    private static final Pattern EXTENSION = Pattern.compile(".*[^.]\\.[A-Za-z0-9]{1,5}");

    private CloudFilename() {}

    static String of(Instant received, Picture picture, RandomGenerator random) {
        LocalTime time = LocalTime.ofInstant(received, ZoneOffset.UTC);
        var name = new StringBuilder(LONGEST);
        name.append(time.getHour() / 10).append(time.getHour() % 10);
        name.append(time.getMinute() / 10).append(time.getMinute() % 10).append('_');
        // Drawn once: a secure source takes its time for each number, however small.
        int left = random.nextInt(RANDOM_TEXTS);
        for (int i = 0; i < RANDOM; i++) {
            name.append(SYMBOLS.charAt(left % SYMBOLS.length()));
            left /= SYMBOLS.length();
        }
        return name.append('_').append(original(picture)).toString();
    }

    /** The sender's name without folders and without anything that a file system or a page would read as more than a name. */
    private static String original(Picture picture) {
        String sent = picture.name();
        String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = UNSAFE.matcher(base.strip().replace(' ', '_')).replaceAll("");
        String bounded = clean.length() > LONGEST ? clean.substring(clean.length() - LONGEST) : clean;
        String name = FIRST_DOTS.matcher(bounded).replaceAll("");
        if (name.isEmpty()) {
            name = "upload";
        }
        return EXTENSION.matcher(name).matches()
                ? name
                : name + "." + picture.format().extension();
    }
}
