package io.matricula.command;

import io.matricula.service.operator.OperatorException;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A plan of the catalogue, with terms of its own where agreed. */
final class PlanOptions {
    @Option(names = "--plan", required = true, paramLabel = "PLAN", description = "Name in plans.yaml.")
    private String name = "";

    @Option(names = "--calls", paramLabel = "N", description = "Calls a period, in place of the plan's.")
    private @Nullable Long calls;

    @Option(names = "--per-second", paramLabel = "R", description = "Calls a second, 0 for no limit.")
    private @Nullable Integer perSecond;

    @Option(
            names = "--mmc",
            negatable = true,
            description = "With make, model and colour of vehicles, or without (--no-mmc), whatever the plan says.")
    private @Nullable Boolean mmc;

    Plan plan(PlanCatalogue catalogue) {
        Plan plan = catalogue.find(name).orElseThrow(() -> unknown(catalogue));
        try {
            plan = calls == null ? plan : plan.withCallsPerPeriod(calls);
            plan = perSecond == null ? plan : plan.withPerSecond(perSecond);
            return mmc == null ? plan : plan.withMmc(mmc);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()));
        }
    }

    private OperatorException unknown(PlanCatalogue catalogue) {
        String names = catalogue.list().stream().map(Plan::name).collect(Collectors.joining(", "));
        return new OperatorException("there is no plan " + name + ", only " + names);
    }
}
