package io.matricula.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.embedded");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.embedded.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void adapters_anywhere_knowOnlyTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.contract..",
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "jakarta..",
                        "io.quarkus..",
                        "software.amazon..")
                .allowEmptyShould(true)
                .check(classes);
    }
}
