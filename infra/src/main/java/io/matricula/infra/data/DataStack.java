package io.matricula.infra.data;

import io.matricula.infra.settings.Installation;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Everything that is kept. In an environment that keeps, no part of it goes when the stack goes. */
public final class DataStack extends Stack {
    private final Queues queues;

    public DataStack(Construct scope, Installation installation, StackProps props) {
        super(scope, installation.prefix() + "data", props);
        boolean keep = installation.sizes().keep();
        RemovalPolicy removal = keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        setTerminationProtection(keep);
        new Tables(this, installation.names(), keep, removal);
        PictureBucket.make(this, installation.names().pictureBucket(), removal);
        WorkerImages.make(this, WorkerImages.name(installation), removal);
        this.queues = new Queues(this, installation.names());
    }

    public Queues queues() {
        return queues;
    }
}
