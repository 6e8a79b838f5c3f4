package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.command.ExitCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
    @TempDir
    private Path folder;

    @Test
    void read_pictureWithPlate_printsFileTextAndScore() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("a car.jpg"));

        CommandRun run = CommandRun.of("read", picture);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith(picture + "  " + CommandRun.DRAWN_TEXT + "  0.")
                .endsWith("\n");
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void read_pictureWithoutPlate_saysSoAndIsNoFailure() throws IOException {
        Path picture = plain(folder.resolve("empty.png"));

        CommandRun run = CommandRun.of("read", picture);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith(picture + "  no plate: ");
    }

    @Test
    void read_brokenAmongMany_goesOnAndSaysSoInTheExitCode() throws IOException {
        Path broken = Files.writeString(folder.resolve("a.jpg"), "this is no picture");
        Path missing = folder.resolve("b.jpg");
        Path good = CommandRun.drawn(folder.resolve("c.jpg"));

        CommandRun run = CommandRun.of("read", broken, missing, good);

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.out().lines()).hasSize(1).first().asString().contains(CommandRun.DRAWN_TEXT);
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("matricula: " + broken + ": not a picture that can be read"),
                        line -> assertThat(line).isEqualTo("matricula: " + missing + ": no such file"));
    }

    @Test
    void read_manyPictures_keepsTheirOrder() throws IOException {
        for (int i = 0; i < 12; i++) {
            if (i % 3 == 0) {
                CommandRun.drawn(folder.resolve("p%02d.jpg".formatted(i)));
            } else {
                plain(folder.resolve("p%02d.png".formatted(i)));
            }
        }

        CommandRun run = CommandRun.of("read", folder);

        List<String> names =
                run.out().lines().map(line -> line.replaceFirst("  .*", "")).toList();
        assertThat(names).hasSize(12).isSorted();
    }

    @Test
    void read_folderWithoutPictures_isAPlainError() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing here");

        CommandRun run = CommandRun.of("read", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        assertThat(run.err()).isEqualTo("matricula: no pictures in " + folder + "\n");
    }

    @Test
    void readJson_twoFiles_givesOneObjectALine() throws IOException {
        Path good = CommandRun.drawn(folder.resolve("good.jpg"));
        Path missing = folder.resolve("missing.jpg");

        CommandRun run = CommandRun.of("read", "--json", good, missing);

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("file").asText()).isEqualTo(good.toString());
        assertThat(first.path("width").asInt()).isEqualTo(1152);
        JsonNode plate = first.path("plates").path(0);
        assertThat(plate.path("text").asText()).isEqualTo(CommandRun.DRAWN_TEXT);
        assertThat(plate.path("box").path("right").asInt())
                .isGreaterThan(plate.path("box").path("left").asInt());
        assertThat(plate.path("corners")).hasSize(4);
        assertThat(plate.path("candidates").path(0).path("text").asText()).isEqualTo(CommandRun.DRAWN_TEXT);
        assertThat(plate.path("characters")).hasSize(CommandRun.DRAWN_TEXT.length());
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("error").asText())
                .isEqualTo("no such file");
        assertThat(first.path("vehicles").path(0).path("box").path("right").asInt())
                .isPositive();
        assertThat(first.path("vehicles").path(0).has("models")).isFalse();
    }

    @Test
    void readJson_withMmc_describesVehicles() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));

        JsonNode vehicle = new ObjectMapper()
                .readTree(CommandRun.of("read", "--json", "--mmc", picture).out())
                .path("plates")
                .path(0)
                .path("vehicle");

        assertThat(vehicle.path("score").asDouble()).isBetween(0.2, 1.0);
        assertThat(vehicle.path("models").isArray()).isTrue();
        assertThat(vehicle.path("colours").isArray()).isTrue();
        assertThat(vehicle.path("orientations").isArray()).isTrue();
    }

    @Test
    void readCsv_plateEmptyAndBroken_hasARowForEach() throws IOException {
        CommandRun.drawn(folder.resolve("a, b.jpg"));
        plain(folder.resolve("c.png"));
        Files.writeString(folder.resolve("d.png"), "no picture");
        Path csv = folder.resolve("table.csv");

        CommandRun run = CommandRun.of("read", folder, "--csv", csv);

        assertThat(run.exitCode()).isEqualTo(ExitCode.SOME_UNREADABLE);
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("file,plate,score,");
        assertThat(rows.get(1)).startsWith("\"" + folder.resolve("a, b.jpg") + "\"," + CommandRun.DRAWN_TEXT + ",0.");
        assertThat(rows.get(2)).startsWith(folder.resolve("c.png") + ",,");
        assertThat(rows.get(3)).contains(",,", "not a picture");
        assertThat(rows).allSatisfy(row -> assertThat(row.replaceAll("\"[^\"]*\"", "")
                        .chars()
                        .filter(c -> c == ',')
                        .count())
                .isEqualTo(15));
    }

    @Test
    void readCsv_folderThatIsNotThere_isAPlainError() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));

        CommandRun run = CommandRun.of("read", picture, "--csv", folder.resolve("no/such/table.csv"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT_NOT_WRITABLE);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void readCsv_overAPicture_isRefused() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        Path other = CommandRun.drawn(folder.resolve("other.JPG"));

        CommandRun run = CommandRun.of("read", "--csv", other, picture);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(other).hasSameBinaryContentAs(picture);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readCsv_onAFullDisk_isAPlainError() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));

        CommandRun run = CommandRun.of("read", picture, "--csv", "/dev/full");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT_NOT_WRITABLE);
        assertThat(run.err()).startsWith("matricula: can't write /dev/full: ");
    }

    @Test
    void readDraw_folderThatIsNotThere_isAPlainError() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        Path marked = folder.resolve("no/such/marked.jpg");

        CommandRun run = CommandRun.of("read", picture, "--draw", marked);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT_NOT_WRITABLE);
        assertThat(run.err()).isEqualTo("matricula: can't write " + marked + "\n");
    }

    @Test
    void readDraw_pictureOfAnotherKind_isRefused() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        Path marked = folder.resolve("marked.gif");

        CommandRun run = CommandRun.of("read", picture, "--draw", marked);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains(".jpg and .png");
        assertThat(marked).doesNotExist();
    }

    @Test
    void readDraw_pictureNamedTwice_isReadTwiceAndDrawnOnce() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        Path out = folder.resolve("marked");

        CommandRun run = CommandRun.of("read", picture, picture, picture, picture, "--draw", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines()).hasSize(4);
        assertThat(out).isDirectoryContaining("glob:**/car.jpg");
        assertThat(out.toFile().list()).hasSize(1);
    }

    @Test
    void readDraw_onePicture_writesItWithThePlateMarked() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        Path marked = folder.resolve("marked.png");

        CommandRun run = CommandRun.of("read", picture, "--draw", marked);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        BufferedImage before = ImageIO.read(picture.toFile());
        BufferedImage after = ImageIO.read(marked.toFile());
        assertThat(after.getWidth()).isEqualTo(before.getWidth());
        assertThat(after.getRGB(0, 0)).isEqualTo(before.getRGB(0, 0));
        assertThat(differing(before, after)).isGreaterThan(2000);
    }

    @Test
    void readDraw_folder_namesEachPictureApart() throws IOException {
        Path one = CommandRun.drawn(Files.createDirectory(folder.resolve("one")).resolve("car.jpg"));
        Path two = CommandRun.drawn(Files.createDirectory(folder.resolve("two")).resolve("car.jpg"));
        Path out = folder.resolve("marked");

        CommandRun run = CommandRun.of("read", one, two, "--draw", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(out.resolve("car.jpg")).isRegularFile();
        assertThat(out.resolve("car-2.jpg")).isRegularFile();
    }

    @Test
    void readDraw_overThePictureItself_isRefused() throws IOException {
        Path picture = CommandRun.drawn(folder.resolve("car.jpg"));
        byte[] before = Files.readAllBytes(picture);

        assertThat(CommandRun.of("read", picture, "--draw", picture).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(CommandRun.of("read", picture, "--draw", folder).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(picture).hasBinaryContent(before);
    }

    @Test
    void readDraw_manyPicturesIntoOneFile_isRefused() throws IOException {
        Path one = CommandRun.drawn(folder.resolve("one.jpg"));
        Path two = CommandRun.drawn(folder.resolve("two.jpg"));

        CommandRun run = CommandRun.of("read", one, two, "--draw", folder.resolve("out.png"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("name a folder");
    }

    @Test
    void read_onATerminal_showsHowFarItIs() throws IOException {
        plain(folder.resolve("a.png"));
        plain(folder.resolve("b.png"));

        assertThat(CommandRun.onTerminal("read", folder).err())
                .contains("1 of 2")
                .contains("2 of 2");
        assertThat(CommandRun.of("read", folder).err()).isEmpty();
    }

    @Test
    void read_unknownRegion_isNamedOnce() throws IOException {
        Path picture = plain(folder.resolve("a.png"));

        CommandRun run = CommandRun.of("read", picture, picture, "--regions", "fr,atlantis");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("atlantis");
    }

    private static Path plain(Path file) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                count += Math.abs(a.getGreen() - b.getGreen()) > 40 ? 1 : 0;
            }
        }
        return count;
    }
}
