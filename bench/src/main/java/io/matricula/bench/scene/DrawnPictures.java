package io.matricula.bench.scene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Drawn scenes as the JPEG bytes that a camera would send. */
public final class DrawnPictures {
    /** About a million pixels in the shape of a camera's frame. */
    public static final int WIDTH = 1152;

    public static final int HEIGHT = 864;
    private static final float QUALITY = 0.92f;

    private DrawnPictures() {}

    public static List<byte[]> jpegs(int count) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            pictures.add(jpeg(DrawnScene.draw(seed, WIDTH, HEIGHT)));
        }
        return pictures;
    }

    public static byte[] jpeg(DrawnScene scene) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(scene.picture(), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
