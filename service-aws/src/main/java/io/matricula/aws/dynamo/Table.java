package io.matricula.aws.dynamo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the cloud edition, with what must be known to make them. All keys are text. */
public enum Table {
    /** Also one item a taken e-mail address, whose id is {@code email#} and the address. */
    ACCOUNTS("id"),
    TOKENS("token_hash") {
        @Override
        public List<Index> indexes() {
            return List.of(new Index("by_account", "account", "created"));
        }
    },
    USAGE("account", "period_start"),
    IDEMPOTENCY("account", "request_key") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    /** Also one item a taken e-mail address, whose account is {@code email#} and the address. */
    MEMBERS("account", "member"),
    LINKS("token_hash") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    SESSIONS("id") {
        @Override
        public List<Index> indexes() {
            return List.of(new Index("by_member", "member", "created"));
        }

        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    SIGNING_KEYS("id"),
    ATTEMPTS("attempt_key") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    AUDIT("account", "entry"),
    /** One item a notice; the sort key is the period's start and the level. Also one item an account that is to be looked at, under {@code due#}. */
    NOTICES("account", "period_level"),
    /** One item for each period of an on-premises installation; the sort key is its id and the period's start. */
    USAGE_REPORTS("account", "installation_period"),
    WEBHOOKS("account", "webhook"),
    /** Attempts of deliveries; the partition is the account and the webhook, the sort key begins with the time. */
    DELIVERIES("webhook", "attempt") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    EVENTS("account", "event") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    JOBS("account", "job") {
        @Override
        public List<Index> indexes() {
            return List.of(WAITING_JOBS);
        }

        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    DEAD_JOBS("account", "job") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    },
    DEAD_LETTERS("webhook", "event") {
        @Override
        public @Nullable String expiry() {
            return "expires";
        }
    };

    /** The jobs that wait, by account; answered ones lack its key. */
    public static final Index WAITING_JOBS = new Index("waiting_jobs", "waiting", "created");

    private final List<String> key;

    Table(String... key) {
        this.key = List.of(key);
    }

    /** Partition key and, where there is one, sort key. */
    public List<String> key() {
        return key;
    }

    /** The table's other orders, each holding whole items; they may lag behind it for a moment. */
    public List<Index> indexes() {
        return List.of();
    }

    /** The number of seconds since 1970 after which DynamoDB removes an item in its own time; null if items stay. */
    public @Nullable String expiry() {
        return null;
    }

    /** @param prefix what the names of all tables begin with */
    public String name(String prefix) {
        return prefix + name().toLowerCase(Locale.ROOT);
    }

    /** Everything that is a key of the table or of an index. */
    List<String> keyAttributes() {
        return Stream.concat(
                        key.stream(), indexes().stream().flatMap(index -> Stream.of(index.partition(), index.sort())))
                .distinct()
                .toList();
    }

    /** Another order of a table's items. */
    public record Index(String name, String partition, String sort) {}
}
