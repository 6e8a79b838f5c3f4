package io.matricula.delivery;

import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.PictureException;
import io.matricula.webhook.payload.Area;
import io.matricula.webhook.payload.PictureCutter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes the pictures of deliveries with the decoder of recognition, so that boxes and pixels agree. Safe for concurrent use. */
final class EventPictures implements PictureCutter {
    private static final float QUALITY = 0.9f;
    private static final int CHANNELS = 3;
    private static final long PIXELS_IN_MEMORY = 100_000_000;
    private static final PictureBounds BOUNDS = new PictureBounds(50_000_000, 16_384);

    private final PictureDecoder decoder = PictureDecoder.open(BOUNDS, PIXELS_IN_MEMORY);

    @Override
    public byte[] jpeg(byte[] picture, @Nullable Area area) throws IOException {
        if (area == null && PictureDecoder.isUprightJpeg(picture)) {
            return picture;
        }
        try (Picture upright = decoder.decode(picture)) {
            Area whole = new Area(0, 0, upright.width(), upright.height());
            return encode(pixels(upright, area == null ? whole : area));
        } catch (PictureException e) {
            throw new IOException("the picture can't be decoded", e);
        }
    }

    private static BufferedImage pixels(Picture upright, Area area) {
        int width = area.right() - area.left();
        int height = area.bottom() - area.top();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        ByteBuffer source = upright.bgr();
        for (int y = 0; y < height; y++) {
            int row = ((area.top() + y) * upright.width() + area.left()) * CHANNELS;
            source.get(row, target, y * width * CHANNELS, width * CHANNELS);
        }
        return image;
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
