package dev.sonde.transitions;

import dev.sonde.protocol.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A complete table of (state, input) pairs. Building one fails on a pair that is missing and on one
 * that is there twice.
 */
public final class TransitionTable<S extends Enum<S>, I extends Enum<I>> {

    private final String name;
    private final S[] states;
    private final I[] inputs;
    private final Rule[] rules;

    private TransitionTable(String name, S[] states, I[] inputs, Rule[] rules) {
        this.name = name;
        this.states = states;
        this.inputs = inputs;
        this.rules = rules;
    }

    public static <S extends Enum<S>, I extends Enum<I>> Builder<S, I> named(
            String name, Class<S> states, Class<I> inputs) {
        return new Builder<>(name, states.getEnumConstants(), inputs.getEnumConstants());
    }

    public String name() {
        return name;
    }

    /** All pairs, by state and then by input. */
    public List<Pair<S, I>> pairs() {
        List<Pair<S, I>> pairs = new ArrayList<>(rules.length);
        for (S state : states) {
            for (I input : inputs) {
                pairs.add(new Pair<>(state, input, rule(state, input)));
            }
        }
        return pairs;
    }

    /** One pair and what is done with it. */
    public record Pair<S, I>(S state, I input, Rule rule) {}

    public Rule rule(S state, I input) {
        return rules[state.ordinal() * inputs.length + input.ordinal()];
    }

    /**
     * Looks up a pair that has come, and notes the visit.
     *
     * @throws IllegalStateException if the table says that it can never come
     */
    public Rule visit(S state, I input, Visits visits) {
        Rule rule = rule(state, input);
        if (rule.kind() == Rule.Kind.NEVER) {
            throw new IllegalStateException(
                    name + ": " + input + " in " + state + " can never come: " + rule.because());
        }
        visits.note(rule.index());
        return rule;
    }

    /**
     * Holds a move against its rule, after it was made.
     *
     * @throws IllegalStateException if the rule does not allow this target
     */
    public void check(Rule rule, S target) {
        if ((rule.targets() & (1 << target.ordinal())) == 0) {
            throw new IllegalStateException(name + ": no rule moves to " + target + " by pair "
                    + pairs().get(rule.index()));
        }
    }

    public Visits newVisits() {
        return new Visits(rules.length);
    }

    /** The states that a rule may move to, in their order. */
    public List<S> targets(Rule rule) {
        List<S> targets = new ArrayList<>();
        for (S state : states) {
            if ((rule.targets() & (1 << state.ordinal())) != 0) {
                targets.add(state);
            }
        }
        return targets;
    }

    /** The moves between different states, as a Mermaid state diagram. */
    public String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (S state : states) {
            for (S target : states) {
                String labels = labels(state, target);
                if (state != target && !labels.isEmpty()) {
                    text.append("    ").append(words(state)).append(" --> ").append(words(target));
                    text.append(" : ").append(labels).append('\n');
                }
            }
        }
        return text.toString();
    }

    private String labels(S state, S target) {
        List<String> labels = new ArrayList<>();
        for (I input : inputs) {
            if ((rule(state, input).targets() & (1 << target.ordinal())) != 0) {
                labels.add(words(input));
            }
        }
        return String.join(", ", labels);
    }

    /** The whole table in Markdown, one row a pair. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| in | comes | then | |\n|---|---|---|---|\n");
        for (Pair<S, I> pair : pairs()) {
            Rule rule = pair.rule();
            text.append("| ").append(words(pair.state()));
            text.append(" | ").append(words(pair.input()));
            text.append(" | ").append(answer(rule));
            text.append(" | ").append(rule.because()).append(" |\n");
        }
        return text.toString();
    }

    private String answer(Rule rule) {
        Refusal refusal = rule.refusal();
        if (refusal != null) {
            return "refused `" + refusal.wireName() + "`";
        }
        return switch (rule.kind()) {
            case MOVES ->
                String.join(" or ", targets(rule).stream().map(this::words).toList());
            case IGNORED, REFUSED -> "ignored";
            case NEVER -> "never";
        };
    }

    private String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Collects the rules of a table. */
    public static final class Builder<S extends Enum<S>, I extends Enum<I>> {

        private final String name;
        private final S[] states;
        private final I[] inputs;
        private final @Nullable Rule[] rules;

        private Builder(String name, S[] states, I[] inputs) {
            this.name = name;
            this.states = states;
            this.inputs = inputs;
            this.rules = new Rule[states.length * inputs.length];
        }

        @SafeVarargs
        public final Builder<S, I> moves(S state, I input, String note, S... targets) {
            int bits = 0;
            for (S target : targets) {
                bits |= 1 << target.ordinal();
            }
            return put(state, input, Rule.Kind.MOVES, bits, null, note);
        }

        public Builder<S, I> ignores(S state, I input, String because) {
            return put(state, input, Rule.Kind.IGNORED, 0, null, because);
        }

        public Builder<S, I> refuses(S state, I input, Refusal refusal) {
            return put(state, input, Rule.Kind.REFUSED, 0, refusal, "");
        }

        public Builder<S, I> never(S state, I input, String because) {
            return put(state, input, Rule.Kind.NEVER, 0, null, because);
        }

        private Builder<S, I> put(
                S state,
                I input,
                Rule.Kind kind,
                int targets,
                @Nullable Refusal refusal,
                String because) {
            int index = state.ordinal() * inputs.length + input.ordinal();
            if (rules[index] != null) {
                throw new IllegalStateException(
                        name + ": " + input + " in " + state + " is there twice");
            }
            rules[index] = new Rule(index, kind, targets, refusal, because);
            return this;
        }

        /** @throws IllegalStateException naming the pairs that are missing */
        public TransitionTable<S, I> build() {
            List<String> missing = new ArrayList<>();
            Rule[] complete = new Rule[rules.length];
            for (int index = 0; index < rules.length; index++) {
                Rule rule = rules[index];
                if (rule == null) {
                    missing.add(
                            inputs[index % inputs.length] + " in " + states[index / inputs.length]);
                } else {
                    complete[index] = rule;
                }
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException(name + ": no rule for " + missing);
            }
            return new TransitionTable<>(name, states, inputs, complete);
        }
    }
}
