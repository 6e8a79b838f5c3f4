package io.matricula.rehearsal;

import io.matricula.service.testkit.LocalStack;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on LocalStack, where Docker has it. */
@EnabledIf("runs")
class LocalStackE2E extends RehearsalE2E {
    private @Nullable LocalStack localStack;

    static boolean runs() {
        Optional<String> missing = LocalStack.missing();
        missing.ifPresent(why -> System.out.println("rehearsal: tests against LocalStack SKIPPED, " + why));
        return missing.isEmpty();
    }

    @Override
    URI aws() {
        localStack = new LocalStack();
        return localStack.address();
    }

    @AfterAll
    void end() {
        if (localStack != null) {
            localStack.close();
        }
    }
}
