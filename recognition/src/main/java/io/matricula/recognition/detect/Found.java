package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;

/** A thing at a place of the picture, with a score 0..1. */
interface Found {
    double score();

    Box box();
}
