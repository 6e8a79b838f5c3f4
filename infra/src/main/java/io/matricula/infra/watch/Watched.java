package io.matricula.infra.watch;

import io.matricula.infra.data.Queues;
import java.util.List;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.lambda.Function;

/** What is watched. */
public record Watched(
        Queues queues, HttpApi api, List<Function> functions, BaseService workers, ApplicationTargetGroup targets) {}
