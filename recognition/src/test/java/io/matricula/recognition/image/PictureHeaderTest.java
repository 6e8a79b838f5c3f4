package io.matricula.recognition.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.recognition.image.PictureException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureHeaderTest {
    static Stream<Arguments> formatsAndOrientations() {
        return Stream.of(PictureFormat.values())
                .flatMap(format -> IntStream.rangeClosed(1, SamplePictures.carriesOrientation(format) ? 8 : 1)
                        .mapToObj(orientation -> Arguments.of(format, orientation)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndOrientations")
    void read_everyFormatAndOrientation_tellsStoredSize(PictureFormat format, int orientation) throws Exception {
        PictureHeader header = PictureHeader.read(SamplePictures.encode(format, orientation));

        boolean turned = orientation >= 5;
        assertThat(header.format()).isEqualTo(format);
        assertThat(header.width()).isEqualTo(turned ? SamplePictures.HEIGHT : SamplePictures.WIDTH);
        assertThat(header.height()).isEqualTo(turned ? SamplePictures.WIDTH : SamplePictures.HEIGHT);
        assertThat(header.orientation()).isEqualTo(Orientation.ofTag(orientation));
    }

    @Test
    void read_noBytes_isEmpty() {
        assertReason(new byte[0], Reason.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "hello, this is no picture", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF....WAVEfmt "
            })
    void read_somethingElse_isUnsupported(String content) {
        assertReason(content.getBytes(StandardCharsets.UTF_8), Reason.UNSUPPORTED_FORMAT);
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void read_cutWithinHeader_isUnreadableOrUnsupported(PictureFormat format) {
        byte[] picture = SamplePictures.encode(format, 1);
        for (int length = 1; length < 10; length++) {
            byte[] cut = java.util.Arrays.copyOf(picture, length);
            assertThatThrownBy(() -> PictureHeader.read(cut)).isInstanceOf(PictureException.class);
        }
    }

    @Test
    void read_pngThatClaimsHugeSize_tellsItWithoutDecoding() throws Exception {
        byte[] png = SamplePictures.encode(PictureFormat.PNG, 1);
        ByteBuffer.wrap(png).putInt(16, 2_000_000_000).putInt(20, 2_000_000_000);

        assertThat(PictureHeader.read(png).decodedPixels()).isEqualTo(4_000_000_000_000_000_000L);
    }

    @Test
    void read_pngWithoutPixels_isEmpty() {
        byte[] png = SamplePictures.encode(PictureFormat.PNG, 1);
        ByteBuffer.wrap(png).putInt(16, 0);

        assertReason(png, Reason.EMPTY);
    }

    @Test
    void read_tiffWithTilesLargerThanItself_countsTheTile() throws Exception {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 4);
        for (int[] entry : new int[][] {{256, 10}, {257, 10}, {322, 60_000}, {323, 50_000}}) {
            tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }

        assertThat(PictureHeader.read(tiff.array()).decodedPixels()).isEqualTo(3_000_000_000L);
    }

    @Test
    void read_bmpWithTopRowFirst_hasPositiveHeight() throws Exception {
        byte[] bmp = SamplePictures.encode(PictureFormat.BMP, 1);
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -SamplePictures.HEIGHT);

        assertThat(PictureHeader.read(bmp).height()).isEqualTo(SamplePictures.HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void orientation_ofEitherByteOrder_isRead(boolean little) {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;

        assertThat(TiffHeader.orientation(ByteBuffer.wrap(SamplePictures.exif(6, order))))
                .isEqualTo(Orientation.TURN_RIGHT);
    }

    @Test
    void orientation_ofBrokenExif_isUpright() {
        byte[] exif = SamplePictures.exif(6, ByteOrder.BIG_ENDIAN);
        ByteBuffer.wrap(exif).putInt(4, Integer.MAX_VALUE);

        assertThat(TiffHeader.orientation(ByteBuffer.wrap(exif))).isEqualTo(Orientation.UPRIGHT);
        assertThat(TiffHeader.orientation(ByteBuffer.allocate(0))).isEqualTo(Orientation.UPRIGHT);
    }

    /** 60,000 broken pictures: a header or a PictureException, never anything else, and no time lost. */
    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void read_mutatedPictures_givesHeaderOrPictureException(PictureFormat format) {
        Random random = new Random(format.ordinal());
        byte[] picture = SamplePictures.encode(format, 6);
        for (int round = 0; round < 10_000; round++) {
            byte[] broken = SamplePictures.mutate(picture, random);
            try {
                PictureHeader header = PictureHeader.read(broken);
                assertThat(header.width()).isPositive();
                assertThat(header.height()).isPositive();
                assertThat(header.decodedPixels()).isGreaterThanOrEqualTo((long) header.width() * header.height());
            } catch (PictureException expected) {
                assertThat(expected.reason()).isNotEqualTo(Reason.TOO_MANY_PIXELS);
            }
        }
    }

    private static void assertReason(byte[] picture, Reason reason) {
        assertThatThrownBy(() -> PictureHeader.read(picture))
                .isInstanceOfSatisfying(
                        PictureException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
