package io.matricula.aws.dynamo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Named values: an item of a table, its key, or the values of an expression. Immutable.
 *
 * <p>Instants are text in UTC, always with nine digits of a second, so that they sort as they follow each other.
 */
public record Item(Map<String, AttributeValue> attributes) {
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    /** An instant as items hold it. */
    public static String text(Instant instant) {
        return NINE_DIGITS.format(instant);
    }

    public static final Item EMPTY = new Item(Map.of());

    public static Builder builder() {
        return new Builder();
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    /** @throws IllegalStateException if there is no such value */
    public String text(String name) {
        return value(name).s();
    }

    public @Nullable String textOrNull(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.s();
    }

    /** @throws IllegalStateException if there is no such value */
    public long number(String name) {
        return Long.parseLong(value(name).n());
    }

    public long number(String name, long absent) {
        AttributeValue value = attributes.get(name);
        return value == null ? absent : Long.parseLong(value.n());
    }

    /** @throws IllegalStateException if there is no such value */
    public boolean flag(String name) {
        return value(name).bool();
    }

    /** @throws IllegalStateException if there is no such value */
    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public @Nullable Instant instantOrNull(String name) {
        return has(name) ? instant(name) : null;
    }

    /** @throws IllegalStateException if there is no such value */
    public byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    /** Texts in no order; empty if there is no such value. */
    public Set<String> texts(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    /** A value that has named values itself; null if there is none. */
    public @Nullable Item itemOrNull(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : new Item(value.m());
    }

    private AttributeValue value(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item of the table has no " + name);
        }
        return value;
    }

    /** Gathers values; null leaves a value out. */
    public static final class Builder {
        private final Map<String, AttributeValue> attributes = new HashMap<>();

        public Builder text(String name, @Nullable String value) {
            return value == null ? this : add(name, AttributeValue.fromS(value));
        }

        public Builder number(String name, long value) {
            return add(name, AttributeValue.fromN(Long.toString(value)));
        }

        public Builder flag(String name, boolean value) {
            return add(name, AttributeValue.fromBool(value));
        }

        public Builder instant(String name, @Nullable Instant value) {
            return value == null ? this : text(name, Item.text(value));
        }

        public Builder bytes(String name, byte[] value) {
            return add(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value)));
        }

        /** An empty set is left out: DynamoDB knows none. */
        public Builder texts(String name, Set<String> value) {
            return value.isEmpty() ? this : add(name, AttributeValue.fromSs(List.copyOf(value)));
        }

        public Builder item(String name, @Nullable Item value) {
            return value == null ? this : add(name, AttributeValue.fromM(value.attributes()));
        }

        private Builder add(String name, AttributeValue value) {
            attributes.put(name, value);
            return this;
        }

        public Item build() {
            return new Item(Map.copyOf(attributes));
        }
    }
}
