package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The picture files that the arguments of a command stand for. */
final class PictureFiles {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png", "webp", "bmp", "gif", "tif", "tiff");

    private PictureFiles() {}

    /** Files as they are named, existing or not; folders replaced by the pictures below them, in the order of their names. */
    static List<Path> of(List<Path> arguments) {
        return arguments.stream().flatMap(PictureFiles::expand).toList();
    }

    private static Stream<Path> expand(Path argument) {
        return Files.isDirectory(argument) ? below(argument).stream() : Stream.of(argument);
    }

    private static List<Path> below(Path folder) {
        List<Path> pictures = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new Collector(pictures));
        } catch (IOException e) {
            throw new PlainError(ExitCode.SOME_UNREADABLE, "can't look into the folder " + folder);
        }
        pictures.sort(null);
        return pictures;
    }

    /** Whether its name ends like a picture's. */
    static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> pictures;

        Collector(List<Path> pictures) {
            this.pictures = pictures;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPicture(file)) {
                pictures.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // A locked folder among many shall be named in the end like a broken picture, not end the walk.
            pictures.add(file);
            return FileVisitResult.CONTINUE;
        }
    }
}
