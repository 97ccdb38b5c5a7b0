package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentials;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every input, effect and message has a number and words of its own. Found by reflection over the
 * sealed interfaces, so that a new type, or a new part of an old one, is not forgotten.
 */
final class FingerprintsTest {

    private static final List<Class<?>> FAMILIES =
            List.of(Input.class, Effect.class, ClientMessage.class, ServerMessage.class);

    private static final String SECRET = "s3cret";
    private static final String DESCRIPTION = "v=0\r\no=- 1 2 IN IP4 203.0.113.9";

    /**
     * Parts that make no difference to the number, since they follow from others or from earlier
     * entries, are a secret, or are text that may differ between machines.
     */
    private static final List<String> SILENT = List.of(
            "Input.Connect.instance",
            "Effect.Send.subject",
            "Effect.Close.subject",
            "Effect.ProbeFinished.subjectA",
            "Effect.ProbeFinished.subjectB",
            "Effect.MatchCancelled.reason",
            "Effect.StrategyFailed.error",
            "ClientMessage.Join.pool",
            "ClientMessage.Result.details",
            "ServerMessage.Prepare.turn",
            "ServerMessage.MatchFound.rttMillis");

    private final ProbeLexicon lexicon = new ProbeLexicon();

    private static Stream<Class<?>> types() {
        return FAMILIES.stream().flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @Test
    void typesDifferInNumberAndWords() {
        Map<Long, String> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        types().forEach(type -> {
            Object sample = sample(type, -1);
            assertThat(numbers.put(lexicon.fingerprint(sample), type.getName()))
                    .as(type.getName())
                    .isNull();
            // A relayed signal is told from the one that came by its direction.
            assertThat(words.put(lexicon.label(sample), type.getName()))
                    .as(type.getName())
                    .isNull();
        });
        assertThat(numbers).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> everyPartCounts() {
        return types().flatMap(type -> IntStream.range(0, type.getRecordComponents().length)
                .mapToObj(part -> DynamicTest.dynamicTest(
                        name(type, type.getRecordComponents()[part]), () -> counts(type, part))));
    }

    private void counts(Class<?> type, int part) {
        String name = name(type, type.getRecordComponents()[part]);
        long usual = lexicon.fingerprint(sample(type, -1));
        long changed = lexicon.fingerprint(sample(type, part));
        assertThat(usual != changed).isNotEqualTo(SILENT.contains(name));
    }

    @Test
    void silentPartsAreThere() {
        List<String> all = types().flatMap(
                        type -> Stream.of(type.getRecordComponents()).map(part -> name(type, part)))
                .toList();
        assertThat(all).containsAll(SILENT);
    }

    @Test
    void labelsAreOneLineWithoutSecretsAndDescriptions() {
        types().forEach(type -> assertThat(lexicon.label(sample(type, -1)))
                .as(type.getName())
                .isNotBlank()
                .doesNotContain(SECRET, "v=0", "203.0.113.9", "\n", "\r")
                .doesNotContain(type.getSimpleName() + "["));
    }

    @Test
    void whatIsLostIsNamedWithTheRule() {
        Object message = new ServerMessage.Start(new ProbeId(1, 2));

        assertThat(lexicon.label(new Chronicle.Lost(message, "stall")))
                .isEqualTo("lost: probe_start probe#1, by stall");
        assertThat(lexicon.fingerprint(new Chronicle.Lost(message, "stall")))
                .isNotEqualTo(lexicon.fingerprint(new Chronicle.Lost(message, "crash")));
    }

    private static String name(Class<?> type, RecordComponent part) {
        String family = Objects.requireNonNull(type.getEnclosingClass()).getSimpleName();
        return family + "." + type.getSimpleName() + "." + part.getName();
    }

    /** A value of a record type; {@code changed} is the part that is another than usual. */
    private static Object sample(Class<?> type, int changed) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            Class<?>[] types = new Class<?>[parts.length];
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                values[i] = value(parts[i].getGenericType(), i == changed ? 1 : 0);
            }
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be made", e);
        }
    }

    private static Object value(Type type, int which) {
        if (type instanceof ParameterizedType list) {
            List<Object> values = new ArrayList<>();
            values.add(value(list.getActualTypeArguments()[0], which));
            return values;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[which];
        }
        List<Object> known = SAMPLES.get(plain);
        return known == null ? sample(plain, which - 1) : known.get(which);
    }

    private static final Map<Class<?>, List<Object>> SAMPLES = samples();

    private static Map<Class<?>, List<Object>> samples() {
        Map<Class<?>, List<Object>> samples = new LinkedHashMap<>();
        samples.put(String.class, List.of("one", "two"));
        samples.put(int.class, List.of(3, 4));
        samples.put(long.class, List.of(5L, 6L));
        samples.put(double.class, List.of(80.5, 80.501));
        samples.put(Double.class, List.of(80.5, 80.501));
        samples.put(OptionalDouble.class, List.of(OptionalDouble.of(7), OptionalDouble.empty()));
        samples.put(SubjectId.class, List.of(new SubjectId("ann"), new SubjectId("bob")));
        samples.put(SocketId.class, List.of(new SocketId(1), new SocketId(2)));
        samples.put(Instance.class, List.of(new Instance("x"), new Instance("y")));
        samples.put(ProbeId.class, List.of(new ProbeId(1, 2), new ProbeId(3, 4)));
        samples.put(MatchId.class, List.of(new MatchId(1, 2), new MatchId(3, 4)));
        samples.put(
                ClientMessage.class,
                List.of(new ClientMessage.Leave(), new ClientMessage.Ready(new ProbeId(1, 2))));
        samples.put(
                ServerMessage.class,
                List.of(
                        new ServerMessage.Superseded(),
                        new ServerMessage.Start(new ProbeId(1, 2))));
        samples.put(
                ProbeOutcome.class,
                List.of(
                        new ProbeOutcome.Complete(80, ProbeOutcome.Phase.MEASURING),
                        new ProbeOutcome.Failed(
                                ProbeOutcome.Reason.TIMEOUT, ProbeOutcome.Phase.MEASURING)));
        SubjectId ann = new SubjectId("ann");
        samples.put(
                Effect.PairRtt.class,
                List.of(new Effect.PairRtt(ann, ann, 80), new Effect.PairRtt(ann, ann, 81)));
        samples.put(Report.class, List.of(new Report.Success(80), new Report.Failure()));
        samples.put(
                SignalPayload.class,
                List.of(
                        new JsonPayload(TextNode.valueOf(DESCRIPTION), 40),
                        new JsonPayload(TextNode.valueOf(DESCRIPTION), 41)));
        samples.put(
                TurnCredentials.class,
                List.of(
                        new TurnCredentials("user-" + SECRET, SECRET, List.of()),
                        new TurnCredentials("user", "other", List.of())));
        return samples;
    }
}
