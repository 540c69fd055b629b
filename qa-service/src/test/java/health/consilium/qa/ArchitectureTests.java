package health.consilium.qa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("health.consilium.qa");

    @Test
    void keepsEachFeatureToWhatItMayUse() {
        ApplicationModules.of(QaServiceApplication.class).verify();
    }

    @Test
    void keepsControllersInsideTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void namesNoTypeAfterWhatItIsNot() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                .check(CLASSES);
    }

    @Test
    void logsNothingInTheFeaturesThatSeeAccounts() {
        noClasses()
                .that()
                .resideInAnyPackage("..question..", "..answer..", "..moderation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void appendsMessagesOnlyWhereQuestionsArePublished() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..publication..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("health.consilium.defaults.outbox..")
                .check(CLASSES);
    }
}
