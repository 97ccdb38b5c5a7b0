package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;

class ClaimsTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Claims.class);

    private static Set<JavaClass> hooksOf(JavaClass claim) {
        return claim.isAssignableTo(Claim.class) ? claim.getRawInterfaces() : Set.of();
    }

    @Test
    void everyClaimHearsOfEveryMomentThatItListensTo() {
        TreeSet<String> listeners = new TreeSet<>();
        for (JavaClass claim : classes) {
            for (JavaClass hook : hooksOf(claim)) {
                for (JavaMethod moment : hook.getMethods()) {
                    listeners.add(claim.getSimpleName() + "." + moment.getName());
                }
            }
        }
        TreeSet<String> told = new TreeSet<>();
        classes.get(Claims.class)
                .getMethodCallsFromSelf()
                .forEach(call -> told.add(
                        call.getTargetOwner().getSimpleName() + "." + call.getName()));
        assertThat(listeners).hasSizeGreaterThan(50).isSubsetOf(told);
    }
}
