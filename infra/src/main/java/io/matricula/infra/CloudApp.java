package io.matricula.infra;

import io.matricula.infra.data.DataStack;
import io.matricula.infra.function.ServiceFunction.Place;
import io.matricula.infra.gateway.EdgeStack;
import io.matricula.infra.gateway.GatewayStack;
import io.matricula.infra.mail.MailStack;
import io.matricula.infra.network.NetworkStack;
import io.matricula.infra.schedule.ScheduleStack;
import io.matricula.infra.settings.Installation;
import io.matricula.infra.watch.WatchStack;
import io.matricula.infra.watch.Watched;
import io.matricula.infra.webhook.WebhookStack;
import io.matricula.infra.worker.WorkerSecret;
import io.matricula.infra.worker.WorkerStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** What {@code cdk} runs: puts all stacks of one installation together. */
public final class CloudApp {
    private CloudApp() {}

    public static void main(String[] arguments) {
        var app = new App();
        build(app, Installation.read(key -> {
            Object value = app.getNode().tryGetContext(key);
            return value == null ? null : value.toString();
        }));
        app.synth();
    }

    static void build(App app, Installation installation) {
        StackProps here = props(installation, installation.sizes().region());
        var data = new DataStack(app, installation, here);
        var mail = new MailStack(app, installation, here);
        var network = new NetworkStack(app, installation, here);
        var workers = new WorkerStack(app, installation, network.vpc(), here);
        var place = new Place(network.vpc(), workers.callers());
        var gateway = new GatewayStack(
                app,
                installation,
                new GatewayStack.Workers(workers.address(), WorkerSecret.value(installation), place),
                here);
        var webhooks = new WebhookStack(app, installation, gateway.api().address(), here);
        new ScheduleStack(app, installation, gateway.usage().live(), here);
        // They know each other by names only.
        List.of(workers, gateway, webhooks).forEach(stack -> stack.addDependency(data));
        List.of(gateway, webhooks).forEach(stack -> stack.addDependency(mail));
        var functions = List.of(
                gateway.gateway().function(),
                gateway.usage().function(),
                webhooks.webhooks().function());
        var watched = new Watched(data.queues(), gateway.api().api(), functions, workers.service(), workers.targets());
        new WatchStack(app, installation, watched, here);
        if (installation.sizes().api().edge()) {
            new EdgeStack(app, installation, gateway.api(), props(installation, EdgeStack.REGION));
        }
    }

    private static StackProps props(Installation installation, String region) {
        return StackProps.builder()
                .env(Environment.builder()
                        .account(installation.account())
                        .region(region)
                        .build())
                .crossRegionReferences(true)
                .tags(Map.of("matricula", installation.prefix().replaceFirst("-$", "")))
                .build();
    }
}
