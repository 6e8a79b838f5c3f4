package io.matricula.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.worker");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.worker.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void worker_anywhere_knowsNoOtherServiceAndNoAdapter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.matricula.gateway..",
                        "io.matricula.embedded..",
                        "io.matricula.aws..",
                        "io.matricula.local..",
                        "ai.onnxruntime..",
                        "java.sql..",
                        "software.amazon..")
                .check(classes);
    }

    @Test
    void engine_anywhere_knowsNoWeb() {
        noClasses()
                .that()
                .resideInAPackage("io.matricula.worker.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "io.matricula.worker.http..")
                .check(classes);
    }
}
