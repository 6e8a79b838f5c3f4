package io.matricula.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.rehearsal");

    /** What is rehearsed are the programs as they are deployed, not their classes. */
    @Test
    void rehearsal_anywhere_knowsNoServiceAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.aws..",
                        "io.matricula.cloud..",
                        "io.matricula.gateway..",
                        "io.matricula.reading..",
                        "io.matricula.recognition..",
                        "io.matricula.worker..",
                        "jakarta..",
                        "software.amazon..")
                .check(classes);
    }
}
