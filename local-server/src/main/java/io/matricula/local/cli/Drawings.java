package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.image.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/**
 * The marked pictures of one run: where each goes, decided before the first is read so that none hides another or a picture it was made from. Any
 * number of threads may write at the same time.
 */
final class Drawings {
    /** Of the pictures that are still to be drawn; one that is named twice is drawn once. */
    private final Map<Path, Path> targets;

    private Drawings(Map<Path, Path> targets) {
        this.targets = new ConcurrentHashMap<>(targets);
    }

    /** For a run that draws nothing. */
    static Drawings none() {
        return new Drawings(Map.of());
    }

    /**
     * @param out a file ending in .jpg, .jpeg or .png for a single picture, else a folder, which is made if needed
     * @throws PlainError if a marked picture would replace one that is to be read, or the folder can't be made
     */
    static Drawings plan(List<Path> pictures, Path out) {
        boolean single = pictures.size() == 1 && !Files.isDirectory(out) && isPictureName(out);
        Drawings drawings = new Drawings(single ? Map.of(pictures.get(0), out) : intoFolder(pictures, out));
        drawings.refuseToReplace(pictures);
        return drawings;
    }

    private static Map<Path, Path> intoFolder(List<Path> pictures, Path folder) {
        if (!Files.isDirectory(folder)) {
            refuseNameOfPicture(folder, pictures.size());
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PlainError(ExitCode.OUTPUT_NOT_WRITABLE, "can't make the folder " + folder);
        }
        Map<Path, Path> targets = new HashMap<>();
        Set<String> taken = new HashSet<>();
        pictures.forEach(
                picture -> targets.computeIfAbsent(picture, named -> folder.resolve(freeName(stem(named), taken))));
        return targets;
    }

    private static void refuseNameOfPicture(Path folder, int pictures) {
        if (isPictureName(folder)) {
            throw new PlainError(
                    ExitCode.WRONG_USAGE,
                    "--draw " + folder + " is one file, but there are " + pictures + " pictures: name a folder");
        }
        if (PictureFiles.isPicture(folder)) {
            throw new PlainError(ExitCode.WRONG_USAGE, "--draw writes .jpg and .png, not " + folder);
        }
    }

    private static String freeName(String stem, Set<String> taken) {
        String name = stem + ".jpg";
        for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
            name = stem + "-" + copy + ".jpg";
        }
        return name;
    }

    private static String stem(Path picture) {
        String name = picture.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean isPictureName(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)");
    }

    private void refuseToReplace(List<Path> pictures) {
        Set<Path> sources = new HashSet<>();
        pictures.forEach(picture -> sources.add(real(picture)));
        targets.values().stream()
                .filter(target -> sources.contains(real(target)))
                .findAny()
                .ifPresent(target -> {
                    throw new PlainError(ExitCode.WRONG_USAGE, "--draw would replace the picture " + target);
                });
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    boolean wants(Path picture) {
        return targets.containsKey(picture);
    }

    /**
     * Writes the marked picture under another name first, so that an interrupted run leaves no half picture.
     *
     * @throws PlainError if it can't be written
     */
    void write(Path picture, Pixels pixels, Recognition recognition) {
        Path target = targets.remove(picture);
        if (target == null) {
            return;
        }
        BufferedImage image = copy(pixels);
        PlateDrawing.mark(image, recognition.plates(), recognition.vehicles());
        try {
            write(image, target);
        } catch (IOException e) {
            throw new PlainError(ExitCode.OUTPUT_NOT_WRITABLE, "can't write " + target);
        }
    }

    private static void write(BufferedImage image, Path target) throws IOException {
        String format = target.toString().toLowerCase(Locale.ROOT).endsWith(".png") ? "png" : "jpg";
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            // Not to the file: ImageIO itself writes a stack trace where it can't be made.
            try (OutputStream out = Files.newOutputStream(part)) {
                ImageIO.write(image, format, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static BufferedImage copy(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
        pixels.bgr().get(0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }
}
