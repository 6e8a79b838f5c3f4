package io.matricula.usage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.usage");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.usage.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void usage_anywhere_knowsNoOtherServiceNoEngineAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }

    @Test
    void jaxRs_isKnownOnlyWhereRequestsAreAnswered() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(classes);
    }
}
