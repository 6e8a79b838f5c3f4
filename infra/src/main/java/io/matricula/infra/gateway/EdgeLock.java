package io.matricula.infra.gateway;

import io.matricula.infra.log.Logs;
import io.matricula.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaResponseType;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.secretsmanager.ReplicaRegion;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * Keeps out who goes past CloudFront and its firewall: an HTTP API has an address of its own that anybody can call. CloudFront
 * adds a header with a secret, and only calls with it get in; the answer is remembered for an hour, so it costs next to nothing.
 */
final class EdgeLock extends Construct {
    static final String HEADER = "x-matricula-edge";

    private static final int SECRET_LENGTH = 48;
    private static final String CODE = """
            const { createHash, timingSafeEqual } = require('node:crypto');
            const hash = (text) => createHash('sha256').update(text ?? '').digest();
            const expected = hash(process.env.SECRET);
            exports.handler = async (event) => ({
              isAuthorized: timingSafeEqual(hash(event.headers['%s']), expected),
            });
            """.formatted(HEADER);

    private final HttpLambdaAuthorizer authorizer;

    EdgeLock(Construct scope, Installation installation) {
        super(scope, "Lock");
        var secret = Secret.Builder.create(this, "Secret")
                .secretName(secretName(installation))
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(SECRET_LENGTH)
                        .excludePunctuation(true)
                        .build());
        if (!installation.sizes().region().equals(EdgeStack.REGION)) {
            secret.replicaRegions(
                    List.of(ReplicaRegion.builder().region(EdgeStack.REGION).build()));
        }
        Function function = function(installation, secret.build());
        this.authorizer = HttpLambdaAuthorizer.Builder.create("Edge", function)
                .identitySource(List.of("$request.header." + HEADER))
                .responseTypes(List.of(HttpLambdaResponseType.SIMPLE))
                .resultsCacheTtl(Duration.hours(1))
                .build();
    }

    private Function function(Installation installation, Secret secret) {
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        var log = Logs.group(this, installation, "edge-lock");
        log.grantWrite(role);
        return Function.Builder.create(this, "Function")
                .functionName(installation.prefix() + "edge-lock")
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline(CODE))
                .environment(Map.of("SECRET", secret.getSecretValue().unsafeUnwrap()))
                .timeout(Duration.seconds(3))
                .role(role)
                .logGroup(log)
                .build();
    }

    static String secretName(Installation installation) {
        return installation.prefix() + "edge";
    }

    /** The secret, put in by CloudFormation when it makes what holds it. */
    static String secret(Installation installation) {
        return SecretValue.secretsManager(secretName(installation)).unsafeUnwrap();
    }

    IHttpRouteAuthorizer authorizer() {
        return authorizer;
    }
}
