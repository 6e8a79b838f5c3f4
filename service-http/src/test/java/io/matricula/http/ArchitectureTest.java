package io.matricula.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.http");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.http.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void sharedHttp_anywhere_knowsNoServiceNoEngineAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "io.matricula.usage..",
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }

    @Test
    void jaxRs_isKnownOnlyWhereErrorsAreAnswered() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..errors..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(classes);
    }
}
