package io.matricula.reading;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.reading");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.reading.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void reading_anywhere_knowsNoEngineNoServiceAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.recognition..",
                        "io.matricula.gateway..",
                        "io.matricula.worker..",
                        "io.matricula.embedded..",
                        "io.matricula.aws..",
                        "io.matricula.local..",
                        "jakarta.ws.rs..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }
}
