package io.matricula.service.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void testkit_anywhere_knowsOnlyTheCore() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.matricula.service.testkit");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.contract..",
                        "io.matricula.embedded..",
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "jakarta..",
                        "io.quarkus..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
