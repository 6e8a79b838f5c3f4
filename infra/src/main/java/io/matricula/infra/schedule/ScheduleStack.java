package io.matricula.infra.schedule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.infra.settings.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** Calls the usage function every few minutes: changes of plans that are due, and mails about quotas. */
public final class ScheduleStack extends Stack {
    private static final Duration EVERY = Duration.minutes(5);

    public ScheduleStack(Construct scope, Installation installation, IFunction usage, StackProps props) {
        super(scope, installation.prefix() + "schedule", props);
        Path event = installation.lambdas().resolve("usage/scheduled-event.json");
        Rule.Builder.create(this, "Usage")
                .ruleName(installation.prefix() + "usage")
                .schedule(Schedule.rate(EVERY))
                .targets(List.of(LambdaFunction.Builder.create(usage)
                        .event(RuleTargetInput.fromObject(call(event)))
                        // Comes again in a few minutes anyway.
                        .retryAttempts(0)
                        .maxEventAge(Duration.minutes(1))
                        .build()))
                .build();
    }

    /** The event that the function knows its schedule by. */
    private static Map<String, Object> call(Path event) {
        try {
            return new ObjectMapper().readValue(event.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
