package io.matricula.console.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.console.http");

    /** Files and nothing else: what the page shows it asks the API for. */
    @Test
    void console_anywhere_knowsNothingOfTheService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.service..", "io.matricula.http..", "io.matricula.gateway..", "jakarta.ws.rs..")
                .check(classes);
    }
}
