package dev.sonde.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.jspecify.annotations.NullMarked;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules on compiled classes, each ready for the project's classes and for planted ones. */
final class HouseRules {

    private HouseRules() {}

    /** A room imports what its line of the table says and nothing else. */
    static ArchRule importsAsInTheTable(Rooms.Room room) {
        return classes()
                .that()
                .resideInAPackage(room.name())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.allowedPackages())
                .as(room.name() + " imports only what its line in Rooms allows")
                .allowEmptyShould(false);
    }

    /** None of these rooms knows anything of those. */
    static ArchRule knowNothingOf(List<String> rooms, List<String> those) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(those.toArray(String[]::new))
                .allowEmptyShould(false);
    }

    /** Packages as rooms: no chain of imports comes back to where it began. */
    static ArchRule noCycles() {
        return slices().assignedFrom(BY_PACKAGE).should().beFreeOfCycles().allowEmptyShould(false);
    }

    /** State belongs to objects that somebody made for one run. */
    static ArchRule noStaticMutableState() {
        return fields().that()
                .areStatic()
                .should(holdNothingThatChanges())
                .as("static fields hold constants")
                .allowEmptyShould(false);
    }

    /** The packages that hold classes and do not declare {@code @NullMarked}, sorted. */
    static List<String> packagesNotNullMarked(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            JavaPackage home = type.getPackage();
            boolean marked = home.tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            if (!marked) {
                found.add(home.getName());
            }
        }
        return List.copyOf(found);
    }

    private static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    private static ArchCondition<JavaField> holdNothingThatChanges() {
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(SimpleConditionEvent.violated(
                            field, field.getFullName() + " is static but not final"));
                } else if (isVisible(field) && changes(field.getRawType())) {
                    events.add(SimpleConditionEvent.violated(
                            field,
                            field.getFullName() + " lets others change a static "
                                    + field.getRawType().getSimpleName()));
                }
            }
        };
    }

    private static boolean isVisible(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.PRIVATE)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    /** Arrays, and the JDK's own mutable holders and collections where they are named as such. */
    private static boolean changes(JavaClass type) {
        boolean concreteCollection = type.getPackageName().equals("java.util")
                && !type.isInterface()
                && !type.isRecord();
        return type.isArray()
                || concreteCollection
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isEquivalentTo(StringBuilder.class);
    }
}
