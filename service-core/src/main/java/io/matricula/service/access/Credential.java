package io.matricula.service.access;

import static io.matricula.service.access.Permission.CHANGE_PLAN;
import static io.matricula.service.access.Permission.DELETE_ACCOUNT;
import static io.matricula.service.access.Permission.HAND_OVER_ACCOUNT;
import static io.matricula.service.access.Permission.ISSUE_MOBILE_TOKENS;
import static io.matricula.service.access.Permission.MANAGE_MEMBERS;
import static io.matricula.service.access.Permission.MANAGE_TOKENS;
import static io.matricula.service.access.Permission.MANAGE_WEBHOOKS;
import static io.matricula.service.access.Permission.READ_PLATES;
import static io.matricula.service.access.Permission.REPORT_USAGE;
import static io.matricula.service.access.Permission.SEE_ACCOUNT;
import static io.matricula.service.access.Permission.SEE_USAGE;

import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller has shown, without its secret: safe to log and to keep in the audit trail. */
public sealed interface Credential {
    Set<Permission> permissions();

    /** For the audit trail: {@code token …9f03}, {@code member 5d0c…}. */
    String label();

    /** An API token, held by the firm's own programs. */
    record Token(String id, String lastFour) implements Credential {
        private static final Set<Permission> ALL =
                Set.of(READ_PLATES, SEE_USAGE, REPORT_USAGE, ISSUE_MOBILE_TOKENS, MANAGE_WEBHOOKS);

        @Override
        public Set<Permission> permissions() {
            return ALL;
        }

        @Override
        public String label() {
            return "token …" + lastFour;
        }
    }

    /**
     * A short-lived token in a phone.
     *
     * @param camera the only {@code camera_id} that it may call with; null for any
     */
    record MobileToken(String id, @Nullable String camera) implements Credential {
        private static final Set<Permission> ALL = Set.of(READ_PLATES);

        @Override
        public Set<Permission> permissions() {
            return ALL;
        }

        @Override
        public String label() {
            return "mobile token " + id;
        }
    }

    /** A person who has signed in. */
    record Session(String id, MemberId member, Role role) implements Credential {
        private static final Set<Permission> ADMIN =
                Set.of(SEE_USAGE, ISSUE_MOBILE_TOKENS, MANAGE_WEBHOOKS, MANAGE_TOKENS, SEE_ACCOUNT);
        private static final Set<Permission> OWNER = Set.of(
                SEE_USAGE,
                ISSUE_MOBILE_TOKENS,
                MANAGE_WEBHOOKS,
                MANAGE_TOKENS,
                SEE_ACCOUNT,
                MANAGE_MEMBERS,
                CHANGE_PLAN,
                HAND_OVER_ACCOUNT,
                DELETE_ACCOUNT);

        @Override
        public Set<Permission> permissions() {
            return role == Role.OWNER ? OWNER : ADMIN;
        }

        @Override
        public String label() {
            return "member " + member;
        }
    }
}
