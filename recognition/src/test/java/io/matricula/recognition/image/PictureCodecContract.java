package io.matricula.recognition.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.geometry.Point;
import io.matricula.recognition.image.PictureException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every library that decodes pictures has to do. */
abstract class PictureCodecContract {
    private static final PictureBounds BOUNDS = new PictureBounds(1_000_000, 4096);

    private final PictureDecoder decoder = new PictureDecoder(codec(), BOUNDS, 4_000_000);

    abstract PictureCodec codec();

    /** How many broken pictures of this format the library is tried with: as many as take about a second. */
    abstract int brokenPictures(PictureFormat format);

    static Stream<Arguments> formatsAndOrientations() {
        return Stream.of(PictureFormat.values())
                .flatMap(format -> IntStream.rangeClosed(1, SamplePictures.carriesOrientation(format) ? 8 : 1)
                        .mapToObj(orientation -> Arguments.of(format, orientation)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndOrientations")
    void decode_everyFormatAndOrientation_isUpright(PictureFormat format, int orientation) throws Exception {
        try (Picture picture = decoder.decode(SamplePictures.encode(format, orientation))) {
            assertThat(picture.width()).isEqualTo(SamplePictures.WIDTH);
            assertThat(picture.height()).isEqualTo(SamplePictures.HEIGHT);
            for (int quarter = 0; quarter < 4; quarter++) {
                int x = SamplePictures.WIDTH / 4 + quarter % 2 * SamplePictures.WIDTH / 2;
                int y = SamplePictures.HEIGHT / 4 + quarter / 2 * SamplePictures.HEIGHT / 2;
                assertColour(picture, x, y, SamplePictures.QUARTERS[quarter]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_USHORT_GRAY
            })
    void decode_pngOfEveryKind_hasItsColours(int type) throws Exception {
        BufferedImage drawn = new BufferedImage(40, 30, type);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(new Color(0x999999));
        pen.fillRect(0, 0, 40, 30);
        pen.dispose();
        int grey = type == BufferedImage.TYPE_BYTE_GRAY ? drawn.getRaster().getSample(5, 5, 0) : 0x99;
        grey = type == BufferedImage.TYPE_USHORT_GRAY ? drawn.getRaster().getSample(5, 5, 0) >> 8 : grey;

        try (Picture picture = decoder.decode(SamplePictures.imageIo(drawn, "png"))) {
            assertColour(picture, 20, 15, grey * 0x010101);
        }
    }

    @Test
    void decode_progressiveGreyJpeg_works() throws Exception {
        BufferedImage drawn = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((java.awt.image.DataBufferByte) drawn.getRaster().getDataBuffer()).getData(), (byte) 100);

        try (Picture picture = decoder.decode(SamplePictures.imageIo(drawn, "jpg"))) {
            assertColour(picture, 20, 15, 0x646464);
        }
    }

    @Test
    void decode_jpegThatBreaksOff_hasWhatCame() throws Exception {
        byte[] jpeg = SamplePictures.encode(PictureFormat.JPEG, 1);

        try (Picture picture = decoder.decode(Arrays.copyOf(jpeg, jpeg.length - 60))) {
            assertThat(picture.height()).isEqualTo(SamplePictures.HEIGHT);
            assertColour(picture, SamplePictures.WIDTH / 4, 8, SamplePictures.QUARTERS[0]);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PictureFormat.class,
            names = {"PNG", "GIF", "WEBP", "TIFF"})
    void decode_cutInHalf_isUnreadable(PictureFormat format) {
        byte[] picture = SamplePictures.encode(format, 1);
        byte[] half = Arrays.copyOf(picture, picture.length / 2);

        assertReason(half, Reason.UNREADABLE);
    }

    @Test
    void decode_overTheBounds_isRefusedBeforeDecoding() {
        byte[] png = SamplePictures.encode(PictureFormat.PNG, 1);
        ByteBuffer.wrap(png).putInt(16, 1001).putInt(20, 1000);
        assertReason(png, Reason.TOO_MANY_PIXELS);

        ByteBuffer.wrap(png).putInt(16, 4097).putInt(20, 1);
        assertReason(png, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void decode_moreThanMemoryAllows_waitsAndGoesOn() throws Exception {
        PictureDecoder narrow = new PictureDecoder(codec(), BOUNDS, 8_000);
        byte[] jpeg = SamplePictures.encode(PictureFormat.JPEG, 6);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<Integer> decode = () -> {
            try (Picture picture = narrow.decode(jpeg)) {
                return picture.width();
            }
        };

        assertThat(threads.invokeAll(java.util.Collections.nCopies(200, decode)))
                .allSatisfy(width -> assertThat(width.get()).isEqualTo(SamplePictures.WIDTH));
        threads.shutdown();
    }

    /** A picture or a PictureException; the memory set aside comes back each time. */
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void decode_mutatedPictures_givesPictureOrPictureException(PictureFormat format) {
        Random random = new Random(format.ordinal());
        byte[] picture = SamplePictures.encode(format, 5);
        int read = 0;
        for (int round = 0; round < brokenPictures(format); round++) {
            try (Picture decoded = decoder.decode(SamplePictures.mutate(picture, random))) {
                assertThat(decoded.bgr().capacity()).isGreaterThanOrEqualTo(3 * decoded.width() * decoded.height());
                read++;
            } catch (PictureException expected) {
                assertThat(expected).hasMessageNotContaining("Exception");
            }
        }
        assertThat(read).as("pictures that could be read in spite of it").isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void view_ofDirectOrHeapPixels_showsThem(boolean direct) {
        Pixels pixels = SamplePictures.pixels(SamplePictures.upright());
        ByteBuffer heap = ByteBuffer.allocate(pixels.bgr().capacity())
                .put(pixels.bgr().duplicate().clear());

        try (Picture picture = decoder.view(direct ? pixels : new Pixels(pixels.width(), pixels.height(), heap))) {
            assertColour(picture, 10, 10, SamplePictures.QUARTERS[0]);
            assertColour(picture, SamplePictures.WIDTH - 1, SamplePictures.HEIGHT - 1, SamplePictures.QUARTERS[3]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7})
    void scaleInto_smaller_averagesTheArea(int times) {
        BufferedImage stripes = new BufferedImage(40 * times + 1, 30 * times + 1, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < stripes.getWidth(); x++) {
            for (int y = 0; y < stripes.getHeight(); y++) {
                stripes.setRGB(x, y, (x % 2 == 0 ? 0x00FF00 : 0) | (y < stripes.getHeight() / 2 ? 0xFF0000 : 0));
            }
        }
        ByteBuffer target = ByteBuffer.allocateDirect(200 * 30);

        decoder.view(SamplePictures.pixels(stripes)).scaleInto(target, 40, 30, 200);

        for (int y = 0; y < 30; y++) {
            int green = IntStream.iterate(y * 200 + 1, at -> at + 3)
                    .limit(40)
                    .map(at -> target.get(at) & 0xFF)
                    .sum();
            assertThat(green / 40).as("stripes").isBetween(112, 144);
            assertThat(target.get(y * 200 + 62) & 0xFF)
                    .as("red half, row " + y)
                    .isBetween(y < 14 ? 250 : 0, y > 15 ? 5 : 255);
            assertThat(target.get(y * 200 + 120)).as("between the rows").isZero();
        }
    }

    @Test
    void scaleInto_larger_interpolates() {
        Pixels two = new Pixels(
                2,
                1,
                ByteBuffer.allocateDirect(6)
                        .put(3, (byte) 200)
                        .put(4, (byte) 200)
                        .put(5, (byte) 200));
        ByteBuffer target = ByteBuffer.allocateDirect(3 * 8);

        decoder.view(two).scaleInto(target, 8, 1, 24);

        int[] blue = IntStream.range(0, 8).map(x -> target.get(3 * x) & 0xFF).toArray();
        assertThat(blue).isSorted().startsWith(0).endsWith(200);
        assertThat(blue[3]).isCloseTo(75, within(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9})
    void scaleInto_part_showsItAlone(int times) {
        BufferedImage drawn = new BufferedImage(40 * times, 30 * times, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 10 * times; x < 31 * times; x++) {
            for (int y = 5 * times; y < 26 * times; y++) {
                drawn.setRGB(x, y, x < 20 * times ? 0x0000FF : 0xFF0000);
            }
        }
        ByteBuffer target = ByteBuffer.allocateDirect(7 + 3 * 20 * 20);
        Box part = new Box(10 * times, 5 * times, 31 * times, 26 * times);

        decoder.view(SamplePictures.pixels(drawn)).scaleInto(target.slice(7, 3 * 20 * 20), part, 20, 20, 60);

        for (int y = 0; y < 20; y++) {
            assertThat(target.get(7 + 60 * y) & 0xFF).as("blue, row " + y).isEqualTo(255);
            assertThat(target.get(7 + 60 * y + 59) & 0xFF).as("red, row " + y).isEqualTo(255);
        }
        assertThat(target.get(6)).as("before the slice").isZero();
    }

    @Test
    void cutInto_uprightPart_isThatPart() {
        Pixels noise = noise(60, 40);
        ByteBuffer target = ByteBuffer.allocateDirect(3 * 20 * 10);

        decoder.view(noise).cutInto(target, new Cut(Homography.onto(Corners.of(30, 5, 50, 15)), 20, 10, 1, 1));

        for (int at = 0; at < target.capacity(); at++) {
            int source = 3 * (60 * (5 + at / 60) + 30) + at % 60;
            assertThat(target.get(at) & 0xFF).isCloseTo(noise.bgr().get(source) & 0xFF, within(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2"})
    void cutInto_turnedAndCutOff_isTheSameFromAllLibraries(int across, int down) {
        Pixels noise = noise(60, 40);
        Corners turned = new Corners(new Point(-9, 4), new Point(40, -6), new Point(45, 20), new Point(2, 38));
        Cut cut = new Cut(Homography.onto(turned), 20, 10, across, down);
        ByteBuffer target = ByteBuffer.allocateDirect(3 * 20 * 10);
        ByteBuffer expected = ByteBuffer.allocateDirect(3 * 20 * 10);
        new Sampler(noise, cut).writeTo(expected);

        decoder.view(noise).cutInto(target, cut);

        for (int at = 0; at < target.capacity(); at++) {
            // OpenCV may round places to a 32nd of a pixel.
            assertThat(target.get(at) & 0xFF).isCloseTo(expected.get(at) & 0xFF, within(6));
        }
    }

    /** Neighbours differ by up to 100. */
    private static Pixels noise(int width, int height) {
        Random random = new Random(5);
        ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
        while (bgr.hasRemaining()) {
            bgr.put((byte) (70 + random.nextInt(100)));
        }
        return new Pixels(width, height, bgr.flip());
    }

    static void assertColour(Picture picture, int x, int y, int rgb) {
        int at = 3 * (y * picture.width() + x);
        int[] found = {
            picture.bgr().get(at + 2) & 0xFF,
            picture.bgr().get(at + 1) & 0xFF,
            picture.bgr().get(at) & 0xFF
        };
        for (int channel = 0; channel < 3; channel++) {
            assertThat(found[channel])
                    .as("channel %d at %d,%d of %s", channel, x, y, Arrays.toString(found))
                    .isCloseTo(rgb >> 8 * (2 - channel) & 0xFF, within(12));
        }
    }

    private void assertReason(byte[] picture, Reason reason) {
        assertThatThrownBy(() -> decoder.decode(picture))
                .isInstanceOfSatisfying(
                        PictureException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
