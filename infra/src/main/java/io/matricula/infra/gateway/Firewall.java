package io.matricula.infra.gateway;

import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * What is refused before it costs anything: addresses that send too much, and those that AWS knows for attacks. Rules that look
 * into bodies are left out, for they find patterns of attacks in the bytes of pictures.
 */
final class Firewall {
    private Firewall() {}

    static CfnWebACL make(Construct scope, Installation installation) {
        String name = installation.prefix() + "edge";
        return CfnWebACL.Builder.create(scope, "Firewall")
                .name(name)
                .scope("CLOUDFRONT")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(seenAs(name))
                .rules(List.of(
                        tooMuch(installation.sizes().api().requestsPerAddressIn5Minutes()),
                        known(1, "AWSManagedRulesAmazonIpReputationList")))
                .build();
    }

    private static CfnWebACL.RuleProperty tooMuch(int limit) {
        return CfnWebACL.RuleProperty.builder()
                .name("too-much")
                .priority(0)
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(limit)
                                .build())
                        .build())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder()
                                .customResponse(CfnWebACL.CustomResponseProperty.builder()
                                        .responseCode(429)
                                        .build())
                                .build())
                        .build())
                .visibilityConfig(seenAs("too-much"))
                .build();
    }

    private static CfnWebACL.RuleProperty known(int priority, String group) {
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .build())
                        .build())
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(java.util.Map.of())
                        .build())
                .visibilityConfig(seenAs(group))
                .build();
    }

    /** No sampled requests: they would hold headers, and with them tokens. */
    private static CfnWebACL.VisibilityConfigProperty seenAs(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(false)
                .build();
    }
}
