package io.matricula.bench.speed;

import io.matricula.bench.scene.DrawnPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which pictures speed is measured on. */
public final class Pictures {
    private static final int DRAWN = 40;
    private static final int MOST = 400;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Folder of JPEGs; without it 40 drawn scenes of 1152 x 864.")
    private @Nullable Path folder;

    public List<byte[]> load() throws IOException {
        return folder == null ? DrawnPictures.jpegs(DRAWN) : read(folder);
    }

    private static List<byte[]> read(Path folder) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> jpegs = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
                    .sorted()
                    .limit(MOST)
                    .toList();
            for (Path jpeg : jpegs) {
                pictures.add(Files.readAllBytes(jpeg));
            }
        }
        if (pictures.isEmpty()) {
            throw new IOException("no JPEG in the folder");
        }
        return pictures;
    }

    /** How many they are and how large, for a heading. */
    static String describe(List<byte[]> pictures, boolean drawn) throws IOException {
        double pixels = 0;
        double bytes = 0;
        for (byte[] picture : pictures) {
            pixels += pixels(picture);
            bytes += picture.length;
        }
        return String.format(
                Locale.ROOT,
                "%d %s JPEGs, on average %.2f megapixels and %.0f kB",
                pictures.size(),
                drawn ? "drawn" : "photographed",
                pixels / pictures.size() / 1e6,
                bytes / pictures.size() / 1e3);
    }

    public String describe(List<byte[]> pictures) throws IOException {
        return describe(pictures, folder == null);
    }

    /** The option as another process has to be given it. */
    List<String> arguments() {
        return folder == null ? List.of() : List.of("--pictures", folder.toString());
    }

    private static double pixels(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            double pixels = (double) reader.getWidth(0) * reader.getHeight(0);
            reader.dispose();
            return pixels;
        }
    }
}
