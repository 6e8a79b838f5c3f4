package io.matricula.infra.function;

import io.matricula.infra.settings.Installation;
import java.util.Map;
import java.util.TreeMap;

/** The settings that functions and workers read: environment variables, named after the settings of {@code cloud-wiring}. */
public final class ServiceEnvironment {
    private ServiceEnvironment() {}

    /** Where state is. */
    public static Map<String, String> of(Installation installation) {
        return new TreeMap<>(Map.of(
                "MATRICULA_CLOUD_REGION", installation.sizes().region(),
                "MATRICULA_CLOUD_PREFIX", installation.prefix(),
                "MATRICULA_CLOUD_SENDER", installation.sender()));
    }

    /**
     * Where state is, and where users find the service.
     *
     * @param address such as {@code https://api.example.org}, for links in mails
     */
    public static Map<String, String> of(Installation installation, String address) {
        var settings = of(installation);
        settings.put("MATRICULA_PUBLIC_URL", address);
        settings.put("MATRICULA_IDENTITY_SITE", address + "/");
        if (installation.sizes().api().edge()) {
            // Otherwise all callers would have CloudFront's address, and be throttled as one.
            settings.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
            settings.put("QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true");
        }
        return settings;
    }

    /**
     * The settings, and where workers are.
     *
     * @param balancer address of their load balancer
     * @param secret what they want to be shown
     */
    public static Map<String, String> withWorkers(Map<String, String> settings, String balancer, String secret) {
        var more = new TreeMap<>(settings);
        more.put("MATRICULA_DISPATCH_WORKERS", balancer);
        more.put("MATRICULA_DISPATCH_BALANCED", "true");
        more.put("MATRICULA_DISPATCH_SECRET", secret);
        return more;
    }
}
