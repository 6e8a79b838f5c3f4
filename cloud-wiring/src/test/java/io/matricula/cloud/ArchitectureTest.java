package io.matricula.cloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.cloud");

    @Test
    void cloud_anywhere_knowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.usage..",
                        "io.matricula.webhook..",
                        "io.matricula.http..",
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "io.matricula.local..",
                        "java.sql..")
                .check(classes);
    }
}
