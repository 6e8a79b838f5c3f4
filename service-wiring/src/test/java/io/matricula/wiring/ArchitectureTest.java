package io.matricula.wiring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.wiring");

    @Test
    void wiring_anywhere_knowsOnlyTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.usage..",
                        "io.matricula.webhook..",
                        "io.matricula.http..",
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.aws..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
