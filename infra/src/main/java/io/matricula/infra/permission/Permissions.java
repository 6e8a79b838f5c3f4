package io.matricula.infra.permission;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Table.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Makes statements of what a role may do. Resources are named by what the services call them, so that no stack needs to
 * import from the one that makes them.
 */
public final class Permissions {
    private final Stack stack;
    private final CloudConfig names;

    public Permissions(Stack stack, CloudConfig names) {
        this.stack = stack;
        this.names = names;
    }

    /** Items of tables and of their indexes. */
    public PolicyStatement read(Table... tables) {
        List<String> resources = new ArrayList<>();
        for (Table table : tables) {
            resources.add(arn(table));
            table.indexes().forEach(index -> resources.add(arn(table, index)));
        }
        return allow(List.of("dynamodb:GetItem", "dynamodb:Query"), resources);
    }

    /** Items of tables, also in transactions. */
    public PolicyStatement write(Table... tables) {
        return allow(
                List.of(
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:ConditionCheckItem"),
                Arrays.stream(tables).map(this::arn).toList());
    }

    /** Whole tables. */
    public PolicyStatement scan(Table... tables) {
        return allow(
                List.of("dynamodb:Scan"), Arrays.stream(tables).map(this::arn).toList());
    }

    /** @param prefixes of the pictures' names, with a slash at the end */
    public PolicyStatement readPictures(String... prefixes) {
        return allow(List.of("s3:GetObject"), pictures(prefixes));
    }

    /** @param prefixes of the pictures' names, with a slash at the end */
    public PolicyStatement changePictures(String... prefixes) {
        return allow(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"), pictures(prefixes));
    }

    /** Without it S3 says of a missing picture that it is forbidden, not that it is missing. */
    public PolicyStatement missPictures() {
        return allow(
                List.of("s3:ListBucket"), List.of("arn:" + stack.getPartition() + ":s3:::" + names.pictureBucket()));
    }

    public PolicyStatement send(String... queues) {
        return allow(List.of("sqs:SendMessage", "sqs:GetQueueUrl"), queues(queues));
    }

    public PolicyStatement take(String... queues) {
        return allow(
                List.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes",
                        "sqs:GetQueueUrl"),
                queues(queues));
    }

    /**
     * Mails.
     *
     * @param domain that they come from
     * @param configuration set of SES that goes with it
     */
    public PolicyStatement mail(String domain, String configuration) {
        return allow(
                List.of("ses:SendEmail"),
                List.of(arn("ses", "identity", domain), arn("ses", "configuration-set", configuration)));
    }

    private static PolicyStatement allow(List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(resources)
                .build();
    }

    private String arn(Table table) {
        return arn("dynamodb", "table", table.name(names.prefix()));
    }

    private String arn(Table table, Index index) {
        return arn("dynamodb", "table", table.name(names.prefix()) + "/index/" + index.name());
    }

    private List<String> pictures(String... prefixes) {
        return Arrays.stream(prefixes)
                .map(prefix -> "arn:" + stack.getPartition() + ":s3:::" + names.pictureBucket() + "/" + prefix + "*")
                .toList();
    }

    private List<String> queues(String... queues) {
        return Arrays.stream(queues).map(this::queue).toList();
    }

    /** The ARN of a queue. */
    public String queue(String name) {
        return stack.formatArn(ArnComponents.builder()
                .service("sqs")
                .resource(name)
                .arnFormat(ArnFormat.NO_RESOURCE_NAME)
                .build());
    }

    private String arn(String service, String resource, String name) {
        return stack.formatArn(ArnComponents.builder()
                .service(service)
                .resource(resource)
                .resourceName(name)
                .build());
    }
}
