package io.matricula.infra.worker;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.dynamo.Table;
import io.matricula.infra.data.PicturePrefix;
import io.matricula.infra.data.WorkerImages;
import io.matricula.infra.function.ServiceEnvironment;
import io.matricula.infra.log.Logs;
import io.matricula.infra.permission.Permissions;
import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import io.matricula.infra.settings.Sizes.Capacity;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Compatibility;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** What a worker is made of: its image, its settings, and what it may do. */
final class WorkerTask extends Construct {
    /** Longer than a job's lease, so that whoever is stopped finishes what it has begun; Fargate allows 120 s. */
    private static final Duration DRAIN = Duration.seconds(90);

    private static final int CPU_UNITS = 1024;

    private final TaskDefinition definition;

    WorkerTask(Construct scope, Installation installation, int port, ISecret secret) {
        super(scope, "Task");
        Sizes.Workers workers = installation.sizes().workers();
        boolean gpu = workers.capacity() == Capacity.GPU;
        this.definition = TaskDefinition.Builder.create(this, "Definition")
                .family(installation.prefix() + "worker")
                .compatibility(gpu ? Compatibility.EC2 : Compatibility.FARGATE)
                .networkMode(NetworkMode.AWS_VPC)
                .cpu(Integer.toString(workers.cpu()))
                .memoryMiB(Integer.toString(workers.memoryMb()))
                .build();
        var container = ContainerDefinitionOptions.builder()
                .containerName("worker")
                .image(ContainerImage.fromEcrRepository(
                        Repository.fromRepositoryName(this, "Images", WorkerImages.name(installation)),
                        installation.workerTag()))
                .memoryLimitMiB(workers.memoryMb())
                .stopTimeout(DRAIN)
                .environment(settings(installation, port))
                .secrets(Map.of("MATRICULA_WORKER_SECRET", Secret.fromSecretsManager(secret)))
                .portMappings(List.of(PortMapping.builder().containerPort(port).build()))
                .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                        .logGroup(Logs.group(this, installation, "worker"))
                        .streamPrefix("worker")
                        .build()));
        if (gpu) {
            container.gpuCount(1);
        }
        definition.addContainer("Worker", container.build());
        may(installation).forEach(definition::addToTaskRolePolicy);
    }

    private static Map<String, String> settings(Installation installation, int port) {
        var settings = ServiceEnvironment.of(installation);
        settings.put("QUARKUS_HTTP_HOST", "0.0.0.0");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        int cpus = Math.max(1, installation.sizes().workers().cpu() / CPU_UNITS);
        settings.put("MATRICULA_JOBS_THREADS", Integer.toString(cpus));
        return settings;
    }

    private List<PolicyStatement> may(Installation installation) {
        CloudConfig names = installation.names();
        var permissions = new Permissions(Stack.of(this), names);
        Table[] changed = {Table.JOBS, Table.DEAD_JOBS, Table.USAGE, Table.EVENTS, Table.IDEMPOTENCY};
        return List.of(
                permissions.read(Table.ACCOUNTS, Table.WEBHOOKS),
                permissions.read(changed),
                permissions.write(changed),
                permissions.changePictures(PicturePrefix.JOBS.text(), PicturePrefix.EVENTS.text()),
                permissions.readPictures(PicturePrefix.UPLOADS.text()),
                permissions.missPictures(),
                permissions.take(names.jobQueue()),
                permissions.send(names.deliveryQueue()));
    }

    TaskDefinition definition() {
        return definition;
    }
}
