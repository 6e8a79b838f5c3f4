package io.matricula.infra.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large an environment is, as {@code environments.json} says: the one file for it. Unknown and missing keys are refused.
 *
 * @param zones availability zones, named so that synthesis needs to ask nobody
 * @param keep whether tables, pictures and images outlive their stacks and can't be deleted by mistake
 * @param logDays how long logs are kept
 * @param natGateways ways out of the private network; more than one only against the loss of a zone
 */
public record Sizes(
        String region,
        List<String> zones,
        boolean keep,
        int logDays,
        int natGateways,
        Api api,
        Functions functions,
        Workers workers,
        Watch watch) {

    /**
     * The public API.
     *
     * @param edge whether CloudFront and a web application firewall stand in front of it
     * @param requestsPerSecond of all clients together; beyond it the answer is 429
     * @param burst how many may come at once
     * @param requestsPerAddressIn5Minutes what one address may send before the firewall refuses it
     */
    public record Api(boolean edge, int requestsPerSecond, int burst, int requestsPerAddressIn5Minutes) {}

    /**
     * The Lambda functions.
     *
     * @param architecture {@code x86_64} or {@code arm64}
     * @param gatewayConcurrency how many run at once at most; null for what the account allows
     * @param webhooksConcurrency how many deliver at once at most
     */
    public record Functions(
            String architecture,
            int gatewayMemoryMb,
            int usageMemoryMb,
            int webhooksMemoryMb,
            @Nullable Integer gatewayConcurrency,
            int webhooksConcurrency) {}

    /**
     * The workers.
     *
     * @param cpu in 1024ths of a virtual processor
     * @param instance of EC2, for {@link Capacity#GPU}
     * @param least workers at all times
     * @param most workers under load
     * @param spot whether those beyond {@code least} may be taken away by AWS at two minutes' notice
     * @param queuedPerWorker queued jobs for each worker, beyond which more are started
     * @param requestsPerMinute of each worker, beyond which more are started
     * @param cpuPercent mean load, beyond which more are started
     */
    public record Workers(
            Capacity capacity,
            int cpu,
            int memoryMb,
            @Nullable String instance,
            int least,
            int most,
            boolean spot,
            int queuedPerWorker,
            int requestsPerMinute,
            int cpuPercent) {}

    /** What workers run on. */
    public enum Capacity {
        FARGATE,
        GPU
    }

    /** What is watched. */
    public record Watch(int monthlyBudgetUsd) {}

    /**
     * Reads one environment.
     *
     * @throws IllegalArgumentException if the file has no such environment
     */
    public static Sizes read(Path file, String environment) {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try {
            var sizes = json.readTree(file.toFile()).get(environment);
            if (sizes == null) {
                throw new IllegalArgumentException(file + " has no environment " + environment);
            }
            return json.treeToValue(sizes, Sizes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
