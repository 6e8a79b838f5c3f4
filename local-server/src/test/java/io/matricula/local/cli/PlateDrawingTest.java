package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.Candidate;
import io.matricula.recognition.Plate;
import io.matricula.recognition.Reading;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.VehicleType;
import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.ModelGuess;
import io.matricula.recognition.describe.VehicleDescription;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlateDrawingTest {
    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFF, 0x000000, 0xFFD60A, 0x808080})
    void mark_anyGround_leavesLightAndDarkSideBySide(int ground) {
        BufferedImage picture = ground(new Color(ground));

        PlateDrawing.mark(picture, List.of(plate(250, 200)), List.of());

        assertThat(count(picture, 0xFFFFFF)).as("letters").isGreaterThan(100);
        assertThat(count(picture, 0xFFD60A)).as("outline").isGreaterThan(100);
        assertThat(dark(picture)).as("plaque").isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0", "540,0", "0,440", "540,440", "-20,-10"})
    void mark_plateAtTheEdge_keepsTheTextInsideAndOffThePlate(String place) {
        BufferedImage picture = ground(Color.GRAY);
        int x = Integer.parseInt(place.replaceFirst(",.*", ""));
        int y = Integer.parseInt(place.replaceFirst(".*,", ""));

        PlateDrawing.mark(picture, List.of(plate(x, y)), List.of());

        assertThat(count(picture, 0xFFFFFF)).as("whole letters").isGreaterThan(100);
        assertThat(picture.getRGB(Math.max(x, 0) + 40, Math.max(y, 0) + 15) & 0xFFFFFF)
                .as("middle of the plate")
                .isEqualTo(Color.GRAY.getRGB() & 0xFFFFFF);
    }

    @Test
    void mark_vehicle_isOutlinedInAnotherColourAndLeavesThePlateFree() {
        BufferedImage picture = ground(Color.GRAY);
        Vehicle car = new Vehicle(
                VehicleType.SUV,
                0.87,
                new Box(240, 190, 380, 260),
                new VehicleDescription(
                        List.of(new ModelGuess("BMW", "X5", 0.7)),
                        List.of(new Guess("silver", 0.8)),
                        List.of(new Guess("Rear", 0.9))));

        PlateDrawing.mark(picture, List.of(plate(250, 200)), List.of(car));

        assertThat(count(picture, 0x5CD6FF)).as("outline").isGreaterThan(200);
        assertThat(picture.getRGB(300, 220) & 0xFFFFFF)
                .as("middle of the plate")
                .isEqualTo(0x808080);
        assertThat(VehicleWords.of(car).sentence()).isEqualTo("silver BMW X5, SUV, rear");
    }

    private static Plate plate(int x, int y) {
        Corners corners =
                new Corners(new Point(x, y), new Point(x + 100, y), new Point(x + 100, y + 40), new Point(x, y + 40));
        Box box = new Box(Math.max(0, x), Math.max(0, y), x + 100, y + 40);
        Reading reading = new Reading("AB123CD", 0.97, List.of(new Candidate("AB123CD", 0.97)), List.of());
        return new Plate(box, corners, 0.9, reading, List.of(), null);
    }

    private static BufferedImage ground(Color colour) {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 640, 480);
        pen.dispose();
        return picture;
    }

    private static long count(BufferedImage picture, int colour) {
        return pixels(picture).filter(pixel -> pixel == colour).count();
    }

    private static long dark(BufferedImage picture) {
        return pixels(picture).filter(pixel -> (pixel >> 8 & 0xFF) < 100).count();
    }

    private static IntStream pixels(BufferedImage picture) {
        return IntStream.range(0, 640 * 480).map(i -> picture.getRGB(i % 640, i / 640) & 0xFFFFFF);
    }
}
