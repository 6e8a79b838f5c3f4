package io.matricula.recognition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.matricula.recognition");

    @Test
    void packages_anywhere_haveNoCycles() {
        slices().matching("io.matricula.recognition.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void runtime_outsideOnnx_isNotUsed() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.matricula.recognition.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.matricula.service..", "io.matricula.contract..", "jakarta..", "io.quarkus..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void packagesBelow_theRoot_doNotUseIt() {
        noClasses()
                .that()
                .resideInAPackage("io.matricula.recognition.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.matricula.recognition")
                .check(classes);
    }
}
