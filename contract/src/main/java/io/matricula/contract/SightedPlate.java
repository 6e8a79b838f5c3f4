package io.matricula.contract;

/** A plate in an answer of version 2: {@code Plate}, score 0..1 of its detection, box, texts and regions. */
public record SightedPlate(String type, double score, Box box, PlateProps props) {
    public static final String TYPE = "Plate";
}
