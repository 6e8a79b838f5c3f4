package io.matricula.aws;

import io.matricula.service.testkit.LocalStack;
import java.net.URI;

/** LocalStack stands in for all. */
final class OneContainer implements StandIns {
    private final LocalStack container = new LocalStack();

    @Override
    public URI dynamo() {
        return container.address();
    }

    @Override
    public URI sqs() {
        return container.address();
    }

    @Override
    public URI s3() {
        return container.address();
    }

    @Override
    public void close() {
        container.close();
    }
}
