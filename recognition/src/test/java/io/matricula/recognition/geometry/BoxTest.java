package io.matricula.recognition.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxTest {
    @Test
    void around_fractions_coversThem() {
        assertThat(Box.around(1.2f, 2.9f, 5.1f, 6f, 100, 100)).isEqualTo(new Box(1, 2, 6, 6));
    }

    @Test
    void around_anything_liesInThePictureAndIsNotEmpty() {
        Random random = new Random(1);
        float[] odd = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -1e9f, 1e9f};
        for (int round = 0; round < 10_000; round++) {
            float[] edges = new float[4];
            for (int edge = 0; edge < 4; edge++) {
                edges[edge] = random.nextInt(5) == 0 ? odd[random.nextInt(odd.length)] : random.nextFloat() * 60 - 20;
            }
            Box box = Box.around(edges[0], edges[1], edges[2], edges[3], 20, 10);

            assertThat(box.left()).isBetween(0, 19);
            assertThat(box.top()).isBetween(0, 9);
            assertThat(box.right()).isBetween(box.left() + 1, 20);
            assertThat(box.bottom()).isBetween(box.top() + 1, 10);
        }
    }

    @Test
    void overlap_ofApartBoxes_isZero() {
        assertThat(new Box(0, 0, 10, 10).overlap(new Box(10, 0, 20, 10))).isZero();
        assertThat(new Box(0, 0, 10, 10).overlap(new Box(30, 30, 40, 40))).isZero();
    }

    @Test
    void overlapOfSmaller_ofBoxInside_isOne() {
        assertThat(new Box(0, 0, 100, 100).overlapOfSmaller(new Box(20, 20, 30, 25)))
                .isEqualTo(1);
    }

    @Test
    void widened_boxAtTheEdge_staysInside() {
        assertThat(new Box(10, 20, 110, 70).widened(0.04, 112, 200)).isEqualTo(new Box(6, 18, 112, 72));
    }

    @Test
    void holdsMiddleOf_edges_leftAndTopBelongToIt() {
        Box box = new Box(10, 10, 20, 20);

        assertThat(box.holdsMiddleOf(new Box(8, 8, 12, 12))).isTrue();
        assertThat(box.holdsMiddleOf(new Box(0, 12, 19, 14))).isFalse();
        assertThat(box.holdsMiddleOf(new Box(18, 12, 22, 14))).isFalse();
    }
}
