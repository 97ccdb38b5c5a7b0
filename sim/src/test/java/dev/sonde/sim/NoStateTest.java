package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

final class NoStateTest {

    @Test
    void everyClassAndFieldThatIsSaidToBeNoStateExists() throws UnderTestException {
        Blueprint blueprint =
                new Blueprint(Scenes.read(Scenes.PAIR + Scenes.LIMIT), UnderTest.ON_CLASS_PATH);
        List<String> names = NoState.of(blueprint).names();

        assertThat(names)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(exists(name)).as(name).isTrue());
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException isNoClass) {
            int dot = name.lastIndexOf('.');
            try {
                String field = name.substring(dot + 1);
                return Stream.of(Class.forName(name.substring(0, dot)).getDeclaredFields())
                        .anyMatch(each -> each.getName().equals(field));
            } catch (ClassNotFoundException isNothing) {
                return false;
            }
        }
    }
}
