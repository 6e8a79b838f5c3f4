package io.matricula.bench.formats;

import io.matricula.bench.formats.CropReader.ReadCrop;
import io.matricula.recognition.read.Decoded;
import io.matricula.recognition.read.DecodingOptions;
import io.matricula.recognition.read.PlateDecoder;
import java.util.List;
import java.util.function.Function;

/**
 * How good a way of decoding is.
 *
 * @param exact share of texts that are right in full
 * @param alike the same if O, Q and 0, and I and 1, count as equal: what is left to the formats is the difference
 * @param loss mean of -ln of the right text's score; scores under 0.01 count as 0.01, since some labels are wrong
 * @param calibration how far the scores are from the share that is right, mean over tenths of the score
 */
record FormatScore(int count, double exact, double alike, double loss, double calibration) {
    private static final double FLOOR = 0.01;

    /** @param hint regions to ask for, for each crop */
    static FormatScore of(PlateDecoder decoder, List<ReadCrop> crops, Function<ReadCrop, List<String>> hint) {
        int exact = 0;
        int alike = 0;
        double loss = 0;
        double[] excess = new double[10];
        for (ReadCrop crop : crops) {
            DecodingOptions options = new DecodingOptions(hint.apply(crop), false, List.of());
            Decoded decoded = decoder.decode(crop.text(), crop.region(), decoder.rules(options));
            String truth = crop.crop().text();
            boolean right = decoded.text().equals(truth);
            exact += right ? 1 : 0;
            alike += look(decoded.text()).equals(look(truth)) ? 1 : 0;
            loss -= Math.log(Math.max(FLOOR, score(decoded, truth)));
            excess[(int) Math.min(9, 10 * decoded.score())] += decoded.score() - (right ? 1 : 0);
        }
        int count = Math.max(1, crops.size());
        double calibration = 0;
        for (double each : excess) {
            calibration += Math.abs(each) / count;
        }
        return new FormatScore(crops.size(), (double) exact / count, (double) alike / count, loss / count, calibration);
    }

    private static double score(Decoded decoded, String truth) {
        return decoded.candidates().stream()
                .filter(candidate -> candidate.text().equals(truth))
                .mapToDouble(Decoded.Candidate::score)
                .findFirst()
                .orElse(0);
    }

    private static String look(String text) {
        return text.replace('O', '0').replace('Q', '0').replace('I', '1');
    }
}
