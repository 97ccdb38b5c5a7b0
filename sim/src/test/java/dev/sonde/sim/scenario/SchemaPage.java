package dev.sonde.sim.scenario;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/** The JSON Schema of scenario files, generated from the records and the forms of their keys. */
final class SchemaPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vocabulary vocabulary;

    private SchemaPage(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static String of(Vocabulary vocabulary) throws JsonProcessingException {
        ObjectNode schema = new SchemaPage(vocabulary).generate();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(schema) + "\n";
    }

    private ObjectNode generate() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.FLATTENED_ENUMS);
        config.forFields()
                .withIgnoreCheck(field -> slot(field) == null)
                .withPropertyNameOverrideResolver(SchemaPage::name)
                .withRequiredCheck(field -> slot(field) != null && key(field).isRequired())
                .withCustomDefinitionProvider((field, context) ->
                        new CustomPropertyDefinition(
                                property(key(field), context),
                                CustomDefinition.EXCLUDING_ATTRIBUTES));
        ObjectNode schema =
                new SchemaGenerator(config.build()).generateSchema(Scenario.class);
        schema.put("title", "Sonde scenario");
        ObjectNode version = ((ObjectNode) schema.get("properties")).putObject("sonde");
        version.put("const", Scenario.VERSION);
        version.put("description", "The version of the format.");
        schema.withArray("required").add("sonde");
        return schema;
    }

    private static @Nullable String name(FieldScope field) {
        KeySlot slot = slot(field);
        return slot == null ? null : slot.name();
    }

    private static KeySlot key(FieldScope field) {
        KeySlot slot = slot(field);
        if (slot == null) {
            throw new IllegalStateException(field.getDeclaredName() + " has no key");
        }
        return slot;
    }

    private static @Nullable KeySlot slot(FieldScope field) {
        Class<?> holder = field.getDeclaringType().getErasedType();
        for (KeySlot slot : RecordForm.of(holder).keys()) {
            if (slot.component().equals(field.getDeclaredName())) {
                return slot;
            }
        }
        return null;
    }

    private ObjectNode property(KeySlot slot, SchemaGenerationContext context) {
        ObjectNode node = form(slot.form(), slot.key().as(), context);
        if (slot.form() instanceof IntegerForm) {
            if (!slot.key().min().isEmpty()) {
                node.put("minimum", new BigDecimal(slot.key().min()));
            }
            if (!slot.key().max().isEmpty()) {
                node.put("maximum", new BigDecimal(slot.key().max()));
            }
        }
        node.put("description", slot.key().doc());
        return node;
    }

    private ObjectNode form(Form<?> form, As as, SchemaGenerationContext context) {
        ObjectNode node = JSON.createObjectNode();
        if (form instanceof ScalarForm<?> scalar) {
            return scalar(scalar, as);
        } else if (form instanceof IntegerForm) {
            node.put("type", "integer");
        } else if (form instanceof WordForm<?> word) {
            if (word.truths()) {
                node.put("type", "boolean");
            } else {
                word.known().forEach(node.putArray("enum")::add);
            }
        } else if (form instanceof ListForm<?> list) {
            node.put("type", "array");
            node.set("items", form(list.item(), as, context));
        } else if (form instanceof KeyedForm<?> keyed) {
            return keyed(keyed, as, context);
        } else if (form instanceof SharesForm shares) {
            return keyed(shares.parts(), as, context);
        } else if (form instanceof OneKeyForm<?> one) {
            return form(one.slot().form(), one.slot().key().as(), context);
        } else if (form instanceof MappedForm<?, ?> mapped) {
            return form(mapped.source(), as, context);
        } else if (form instanceof EitherForm<?> either) {
            ArrayNode any = node.putArray("anyOf");
            any.add(form(either.brief(), as, context));
            any.add(form(either.full(), as, context));
        } else if (form instanceof RecordForm<?> mapping) {
            // The generator fills in the reference later, so it must stay the very same node.
            node.putArray("allOf").add(reference(mapping, context));
        } else if (form instanceof UnionForm<?> union) {
            ArrayNode any = node.putArray("anyOf");
            union.cases().forEach(each -> any.add(unionCase(each, context)));
        }
        return node;
    }

    private ObjectNode scalar(ScalarForm<?> scalar, As as) {
        ObjectNode text = JSON.createObjectNode();
        text.put("type", "string");
        List<String> words = switch (as) {
            case BEHAVIOUR -> TextForms.words(vocabulary.behaviours());
            case CLAIM -> TextForms.words(vocabulary.claims());
            default -> List.of();
        };
        if (!words.isEmpty()) {
            words.forEach(text.putArray("enum")::add);
        } else if (!scalar.pattern().isEmpty()) {
            text.put("pattern", "^(" + scalar.pattern() + ")$");
        }
        if (!scalar.number()) {
            return text;
        }
        ObjectNode either = JSON.createObjectNode();
        ArrayNode any = either.putArray("anyOf");
        any.add(JSON.createObjectNode().put("type", "integer").put("minimum", 0));
        any.add(text);
        return either;
    }

    private ObjectNode keyed(KeyedForm<?> keyed, As as, SchemaGenerationContext context) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "object");
        List<String> metrics =
                vocabulary.metrics().stream().map(Vocabulary.Metric::name).toList();
        if (keyed.title().contains("metrics") && !metrics.isEmpty()) {
            metrics.forEach(node.putObject("propertyNames").putArray("enum")::add);
        } else {
            ObjectNode names = form(keyed.key(), as, context);
            node.set("propertyNames", names.has("anyOf") ? names.get("anyOf").get(1) : names);
        }
        node.set("additionalProperties", form(keyed.value(), As.TYPE, context));
        return node;
    }

    private static ObjectNode reference(RecordForm<?> mapping, SchemaGenerationContext context) {
        ResolvedType type = context.getTypeContext().resolve(mapping.type());
        return context.createDefinitionReference(type);
    }

    private static ObjectNode unionCase(
            UnionForm.Case<?> each, SchemaGenerationContext context) {
        ObjectNode reference = reference(each.form(), context);
        if (!each.nested()) {
            return reference;
        }
        ObjectNode holder = JSON.createObjectNode();
        holder.put("type", "object");
        holder.putObject("properties").set(each.kind(), reference);
        holder.putArray("required").add(each.kind());
        holder.put("additionalProperties", false);
        return holder;
    }
}
