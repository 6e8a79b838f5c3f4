package io.matricula.aws;

import io.matricula.service.testkit.Emulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the address of a DynamoDB Local, one for all test classes; skips them with a line where it doesn't run. */
public final class DynamoDbLocal implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DynamoDbLocal.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                Emulator.dynamoDbRunsHere(), "DynamoDB Local doesn't run on " + System.getProperty("os.arch"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class;
    }

    @Override
    public URI resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Emulator.class, same -> start(), Emulator.class)
                .address();
    }

    private static Emulator start() {
        try {
            return Emulator.dynamoDb(Path.of("..", "emulators"), Path.of("target", "dynamodb-local.log"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("DynamoDB Local doesn't start", e);
        }
    }
}
