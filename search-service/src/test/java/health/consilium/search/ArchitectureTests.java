package health.consilium.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(SearchServiceApplication.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(SearchServiceApplication.class).verify();
    }

    @Test
    void onlyTheLuceneEngineAndTheAnalysisKnowLucene() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..index.lucene..", "..search.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void onlyThePortLeadsToAnEngine() {
        classes()
                .that()
                .resideInAPackage("..index.lucene..")
                .should()
                .bePackagePrivate()
                .orShould()
                .beNestedClasses()
                .check(CLASSES);
    }

    @Test
    void onlyWhatReadsOrWritesTopicsKnowsKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("..index..", "..query..", "health.consilium.search.vocabulary")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(CLASSES);
    }

    @Test
    void runsWithoutADatabaseDriver() {
        assertThatThrownBy(() -> Class.forName("org.springframework.jdbc.core.JdbcTemplate"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
