package io.matricula.recognition.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CornersTest {
    private static final Corners UPRIGHT = Corners.of(10, 20, 50, 30);

    @Test
    void isConvex_ofPlateInAnyTurn_isTrue() {
        Corners upsideDown =
                new Corners(UPRIGHT.bottomRight(), UPRIGHT.bottomLeft(), UPRIGHT.topLeft(), UPRIGHT.topRight());

        assertThat(UPRIGHT.isConvex()).isTrue();
        assertThat(upsideDown.isConvex()).isTrue();
    }

    @Test
    void isConvex_ofMirroredCrossedOrDented_isFalse() {
        Point[] p = {UPRIGHT.topLeft(), UPRIGHT.topRight(), UPRIGHT.bottomRight(), UPRIGHT.bottomLeft()};

        assertThat(new Corners(p[1], p[0], p[3], p[2]).isConvex())
                .as("mirrored")
                .isFalse();
        assertThat(new Corners(p[0], p[2], p[1], p[3]).isConvex()).as("crossed").isFalse();
        assertThat(new Corners(p[0], p[1], new Point(20, 22), p[3]).isConvex())
                .as("dented")
                .isFalse();
        assertThat(new Corners(p[0], p[0], p[0], p[0]).isConvex()).as("a point").isFalse();
    }

    @Test
    void area_ofRectangle_isItsArea() {
        assertThat(UPRIGHT.area()).isEqualTo(400);
    }

    @Test
    void box_beyondThePicture_isClipped() {
        assertThat(Corners.of(-5, -5, 300, 12).box(100, 50)).isEqualTo(new Box(0, 0, 100, 12));
    }
}
