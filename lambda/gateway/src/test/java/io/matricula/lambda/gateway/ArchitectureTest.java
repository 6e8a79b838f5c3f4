package io.matricula.lambda.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.lambda.gateway");

    @Test
    void function_anywhere_knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.usage..",
                        "io.matricula.webhook..",
                        "io.matricula.recognition..",
                        "io.matricula.embedded..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
