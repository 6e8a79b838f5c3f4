package io.matricula.reading.call;

import io.matricula.contract.CloudTime;
import io.matricula.contract.RecognitionRequest;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.picture.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a plate-reader call; the first that is wrong ends it with 400 and the field's name. */
@ApplicationScoped
public class OptionsReader {
    private static final int MAX_CAMERA_ID = 255;
    private static final int MAX_REGIONS = 300;
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0", "none", "null");
    /** Codes come one a field, or several with commas and blanks, or as a JSON or Python list in one text. */
    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;\\[\\]\"']+");

    private final ConfigReader configs;

    OptionsReader(ConfigReader configs) {
        this.configs = configs;
    }

    /** @param mayAskForMmc whether the account's plan includes make, model, colour and orientation */
    public ReadOptions read(Submission sent, boolean mayAskForMmc) {
        var warnings = new ArrayList<String>();
        EngineConfig config = configs.read(sent.last("config"), warnings);
        boolean mmc = mmc(sent);
        if (mmc && !mayAskForMmc) {
            warnings.add("mmc is not part of the account's plan and was ignored");
        }
        var request = new RecognitionRequest(
                regions(sent),
                config.strictRegion(),
                config.detectionThreshold(),
                config.readingThreshold(),
                config.mode(),
                config.textFormats(),
                config.strictVehicle(),
                config.vehicles(),
                mmc && mayAskForMmc,
                config.detail());
        return new ReadOptions(request, cameraId(sent), timestamp(sent), List.copyOf(warnings));
    }

    private static List<String> regions(Submission sent) {
        List<String> codes = sent.all("regions").stream()
                .flatMap(text -> Stream.of(BETWEEN_CODES.split(text)))
                .filter(code -> !code.isEmpty())
                .map(code -> code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .distinct()
                .toList();
        if (codes.size() > MAX_REGIONS) {
            throw ApiException.field("regions", "Ensure this field has no more than " + MAX_REGIONS + " elements.");
        }
        return codes;
    }

    private static boolean mmc(Submission sent) {
        String text = sent.last("mmc").orElse("false").toLowerCase(Locale.ROOT);
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw ApiException.field("mmc", "Must be a valid boolean.");
        }
        return TRUE.contains(text);
    }

    private static @Nullable String cameraId(Submission sent) {
        String id = sent.last("camera_id").orElse(null);
        if (id != null && id.length() > MAX_CAMERA_ID) {
            throw ApiException.field(
                    "camera_id", "Ensure this field has no more than " + MAX_CAMERA_ID + " characters.");
        }
        return id;
    }

    private static @Nullable Instant timestamp(Submission sent) {
        String text = sent.last("timestamp").orElse(null);
        return text == null
                ? null
                : CloudTime.parse(text)
                        .orElseThrow(() -> ApiException.field(
                                "timestamp",
                                "Datetime has wrong format. Use one of these formats instead:"
                                        + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."));
    }
}
