package io.matricula.aws;

import io.matricula.aws.StandIns.Kind;
import io.matricula.service.testkit.LocalStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class that takes {@link Emulators}: run against the emulators, and once more against LocalStack where that can be run.
 * Elsewhere one line says that it was left out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(AgainstAws.Kinds.class)
public @interface AgainstAws {
    /** Runs a class for each kind that there is. */
    final class Kinds implements ClassTemplateInvocationContextProvider {
        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            boolean localStack = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(AgainstAws.class))
                    .computeIfAbsent(LocalStack.class, same -> runs(), Boolean.class);
            return localStack ? Stream.of(of(Kind.EMULATORS), of(Kind.LOCALSTACK)) : Stream.of(of(Kind.EMULATORS));
        }

        private static boolean runs() {
            Optional<String> missing = LocalStack.missing();
            missing.ifPresent(why -> System.out.println("service-aws: tests against LocalStack SKIPPED, " + why));
            return missing.isEmpty();
        }

        private static ClassTemplateInvocationContext of(Kind kind) {
            return new ClassTemplateInvocationContext() {
                @Override
                public String getDisplayName(int number) {
                    return kind.name();
                }

                @Override
                public List<Extension> getAdditionalExtensions() {
                    return List.of(new Emulators.Resolver(kind));
                }
            };
        }
    }
}
