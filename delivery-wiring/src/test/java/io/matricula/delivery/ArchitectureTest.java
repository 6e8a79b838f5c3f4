package io.matricula.delivery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.delivery");

    @Test
    void deliveries_anywhere_knowNoAdapterAndNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.usage..",
                        "io.matricula.http..",
                        "io.matricula.embedded..",
                        "io.matricula.aws..",
                        "io.matricula.local..",
                        "io.matricula.recognition.onnx..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
