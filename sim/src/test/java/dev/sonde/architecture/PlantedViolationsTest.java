package dev.sonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Each rule on classes is shown one thing that it must find. */
class PlantedViolationsTest {

    private static final String PLANTED = "dev.sonde.architecture.planted";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void importOfAnotherRoomAndOfALibraryIsFound() {
        Rooms.Room kernel = Rooms.room(PLANTED + ".kernel");

        assertThat(findings(HouseRules.importsAsInTheTable(kernel)))
                .anyMatch(finding -> finding.contains("planted.wall.Wall"))
                .anyMatch(finding -> finding.contains("com.fasterxml.jackson"));
    }

    @Test
    void importThatTheLineAllowsIsNoFinding() {
        Rooms.Room kernel =
                Rooms.room(PLANTED + ".kernel", PLANTED + ".wall").with("com.fasterxml.jackson..");

        assertThat(findings(HouseRules.importsAsInTheTable(kernel))).isEmpty();
    }

    /** Goal: the seam between the bench and the packs would not be broken unseen. */
    @Test
    void benchThatKnowsAPackIsFound() {
        List<String> bench = List.of(PLANTED + ".kernel");

        assertThat(findings(HouseRules.knowNothingOf(bench, List.of(PLANTED + ".wall"))))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("planted.wall.Wall"));
        assertThat(findings(HouseRules.knowNothingOf(bench, List.of(PLANTED + ".ring.."))))
                .isEmpty();
    }

    @Test
    void roomWithoutClassesIsAnError() {
        ArchRule rule = HouseRules.importsAsInTheTable(Rooms.room(PLANTED + ".nowhere"));

        assertThat(catchThrowable(() -> rule.check(CLASSES)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void cycleIsFound() {
        assertThat(findings(HouseRules.noCycles()))
                .singleElement()
                .asString()
                .contains("Cycle detected", PLANTED + ".ring.a", PLANTED + ".ring.b");
    }

    @Test
    void staticStateIsFound() {
        assertThat(findings(HouseRules.noStaticMutableState()))
                .containsExactlyInAnyOrder(
                        PLANTED + ".wall.Wall.COURSES lets others change a static int[]",
                        PLANTED + ".wall.Wall.built is static but not final");
    }

    @Test
    void packageThatDoesNotSayWhatItIsIsFound() {
        assertThat(HouseRules.packagesNotNullMarked(CLASSES))
                .containsExactly(PLANTED + ".unmarked");
    }

    private static List<String> findings(ArchRule rule) {
        EvaluationResult result = rule.evaluate(CLASSES);
        return result.getFailureReport().getDetails();
    }
}
