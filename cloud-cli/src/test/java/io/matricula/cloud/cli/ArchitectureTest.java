package io.matricula.cloud.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.cloud.cli");

    @Test
    void commands_anywhere_needNoServiceAndNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.http..",
                        "io.matricula.gateway..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "io.quarkus..",
                        "jakarta..",
                        "java.sql..")
                .check(classes);
    }
}
