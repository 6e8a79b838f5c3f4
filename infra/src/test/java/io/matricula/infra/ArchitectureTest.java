package io.matricula.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.infra");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.infra.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void stacks_anywhere_knowNamesAndNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.service..",
                        "io.matricula.gateway..",
                        "io.matricula.cloud..",
                        "io.quarkus..")
                .check(classes);
    }
}
