package io.matricula.infra.gateway;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.dynamo.Table;
import io.matricula.infra.data.PicturePrefix;
import io.matricula.infra.function.ServiceEnvironment;
import io.matricula.infra.function.ServiceFunction;
import io.matricula.infra.function.ServiceFunction.Form;
import io.matricula.infra.function.ServiceFunction.Place;
import io.matricula.infra.mail.MailStack;
import io.matricula.infra.permission.Permissions;
import io.matricula.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The public API and the two functions behind it. */
public final class GatewayStack extends Stack {
    /** An HTTP API waits for 30 s at most. */
    private static final Duration LIMIT = Duration.seconds(29);

    private final PublicApi api;
    private final ServiceFunction gateway;
    private final ServiceFunction usage;

    /**
     * Where the gateway finds workers.
     *
     * @param address of their load balancer
     * @param secret what they want to be shown
     * @param place in the private network from which they can be reached
     */
    public record Workers(String address, String secret, Place place) {}

    public GatewayStack(Construct scope, Installation installation, Workers workers, StackProps props) {
        super(scope, installation.prefix() + "gateway", props);
        this.api = new PublicApi(this, installation);
        Map<String, String> settings = ServiceEnvironment.of(installation, api.address());
        var functions = installation.sizes().functions();
        this.usage = new ServiceFunction(
                this,
                installation,
                new Form("usage", functions.usageMemoryMb(), LIMIT, null, null),
                settings,
                usageMay(installation));
        this.gateway = new ServiceFunction(
                this,
                installation,
                new Form(
                        "gateway", functions.gatewayMemoryMb(), LIMIT, functions.gatewayConcurrency(), workers.place()),
                ServiceEnvironment.withWorkers(settings, workers.address(), workers.secret()),
                gatewayMay(installation));
        api.route(gateway.live(), usage.live());
    }

    private List<PolicyStatement> gatewayMay(Installation installation) {
        CloudConfig names = installation.names();
        var permissions = new Permissions(this, names);
        String[] pictures = {PicturePrefix.JOBS.text(), PicturePrefix.EVENTS.text(), PicturePrefix.UPLOADS.text()};
        return List.of(
                permissions.read(Table.values()),
                permissions.write(Table.values()),
                permissions.scan(Table.SIGNING_KEYS),
                permissions.changePictures(pictures),
                permissions.missPictures(),
                permissions.send(names.jobQueue(), names.deliveryQueue()),
                permissions.mail(installation.mailDomain(), MailStack.configuration(installation)));
    }

    /** Usage answers who asks with a token or a session, and by the clock looks at all accounts. */
    private List<PolicyStatement> usageMay(Installation installation) {
        var permissions = new Permissions(this, installation.names());
        return List.of(
                permissions.read(
                        Table.ACCOUNTS,
                        Table.TOKENS,
                        Table.SESSIONS,
                        Table.MEMBERS,
                        Table.SIGNING_KEYS,
                        Table.USAGE,
                        Table.NOTICES),
                permissions.write(Table.ACCOUNTS, Table.SIGNING_KEYS, Table.NOTICES),
                permissions.scan(Table.ACCOUNTS, Table.SIGNING_KEYS),
                permissions.mail(installation.mailDomain(), MailStack.configuration(installation)));
    }

    public PublicApi api() {
        return api;
    }

    public ServiceFunction gateway() {
        return gateway;
    }

    public ServiceFunction usage() {
        return usage;
    }
}
