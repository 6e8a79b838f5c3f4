package io.matricula.lambda.start;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.lambda.start");

    @Test
    void start_anywhere_knowsNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("io.matricula.lambda.start..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.matricula.service..", "io.matricula.cloud..", "software.amazon..")
                .check(classes);
    }
}
