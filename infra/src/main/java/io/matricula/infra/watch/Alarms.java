package io.matricula.infra.watch;

import io.matricula.infra.settings.Installation;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** The alarms; what to do about each is in {@code docs/operate/run.md}, under its name. */
final class Alarms extends Construct {
    private static final MetricOptions SUM = options("Sum", Duration.minutes(5));
    private static final MetricOptions MOST = options("Maximum", Duration.minutes(1));
    private static final MetricOptions MEAN = options("Average", Duration.minutes(5));
    private static final MetricOptions P99 = options("p99", Duration.minutes(5));

    private final String prefix;
    private final SnsAction tell;

    Alarms(Construct scope, Installation installation, ITopic topic) {
        super(scope, "Alarm");
        this.prefix = installation.prefix();
        this.tell = new SnsAction(topic);
    }

    private static MetricOptions options(String statistic, Duration period) {
        return MetricOptions.builder().statistic(statistic).period(period).build();
    }

    void watch(Watched watched) {
        queues(watched);
        api(watched);
        watched.functions().forEach(this::function);
        workers(watched);
    }

    private void queues(Watched watched) {
        var queues = watched.queues();
        alarm("jobs-wait", queues.jobs().metricApproximateAgeOfOldestMessage(MOST), 120, 3);
        // Their age says nothing: a delivery that is to be tried again in six hours waits in the queue.
        alarm("deliveries-wait", queues.deliveries().metricApproximateNumberOfMessagesVisible(MOST), 1000, 10);
        dead("jobs-dead", queues.jobsDead());
        dead("deliveries-dead", queues.deliveriesDead());
    }

    private void dead(String name, IQueue queue) {
        alarm(name, queue.metricApproximateNumberOfMessagesVisible(MOST), 0, 1);
    }

    private void api(Watched watched) {
        alarm(
                "api-errors",
                MathExpression.Builder.create()
                        .expression("100 * errors / IF(calls < 100, 100, calls)")
                        .usingMetrics(Map.of(
                                "errors", watched.api().metricServerError(SUM),
                                "calls", watched.api().metricCount(SUM)))
                        .period(Duration.minutes(5))
                        .label("percent answered with 5xx")
                        .build(),
                1,
                2);
        alarm("api-slow", watched.api().metricLatency(P99), 10_000, 3);
    }

    private void function(Function function) {
        String name = function.getNode().getScope().getNode().getId();
        alarm(name + "-errors", function.metricErrors(SUM), 0, 2);
        alarm(name + "-throttled", function.metricThrottles(SUM), 0, 1);
    }

    private void workers(Watched watched) {
        alarm(
                "workers-errors",
                watched.targets().getMetrics().httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, SUM),
                50,
                2);
        alarm("workers-sick", watched.targets().getMetrics().unhealthyHostCount(MOST), 0, 10);
        alarm("workers-loaded", watched.workers().metricCpuUtilization(MEAN), 90, 3);
    }

    /** @param times how many periods in a row must be above the threshold */
    private void alarm(String name, IMetric metric, int above, int times) {
        var alarm = Alarm.Builder.create(this, name)
                .alarmName(prefix + name)
                .metric(metric)
                .threshold(above)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(times)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
    }
}
