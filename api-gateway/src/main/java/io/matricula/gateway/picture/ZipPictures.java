package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.BatchDraft;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pictures out of a zip, one after the other, and of the directory at its end only the number of entries, so that a zip which
 * was cut off is noticed. No entry becomes a file. What a picture unpacks to is bounded alone and together, so that a bomb is put down
 * early.
 */
record ZipPictures(long maxPicture, long maxUnpacked) {
    private static final byte[] ENTRY = {'P', 'K', 3, 4};
    /** What a zip begins with that holds nothing. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int SHORTEST_END = 22;
    private static final int LONGEST_END = SHORTEST_END + 0xFFFF;
    private static final int COUNT_IN_END = 10;

    /** Whether a file begins like a zip. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] begin = bytes.readNBytes(4);
            return Arrays.equals(begin, ENTRY) || Arrays.equals(begin, END);
        }
    }

    /**
     * Adds the pictures of a zip; gives the number of bytes that they unpacked to.
     *
     * @throws IOException if it is no zip, or not a whole one
     */
    long read(Path file, BatchDraft into) throws IOException {
        long left = maxUnpacked;
        int entries = 0;
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                entries++;
                if (!isPassedOver(entry)) {
                    left -= take(zip, entry.getName(), left, into);
                }
            }
        }
        if (!endsAfter(entries, file)) {
            throw new IOException("a part of the zip is missing");
        }
        return maxUnpacked - left;
    }

    /** Whether the record at the end, before a comment of any length, is there and knows of as many entries. */
    private static boolean endsAfter(int entries, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long tail = Math.min(channel.size(), LONGEST_END);
            ByteBuffer end = ByteBuffer.allocate((int) tail).order(ByteOrder.LITTLE_ENDIAN);
            int read = 0;
            while (end.hasRemaining() && read >= 0) {
                read = channel.read(end, channel.size() - tail + end.position());
            }
            for (int at = end.position() - SHORTEST_END; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    return (end.getShort(at + COUNT_IN_END) & 0xFFFF) == Math.min(entries, 0xFFFF);
                }
            }
            return false;
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new IOException("a name that is no text", e);
        }
    }

    /** Folders, and what operating systems leave beside the files. */
    private static boolean isPassedOver(ZipEntry entry) {
        String name = entry.getName();
        return entry.isDirectory()
                || name.startsWith("__MACOSX/")
                || name.endsWith(".DS_Store")
                || name.endsWith("Thumbs.db");
    }

    /** Gives the number of bytes that were unpacked. */
    private long take(ZipInputStream zip, String name, long left, BatchDraft into) throws IOException {
        byte[] bytes = zip.readNBytes((int) Math.min(maxPicture + 1, Integer.MAX_VALUE - 8));
        long unpacked = bytes.length;
        if (bytes.length > maxPicture) {
            unpacked += passOver(zip, left - unpacked);
            into.refused(name, ApiException.of(ApiError.TOO_LARGE, maxPicture));
        } else if (unpacked <= left) {
            into.picture(name, bytes, Map.of());
        }
        if (unpacked > left) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "The zip unpacks to more than " + maxUnpacked + " bytes.");
        }
        return unpacked;
    }

    private static long passOver(ZipInputStream zip, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long passed = 0;
        for (int read = zip.read(buffer); read > 0 && passed <= most; read = zip.read(buffer)) {
            passed += read;
        }
        return passed;
    }
}
