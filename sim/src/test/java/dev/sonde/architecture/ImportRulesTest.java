package dev.sonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.TreeSet;

class ImportRulesTest {

    static List<Rooms.Room> rooms() {
        return Rooms.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void roomImportsOnlyWhatItsLineAllows(Rooms.Room room) {
        HouseRules.importsAsInTheTable(room).check(ProjectClasses.ALL);
    }

    /** Also shows that the rules above saw the project: no room is missing, none is empty. */
    @Test
    void tableNamesExactlyTheRoomsThereAre() {
        TreeSet<String> there = new TreeSet<>();
        for (JavaClass type : ProjectClasses.ALL) {
            there.add(type.getPackageName());
        }

        assertThat(Rooms.ALL)
                .extracting(Rooms.Room::name)
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void bothModulesWereSeen() {
        assertThat(ProjectClasses.ALL.size()).isGreaterThan(60);
        assertThat(ProjectClasses.ALL.contain("dev.sonde.protocol.SubjectId")).isTrue();
        assertThat(ProjectClasses.ALL.contain("dev.sonde.sim.kernel.Kernel")).isTrue();
    }

    @Test
    void coreNeverImportsTheSimulation() {
        assertThat(Rooms.ALL)
                .filteredOn(room -> !room.name().startsWith("dev.sonde.sim"))
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room.imports())
                        .noneMatch(name -> name.startsWith("dev.sonde.sim")));
    }

    @Test
    void nothingImportsTheCommandLine() {
        assertThat(Rooms.ALL)
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room.imports()).doesNotContain("dev.sonde.sim.cli"));
    }

    @Test
    void thereAreNoCycles() {
        HouseRules.noCycles().check(ProjectClasses.ALL);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        assertThat(HouseRules.packagesNotNullMarked(ProjectClasses.ALL)).isEmpty();
    }

    @Test
    void nothingStaticChanges() {
        HouseRules.noStaticMutableState().check(ProjectClasses.ALL);
    }
}
