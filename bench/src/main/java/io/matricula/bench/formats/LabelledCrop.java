package io.matricula.bench.formats;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code crops.jsonl}: a picture of one plate whose text is known.
 *
 * @param image path below the folder of the list
 * @param region code, or nothing if it is not known
 * @param corners of the plate, clockwise from the top left, in pixels; null if it fills the picture
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LabelledCrop(
        String image,
        String text,
        @Nullable String region,
        String source,
        @Nullable List<List<Double>> corners) {

    /** The same with only those characters of the text that a reader has symbols for. */
    LabelledCrop readableWith(List<String> alphabet) {
        StringBuilder readable = new StringBuilder();
        text.chars()
                .filter(each -> alphabet.stream().anyMatch(symbol -> symbol.indexOf(each) >= 0))
                .forEach(each -> readable.append((char) each));
        return new LabelledCrop(image, readable.toString(), region, source, corners);
    }

    /**
     * Where the plate is in its picture.
     *
     * @param marginX share of its width that a picture without corners shows on each side of the plate, as the reader learnt it
     * @param marginY the same for its height
     */
    Corners place(int width, int height, double marginX, double marginY) {
        if (corners != null) {
            return new Corners(point(corners, 0), point(corners, 1), point(corners, 2), point(corners, 3));
        }
        float left = (float) (width * marginX / (1 + 2 * marginX));
        float top = (float) (height * marginY / (1 + 2 * marginY));
        return Corners.of(left, top, width - left, height - top);
    }

    private static Point point(List<List<Double>> corners, int at) {
        return new Point(
                corners.get(at).get(0).floatValue(), corners.get(at).get(1).floatValue());
    }
}
