package io.matricula.infra.webhook;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.dynamo.Table;
import io.matricula.infra.data.PicturePrefix;
import io.matricula.infra.function.ServiceEnvironment;
import io.matricula.infra.function.ServiceFunction;
import io.matricula.infra.function.ServiceFunction.Form;
import io.matricula.infra.mail.MailStack;
import io.matricula.infra.permission.Permissions;
import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/** The function that delivers, fed from the queue; outside of the private network, for its targets are out there. */
public final class WebhookStack extends Stack {
    /** For 15 s that a target may take, one after the other at worst. */
    private static final Duration LIMIT = Duration.seconds(60);

    private static final int BATCH = 10;
    private static final int LEAST_CONCURRENCY = 2;

    private final ServiceFunction webhooks;

    /** @param address where users find the service */
    public WebhookStack(Construct scope, Installation installation, String address, StackProps props) {
        super(scope, installation.prefix() + "webhooks", props);
        var functions = installation.sizes().functions();
        this.webhooks = new ServiceFunction(
                this,
                installation,
                new Form("webhooks", functions.webhooksMemoryMb(), LIMIT, null, null),
                ServiceEnvironment.of(installation, address),
                may(installation));
        var permissions = new Permissions(this, installation.names());
        EventSourceMapping.Builder.create(this, "Deliveries")
                .target(webhooks.live())
                .eventSourceArn(permissions.queue(installation.names().deliveryQueue()))
                .batchSize(BATCH)
                // What could not be delivered comes again by itself; the others of its batch are done.
                .reportBatchItemFailures(true)
                .maxConcurrency(Math.max(LEAST_CONCURRENCY, functions.webhooksConcurrency()))
                .build();
    }

    private List<PolicyStatement> may(Installation installation) {
        CloudConfig names = installation.names();
        var permissions = new Permissions(this, names);
        return List.of(
                permissions.read(Table.ACCOUNTS, Table.EVENTS, Table.WEBHOOKS, Table.DELIVERIES, Table.DEAD_LETTERS),
                permissions.write(Table.WEBHOOKS, Table.DELIVERIES, Table.DEAD_LETTERS),
                permissions.readPictures(PicturePrefix.EVENTS.text()),
                permissions.missPictures(),
                permissions.take(names.deliveryQueue()),
                permissions.send(names.deliveryQueue()),
                permissions.mail(installation.mailDomain(), MailStack.configuration(installation)));
    }

    public ServiceFunction webhooks() {
        return webhooks;
    }
}
