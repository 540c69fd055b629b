package health.consilium.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "health.consilium.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule knowsNoDatabaseAndNoBroker =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule keepsControllersToThemselves =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule namesTypesForWhatTheyAre =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)");

    @Test
    void keepsPackagesAGraphWithoutCycles() {
        var modules = ApplicationModules.of(GatewayApplication.class);

        modules.verify();
    }
}
