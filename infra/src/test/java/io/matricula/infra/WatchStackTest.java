package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.infra.Clouds.Cloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Clouds.Resolver.class)
class WatchStackTest {
    private static final Path DUTIES = Path.of("..", "docs", "operate", "run.md");

    @Test
    void alarms_deployed_areTheseAndTheOperatorIsToldWhatToDo(Clouds clouds) throws IOException {
        List<String> alarms = clouds.prod().in("watch", "AWS::CloudWatch::Alarm").stream()
                .map(alarm -> alarm.get("AlarmName").asText().substring("acme-prod-".length()))
                .toList();
        assertThat(alarms)
                .containsExactlyInAnyOrder(
                        "jobs-wait",
                        "jobs-dead",
                        "deliveries-wait",
                        "deliveries-dead",
                        "api-errors",
                        "api-slow",
                        "gateway-errors",
                        "gateway-throttled",
                        "usage-errors",
                        "usage-throttled",
                        "webhooks-errors",
                        "webhooks-throttled",
                        "workers-errors",
                        "workers-sick",
                        "workers-loaded");
        String duties = Files.readString(DUTIES);
        assertThat(alarms).allSatisfy(alarm -> assertThat(duties).contains("`" + alarm + "`"));
    }

    @Test
    void alarms_anywhere_tellSomebody(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.in("watch", "AWS::CloudWatch::Alarm"))
                    .allSatisfy(alarm -> assertThat(alarm.get("AlarmActions")).hasSize(1));
            assertThat(cloud.in("watch", "AWS::SNS::Subscription")).hasSize(1);
        }
    }

    @Test
    void budget_ofAMonth_isTheEnvironments(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var budget = cloud.in("watch", "AWS::Budgets::Budget").get(0);
            assertThat(budget.at("/Budget/BudgetLimit/Amount").asInt())
                    .isEqualTo(cloud.installation().sizes().watch().monthlyBudgetUsd());
            assertThat(budget.get("NotificationsWithSubscribers")).hasSize(3);
        }
    }
}
