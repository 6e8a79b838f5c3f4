package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an on-premises installation tells of itself.
 *
 * @param licenseKey masked but for its end; empty without a licence
 * @param totalCalls calls that the period may hold
 * @param webhooks the addresses that are told of each recognition
 */
@JsonNaming(SnakeCaseStrategy.class)
public record InfoAnswer(
        String version, String licenseKey, long totalCalls, Usage usage, List<String> webhooks, LicenseInfo license) {
    /**
     * The state of the licence.
     *
     * @param state {@code trial}, {@code licensed}, {@code grace}, or why calls are refused
     * @param installation the id to ask a licence for
     * @param holder null without a licence
     * @param expires last day, {@code 2027-11-22}; null without a licence
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record LicenseInfo(
            String state,
            String message,
            String installation,
            @Nullable String holder,
            @Nullable String expires) {}
}
