package io.matricula.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.webhook");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.webhook.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void webhooks_anywhere_knowOnlyTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "io.matricula.http..",
                        "jakarta..",
                        "io.quarkus..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
