package io.matricula.recognition.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HomographyTest {
    @Test
    void onto_randomQuadrangles_mapsTheSquaresCornersToThem() {
        Random random = new Random(2);
        for (int round = 0; round < 1000; round++) {
            Corners corners =
                    new Corners(near(random, 0, 0), near(random, 100, 0), near(random, 100, 40), near(random, 0, 40));
            Homography map = Homography.onto(corners);

            assertSame(map.map(0, 0), corners.topLeft());
            assertSame(map.map(1, 0), corners.topRight());
            assertSame(map.map(1, 1), corners.bottomRight());
            assertSame(map.map(0, 1), corners.bottomLeft());
        }
    }

    @Test
    void map_centre_isWhereTheDiagonalsCross() {
        // A plate seen from its left: the right edge is half as high, so the middle of the plate lies right of the
        // middle of the picture.
        Corners corners = new Corners(new Point(0, 0), new Point(60, 10), new Point(60, 30), new Point(0, 40));

        assertSame(Homography.onto(corners).map(0.5, 0.5), new Point(40, 20));
    }

    private static Point near(Random random, float x, float y) {
        return new Point(x + random.nextFloat() * 16 - 8, y + random.nextFloat() * 16 - 8);
    }

    private static void assertSame(Point found, Point expected) {
        assertThat(found.x()).isCloseTo(expected.x(), within(1e-3f));
        assertThat(found.y()).isCloseTo(expected.y(), within(1e-3f));
    }
}
