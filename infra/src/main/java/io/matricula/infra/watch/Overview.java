package io.matricula.infra.watch;

import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** The dashboard: calls, workers, queues, functions, from left to right as a picture goes. */
final class Overview {
    private static final int WIDTH = 12;
    private static final MetricOptions MEDIAN =
            MetricOptions.builder().statistic("p50").build();
    private static final MetricOptions P99 =
            MetricOptions.builder().statistic("p99").build();
    private static final MetricOptions MOST =
            MetricOptions.builder().statistic("Maximum").build();

    private Overview() {}

    static Dashboard make(Construct scope, Installation installation, Watched watched) {
        var dashboard = Dashboard.Builder.create(scope, "Overview")
                .dashboardName(installation.prefix() + "overview")
                .build();
        var api = watched.api();
        dashboard.addWidgets(
                graph("Calls", List.of(api.metricCount(), api.metricClientError(), api.metricServerError())),
                graph("Milliseconds to the answer", List.of(api.metricLatency(MEDIAN), api.metricLatency(P99))));
        var queues = watched.queues();
        dashboard.addWidgets(
                graph(
                        "Workers",
                        List.of(
                                watched.workers().metricCpuUtilization(),
                                watched.workers().metricMemoryUtilization())),
                graph(
                        "Waiting",
                        List.of(
                                queues.jobs().metricApproximateNumberOfMessagesVisible(MOST),
                                queues.jobs().metricApproximateAgeOfOldestMessage(MOST),
                                queues.deliveries().metricApproximateNumberOfMessagesVisible(MOST),
                                queues.jobsDead().metricApproximateNumberOfMessagesVisible(MOST),
                                queues.deliveriesDead().metricApproximateNumberOfMessagesVisible(MOST))));
        dashboard.addWidgets(
                graph(
                        "Functions at once",
                        watched.functions().stream()
                                .map(function -> (IMetric) function.metric("ConcurrentExecutions", MOST))
                                .toList()),
                graph(
                        "Errors of functions",
                        watched.functions().stream()
                                .map(Function::metricErrors)
                                .map(IMetric.class::cast)
                                .toList()));
        return dashboard;
    }

    private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(WIDTH)
                .left(metrics)
                .build();
    }
}
