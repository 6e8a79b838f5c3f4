package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.matricula.infra.Clouds.Cloud;
import io.matricula.infra.Clouds.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must hold of every resource, whoever makes it. */
@ExtendWith(Clouds.Resolver.class)
class SecurityTest {
    @Test
    void statements_withAnAsterisk_areOnlyThoseThatAwsLeavesNoOtherWayFor(Clouds clouds) {
        var found = new TreeSet<String>();
        for (Cloud cloud : clouds.all()) {
            for (Resource resource : cloud.resources()) {
                statements(
                        resource.json(), statement -> wide(resource, statement).forEach(found::add));
            }
        }
        assertThat(found).isEqualTo(Asterisks.allowed());
    }

    private static void statements(JsonNode node, java.util.function.Consumer<JsonNode> each) {
        if (node.has("Effect") && node.has("Action")) {
            each.accept(node);
        }
        node.forEach(child -> statements(child, each));
    }

    /** What is allowed to whom beyond what has a name. */
    private static List<String> wide(Resource resource, JsonNode statement) {
        if (statement.get("Effect").asText().equals("Deny")) {
            return List.of();
        }
        List<String> wide = new ArrayList<>();
        boolean any = texts(statement.path("Resource")).stream().anyMatch(text -> text.endsWith("*"));
        for (String action : texts(statement.get("Action"))) {
            if (any || action.contains("*")) {
                wide.add(resource.stack() + " " + action);
            }
        }
        return wide;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    @Test
    void templates_anywhere_areAsCloudFormationWantsThem(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var rules = new TreeSet<String>();
            cloud.findings().findValues("ruleName").forEach(rule -> rules.add(rule.asText()));
            // That zones are named is on purpose: nobody needs to be asked for them.
            assertThat(rules).as(cloud.findings().toPrettyString()).isSubsetOf("W3010");
        }
    }

    @Test
    void synthesis_anywhere_leavesNothingToAskAwsFor(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.manifest().path("missing")).isEmpty();
            assertThat(cloud.in("network", "AWS::EC2::Subnet")).hasSize(4).allSatisfy(subnet -> assertThat(
                            cloud.installation().sizes().zones())
                    .contains(subnet.get("AvailabilityZone").asText()));
        }
    }

    @Test
    void roles_anywhere_haveNoPoliciesOfSomebodyElses(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::IAM::Role"))
                    .filteredOn(role -> !Asterisks.CROSS_REGION.test(role))
                    .allSatisfy(role -> assertThat(role.properties().has("ManagedPolicyArns"))
                            .isFalse());
        }
    }

    @Test
    void buckets_anywhere_areClosedAndEncryptedAndReachedByTls(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::S3::Bucket")).isNotEmpty().allSatisfy(bucket -> {
                assertThat(bucket.properties().get("PublicAccessBlockConfiguration"))
                        .hasSize(4)
                        .allMatch(JsonNode::asBoolean);
                assertThat(bucket.properties().has("BucketEncryption")).isTrue();
                assertTls(cloud, "AWS::S3::BucketPolicy", bucket);
            });
        }
    }

    @Test
    void queues_anywhere_areEncryptedAndReachedByTls(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::SQS::Queue")).isNotEmpty().allSatisfy(queue -> {
                assertThat(queue.properties().path("SqsManagedSseEnabled").asBoolean())
                        .isTrue();
                assertTls(cloud, "AWS::SQS::QueuePolicy", queue);
            });
        }
    }

    @Test
    void topics_anywhere_areEncryptedAndReachedByTls(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::SNS::Topic")).isNotEmpty().allSatisfy(topic -> {
                assertThat(topic.properties().has("KmsMasterKeyId")).isTrue();
                assertTls(cloud, "AWS::SNS::TopicPolicy", topic);
            });
        }
    }

    private static void assertTls(Cloud cloud, String policies, Resource protectedOne) {
        assertThat(cloud.all(policies)).as("TLS for " + protectedOne).anySatisfy(policy -> assertThat(
                        policy.properties().toString())
                .contains("\"" + protectedOne.id() + "\"", "\"aws:SecureTransport\":\"false\"", "\"Deny\""));
    }

    @Test
    void logs_anywhere_areForgottenInTime(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::Logs::LogGroup")).isNotEmpty().allSatisfy(log -> assertThat(
                            log.properties().get("RetentionInDays").asInt())
                    .isEqualTo(cloud.installation().sizes().logDays()));
            assertThat(cloud.all("AWS::Lambda::Function"))
                    .filteredOn(function -> !Asterisks.CROSS_REGION.test(function))
                    .allSatisfy(function -> assertThat(function.properties().has("LoggingConfig"))
                            .as(function.toString())
                            .isTrue());
        }
    }

    @Test
    void groups_anywhere_letNobodyInFromOutside(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::EC2::SecurityGroup"))
                    .allSatisfy(group -> assertThat(group.properties().path("SecurityGroupIngress"))
                            .isEmpty());
            assertThat(cloud.all("AWS::EC2::SecurityGroupIngress"))
                    .allSatisfy(rule -> assertThat(rule.properties().has("SourceSecurityGroupId"))
                            .isTrue());
            assertThat(cloud.all("AWS::EC2::Subnet")).allSatisfy(subnet -> assertThat(
                            subnet.properties().get("MapPublicIpOnLaunch").asBoolean())
                    .isFalse());
        }
    }

    @Test
    void tls_whereUsersComeIn_isAtLeast12(Clouds clouds) {
        assertThat(clouds.prod().all("AWS::CloudFront::Distribution")).allSatisfy(distribution -> {
            var config = distribution.properties().get("DistributionConfig");
            assertThat(config.at("/ViewerCertificate/MinimumProtocolVersion").asText())
                    .isEqualTo("TLSv1.2_2021");
            assertThat(config.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
                    .isEqualTo("https-only");
            assertThat(config.at("/Origins/0/CustomOriginConfig/OriginProtocolPolicy")
                            .asText())
                    .isEqualTo("https-only");
        });
    }

    @Test
    void environments_ofFunctions_holdNoSecretInClear(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.all("AWS::Lambda::Function")).allSatisfy(function -> {
                Map<String, String> secrets = new TreeMap<>();
                function.properties().at("/Environment/Variables").properties().forEach(variable -> {
                    if (variable.getKey().matches("(?i).*(secret|password|key|token).*")) {
                        secrets.put(variable.getKey(), variable.getValue().toString());
                    }
                });
                assertThat(secrets.values()).allMatch(value -> value.contains("{{resolve:secretsmanager:"));
            });
        }
    }
}
