package io.matricula.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.bench.scene.DrawnPictures;
import io.matricula.bench.scene.DrawnScene;
import io.matricula.recognition.Candidate;
import io.matricula.recognition.Plate;
import io.matricula.recognition.Reading;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountTest {
    @TempDir
    private Path folder;

    private final MissSheet misses = new MissSheet();
    private final Count count = new Count(misses);

    @Test
    void count_rightWrongMissedAndSurplus_goIntoTheirShares() throws IOException {
        byte[] picture = DrawnPictures.jpeg(DrawnScene.draw(1, 320, 240));
        List<TruePlate> truths = List.of(truth(10, "AB 123"), truth(110, "CD0I56"), truth(210, "GH789"));
        List<Plate> found = List.of(plate(12, "AB123", 0.9), plate(111, "CDO156", 0.5), plate(290, "XX", 0.7));

        count.add(new LabelledPicture("a.jpg", truths, true, "drawn"), picture, found);

        Map<String, Share> all = count.shares().get("all");
        assertThat(all)
                .containsEntry("recall", new Share(2, 3))
                .containsEntry("precision", new Share(2, 3))
                .containsEntry("exact", new Share(1, 3))
                .containsEntry("exact, O=0 and I=1", new Share(2, 3))
                .containsEntry("answered (score from 0.6)", new Share(1, 3))
                .containsEntry("exact among answered", new Share(1, 1));
        misses.write(folder.resolve("misses.jpg"));
        assertThat(folder.resolve("misses.jpg")).isNotEmptyFile();
    }

    @Test
    void count_incompletePicture_ignoresWhatElseIsFound() throws IOException {
        LabelledPicture picture = new LabelledPicture("a.jpg", List.of(truth(10, "AB123")), false, null);

        count.add(picture, new byte[0], List.of(plate(10, "AB123", 0.9), plate(200, "XY", 0.9)));

        assertThat(count.shares().get("all")).containsEntry("precision", Share.NONE);
    }

    @Test
    void matching_twoFoundForOneTruth_takesTheBetterOverlap() {
        Matching matching = Matching.of(List.of(truth(100, "A")), List.of(plate(120, "B", 0.9), plate(104, "A", 0.2)));

        assertThat(matching.pairs()).singleElement().satisfies(pair -> assertThat(pair.found())
                .isNotNull()
                .extracting(found -> found.reading().text())
                .isEqualTo("A"));
        assertThat(matching.surplus()).hasSize(1);
    }

    @Test
    void labels_manifestAndNames_areRead() throws IOException {
        Path manifest = folder.resolve("labels.jsonl");
        Files.writeString(manifest, """
                {"image": "a.jpg", "width": 9, "plates": [{"box": [1, 2, 3.5, 4], "text": "AB1", "region": "de"}], "complete": true, "source": "s"}
                {"image": "b.jpg", "plates": [], "complete": false}
                """);
        Files.writeString(folder.resolve("AB123_2.jpg"), "");

        assertThat(Labels.read(manifest)).hasSize(2).first().satisfies(picture -> assertThat(
                        picture.plates().get(0).width())
                .isEqualTo(2.5));
        assertThat(Labels.read(folder))
                .singleElement()
                .satisfies(picture -> assertThat(picture.plates().get(0).text()).isEqualTo("AB123"));
    }

    private static TruePlate truth(double left, String text) {
        return new TruePlate(List.of(left, 50.0, left + 80, 70.0), text, "eu");
    }

    private static Plate plate(int left, String text, double score) {
        Box box = new Box(left, 50, left + 80, 70);
        Point corner = new Point(left, 50);
        Reading reading = new Reading(text, score, List.of(new Candidate(text, score)), List.of());
        return new Plate(box, new Corners(corner, corner, corner, corner), 0.9, reading, List.of(), null);
    }
}
