package io.matricula.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads what is known about pictures. */
final class Labels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /** A manifest of JSON lines, or a folder of pictures with one plate each that are named by its text: {@code AB123CD.jpg}, {@code AB123CD_2.jpg}. */
    static List<LabelledPicture> read(Path place) throws IOException {
        return Files.isDirectory(place) ? fromNames(place) : fromManifest(place);
    }

    private static List<LabelledPicture> fromManifest(Path manifest) throws IOException {
        List<LabelledPicture> pictures = new ArrayList<>();
        try (Stream<String> lines = Files.lines(manifest)) {
            for (String line : (Iterable<String>) lines.filter(line -> !line.isBlank())::iterator) {
                pictures.add(JSON.readValue(line, LabelledPicture.class));
            }
        }
        return pictures;
    }

    private static List<LabelledPicture> fromNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp|bmp)"))
                    .sorted()
                    .map(Labels::fromName)
                    .toList();
        }
    }

    private static LabelledPicture fromName(String name) {
        String text = name.substring(0, name.lastIndexOf('.')).replaceFirst("_.*", "");
        return new LabelledPicture(name, List.of(new TruePlate(null, text, null)), false, null);
    }
}
