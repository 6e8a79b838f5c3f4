package io.matricula.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.command");

    @Test
    void commands_anywhere_knowTheCoreOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.aws..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "io.matricula.cloud..",
                        "io.quarkus..",
                        "jakarta..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
