package io.matricula.recognition;

import java.util.List;

/**
 * What to look for in one picture. {@link #defaults()} and the {@code with} methods build it.
 *
 * @param regions codes such as {@code fr} or {@code us-ca} that plates are expected from, in any spelling of case; empty for the whole world
 * @param strictRegion drop readings that fit no format of {@code regions} or {@code textFormats}; without effect if both are empty
 * @param detectionThreshold least detection score 0..1 of a plate
 * @param readingThreshold least reading score 0..1 of a plate; not applied in redaction mode
 * @param textFormats regular expressions of texts, matched in full and without regard to case, preferred to all others
 * @param strictVehicle drop plates that lie on no vehicle; without effect if the bundle finds no vehicles
 * @param vehicleDescriptions without effect if the bundle can't describe vehicles
 */
public record RecognitionOptions(
        List<String> regions,
        boolean strictRegion,
        double detectionThreshold,
        double readingThreshold,
        RecognitionMode mode,
        List<String> textFormats,
        boolean strictVehicle,
        VehicleDescriptions vehicleDescriptions) {
    private static final RecognitionOptions DEFAULTS = new RecognitionOptions(
            List.of(), false, 0.2, 0.6, RecognitionMode.NORMAL, List.of(), false, VehicleDescriptions.NONE);

    public RecognitionOptions {
        regions = List.copyOf(regions);
        textFormats = List.copyOf(textFormats);
        requireScore("detectionThreshold", detectionThreshold);
        requireScore("readingThreshold", readingThreshold);
    }

    /** The whole world, thresholds 0.2 and 0.6, normal mode. */
    public static RecognitionOptions defaults() {
        return DEFAULTS;
    }

    public RecognitionOptions withRegions(List<String> codes, boolean strict) {
        return new RecognitionOptions(
                codes,
                strict,
                detectionThreshold,
                readingThreshold,
                mode,
                textFormats,
                strictVehicle,
                vehicleDescriptions);
    }

    public RecognitionOptions withThresholds(double detection, double reading) {
        return new RecognitionOptions(
                regions, strictRegion, detection, reading, mode, textFormats, strictVehicle, vehicleDescriptions);
    }

    public RecognitionOptions withMode(RecognitionMode changed) {
        return new RecognitionOptions(
                regions,
                strictRegion,
                detectionThreshold,
                readingThreshold,
                changed,
                textFormats,
                strictVehicle,
                vehicleDescriptions);
    }

    public RecognitionOptions withTextFormats(List<String> formats) {
        return new RecognitionOptions(
                regions,
                strictRegion,
                detectionThreshold,
                readingThreshold,
                mode,
                formats,
                strictVehicle,
                vehicleDescriptions);
    }

    public RecognitionOptions withStrictVehicle(boolean strict) {
        return new RecognitionOptions(
                regions,
                strictRegion,
                detectionThreshold,
                readingThreshold,
                mode,
                textFormats,
                strict,
                vehicleDescriptions);
    }

    public RecognitionOptions withVehicleDescriptions(VehicleDescriptions wanted) {
        return new RecognitionOptions(
                regions, strictRegion, detectionThreshold, readingThreshold, mode, textFormats, strictVehicle, wanted);
    }

    private static void requireScore(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", not within 0..1");
        }
    }
}
