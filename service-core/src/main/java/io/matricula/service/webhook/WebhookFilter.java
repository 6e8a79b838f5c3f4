package io.matricula.service.webhook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which events a webhook gets. An empty set lets all pass.
 *
 * @param cameras camera ids as clients send them, without control characters
 * @param regions lower-case codes; a country's code also stands for its states ({@code us} for {@code us-ca})
 * @param onlyWithPlates leave out pictures without a plate
 */
public record WebhookFilter(Set<String> cameras, Set<String> regions, boolean onlyWithPlates) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,20}");

    /** Lets everything pass. */
    public static final WebhookFilter ALL = new WebhookFilter(Set.of(), Set.of(), false);

    public WebhookFilter {
        cameras = Set.copyOf(cameras);
        regions = Set.copyOf(regions);
        if (cameras.stream().anyMatch(camera -> camera.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("a camera id has no control characters");
        }
        if (!regions.stream().allMatch(REGION.asMatchPredicate())) {
            throw new IllegalArgumentException("not the code of a region");
        }
    }

    public boolean passes(AnswerFacts facts) {
        return passesCamera(facts) && passesRegion(facts) && !(onlyWithPlates && facts.plates() == 0);
    }

    private boolean passesCamera(AnswerFacts facts) {
        return cameras.isEmpty() || facts.cameraId() != null && cameras.contains(facts.cameraId());
    }

    private boolean passesRegion(AnswerFacts facts) {
        return regions.isEmpty() || facts.regions().stream().anyMatch(this::listed);
    }

    private boolean listed(String region) {
        int dash = region.indexOf('-');
        return regions.contains(region) || dash > 0 && regions.contains(region.substring(0, dash));
    }
}
