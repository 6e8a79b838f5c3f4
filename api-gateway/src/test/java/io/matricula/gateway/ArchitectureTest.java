package io.matricula.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.gateway");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void gateway_anywhere_knowsNoEngineAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "java.sql..",
                        "software.amazon..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void jaxRs_isKnownOnlyWhereRequestsAreAnswered() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..accounts..",
                        "..installations..",
                        "..batch..",
                        "..keys..",
                        "..platereader..",
                        "..sessions..",
                        "..tokens..",
                        "..uploads..",
                        "..webhooks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(classes);
    }
}
