package io.matricula.infra.watch;

import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.budgets.CfnBudget.NotificationWithSubscribersProperty;
import software.constructs.Construct;

/** What a month may cost before the operator hears of it: at 80 % and at 100 % of it, and when it is foreseen to be passed. */
final class MonthlyBudget {
    private MonthlyBudget() {}

    static CfnBudget make(Construct scope, Installation installation) {
        return CfnBudget.Builder.create(scope, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(installation.prefix() + "month")
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(installation.sizes().watch().monthlyBudgetUsd())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(List.of(
                        at(80, "ACTUAL", installation.alarmsTo()),
                        at(100, "ACTUAL", installation.alarmsTo()),
                        at(100, "FORECASTED", installation.alarmsTo())))
                .build();
    }

    private static NotificationWithSubscribersProperty at(int percent, String type, String address) {
        return NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .comparisonOperator("GREATER_THAN")
                        .notificationType(type)
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .address(address)
                        .subscriptionType("EMAIL")
                        .build()))
                .build();
    }
}
