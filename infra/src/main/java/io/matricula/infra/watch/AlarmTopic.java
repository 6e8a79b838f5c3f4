package io.matricula.infra.watch;

import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where alarms go: mails to the operator. The key is one of our own, for CloudWatch can't use the one that AWS gives topics. */
final class AlarmTopic {
    private AlarmTopic() {}

    static Topic make(Construct scope, Installation installation) {
        Key key = Key.Builder.create(scope, "AlarmKey")
                .description("alarms of " + installation.prefix())
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .build());
        Topic topic = Topic.Builder.create(scope, "Alarms")
                .topicName(installation.prefix() + "alarms")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addSubscription(new EmailSubscription(installation.alarmsTo()));
        return topic;
    }
}
