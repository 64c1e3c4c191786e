package org.comity.journey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The plan of the house as rules that fail when they match nothing. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.comity");

    /** What each concept of a side may use of the others in its side; everything in api is open to all of them. */
    private static final Map<String, Set<String>> CONCEPTS = Map.ofEntries(
            Map.entry("command.door", Set.of("command.directory")),
            Map.entry("command.directory", Set.of()),
            Map.entry("command.request", Set.of()),
            Map.entry("command.mla", Set.of("command.request")),
            Map.entry("command.preservation", Set.of("command.request", "command.policy")),
            Map.entry("command.spontaneous", Set.of("command.request")),
            Map.entry("command.policy", Set.of()),
            Map.entry("command.timetable", Set.of("command.policy")),
            Map.entry("command.mail", Set.of()),
            Map.entry("query.web", Set.of()),
            Map.entry("query.form", Set.of("query.web")),
            Map.entry("query.projection", Set.of("query.web")),
            Map.entry("query.law", Set.of("query.web")),
            Map.entry("query.register", Set.of("query.web", "query.projection", "query.law")),
            Map.entry("query.page", Set.of("query.web", "query.register", "query.form", "query.law")),
            Map.entry(
                    "query.mla", Set.of("query.web", "query.projection", "query.register", "query.form", "query.page")),
            Map.entry(
                    "query.preservation",
                    Set.of("query.web", "query.projection", "query.register", "query.form", "query.page")),
            Map.entry(
                    "query.spontaneous",
                    Set.of("query.web", "query.projection", "query.register", "query.form", "query.page")),
            // board and search ask the registers of all kinds
            Map.entry("query.board", Set.of("query.web", "query.page", "query.register", "query.task")),
            Map.entry("query.search", Set.of("query.web", "query.register")),
            // a bundle shows a request in the words of its page
            Map.entry("query.bundle", Set.of("query.web", "query.register", "query.page")),
            // the calendar shows the tasks of what lapsed above its days
            Map.entry("query.calendar", Set.of("query.web", "query.projection", "query.register", "query.task")),
            Map.entry("query.ledger", Set.of("query.web")),
            Map.entry(
                    "query.directory",
                    Set.of("query.web", "query.projection", "query.register", "query.form", "query.page")),
            Map.entry("query.task", Set.of("query.web", "query.projection", "query.register")));

    @Test
    void theHouseWasFound() {
        assertThat(CLASSES.size()).isGreaterThan(400);
        for (String part : List.of("api", "law", "log", "command", "query", "standalone")) {
            assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith("org.comity." + part)))
                    .as(part)
                    .isNotEmpty();
        }
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("org.comity.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws ClassNotFoundException {
        var packages = new TreeSet<String>();
        CLASSES.forEach(c -> packages.add(c.getPackageName()));
        assertThat(packages).hasSizeGreaterThan(10);
        var unmarked = new ArrayList<String>();
        for (String name : packages) {
            try {
                if (!Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class)) {
                    unmarked.add(name);
                }
            } catch (ClassNotFoundException e) {
                unmarked.add(name);
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void theLanguageKnowsNothingButTheJdkAndItsAnnotations() {
        classes()
                .that()
                .resideInAPackage("org.comity.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.comity.api..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "org.axonframework.modelling.command..",
                        "org.axonframework.serialization..")
                .check(CLASSES);
    }

    @Test
    void theLawKnowsTheLanguageAndNoFramework() {
        classes()
                .that()
                .resideInAPackage("org.comity.law..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.comity.law..",
                        "org.comity.api..",
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.csv..",
                        "de.focus_shift..")
                .check(CLASSES);
    }

    @Test
    void theLogKnowsTheLanguageAndNeitherTheLawNorASide() {
        noClasses()
                .that()
                .resideInAPackage("org.comity.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.comity.law..", "org.comity.command..", "org.comity.query..")
                .check(CLASSES);
    }

    @Test
    void theLedgerNeedsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("org.comity.log.ledger..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.comity.log.ledger..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void theTwoSidesMeetInTheLogOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.comity.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.comity.query..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.comity.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.comity.command..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsOps() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.comity.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.comity.standalone..")
                .check(CLASSES);
    }

    @Test
    void eachConceptUsesOnlyTheConceptsThatTheTableAllows() {
        var concepts = new TreeSet<String>();
        CLASSES.stream()
                .map(ArchitectureTest::concept)
                .filter(c -> !c.isEmpty())
                .forEach(concepts::add);
        assertThat(CONCEPTS.keySet()).as("every concept stands in the table").containsAll(concepts);
        for (String concept : concepts) {
            var allowed = new ArrayList<>(CONCEPTS.getOrDefault(concept, Set.of()));
            allowed.add(concept);
            var wrong = new TreeSet<String>();
            CLASSES.stream()
                    .filter(c -> concept(c).equals(concept))
                    .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                    .filter(d -> !concept(d.getTargetClass()).isEmpty())
                    .filter(d -> !allowed.contains(concept(d.getTargetClass())))
                    .forEach(d -> wrong.add(d.getDescription()));
            assertThat(wrong).as(concept).isEmpty();
        }
    }

    @Test
    void rulesKnowNeitherFrameworkNorClock() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.comity.command.request", "org.comity.command.mla", "org.comity.command.preservation")
                .and(simpleNameEndingWith("Request")
                        .or(simpleNameEndingWith("Information"))
                        .or(simpleNameEndingWith("Rules"))
                        .or(simpleNameEndingWith("Answer")))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "org.comity.api..", "org.comity.law..", "org.comity.command..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandSideAndTheMainTakePosts() {
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage("org.comity.query.."))
                .should()
                .beAnnotatedWith("org.springframework.web.bind.annotation.PostMapping")
                .check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses()
                    .that()
                    .resideInAPackage("org.comity..")
                    .should()
                    .callMethod(type, "now")
                    .check(CLASSES);
        }
    }

    /** Such as {@code command.mla}; empty for what is not a concept of a side. */
    private static String concept(JavaClass c) {
        String[] parts = c.getPackageName().split("\\.");
        boolean side = parts.length > 3
                && parts[0].equals("org")
                && parts[1].equals("comity")
                && (parts[2].equals("command") || parts[2].equals("query"));
        return side ? parts[2] + "." + parts[3] : "";
    }
}
