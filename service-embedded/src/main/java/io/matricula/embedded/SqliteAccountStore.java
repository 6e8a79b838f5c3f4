package io.matricula.embedded;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Accounts in SQLite. Safe for concurrent use. */
final class SqliteAccountStore implements AccountStore {
    private static final String INSERT = """
            INSERT INTO accounts (id, email, created, state, plan, calls_per_period, per_second, mmc,
                planned_plan, planned_calls_per_period, planned_per_second, planned_mmc, planned_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE accounts SET state = ?4, plan = ?5, calls_per_period = ?6, per_second = ?7, mmc = ?8,
                planned_plan = ?9, planned_calls_per_period = ?10, planned_per_second = ?11, planned_mmc = ?12,
                planned_from = ?13
            WHERE id = ?1 AND email = ?2 AND created = ?3""";
    private static final String ERASE = """
            UPDATE accounts SET email = ?2, state = ?3, planned_plan = NULL, planned_calls_per_period = NULL,
                planned_per_second = NULL, planned_mmc = NULL, planned_from = NULL
            WHERE id = ?1""";
    private static final String CHANGE_EMAIL = "UPDATE OR IGNORE accounts SET email = ?2 WHERE id = ?1";
    private static final String BY_ID = "SELECT * FROM accounts WHERE id = ?";
    private static final String BY_EMAIL = "SELECT * FROM accounts WHERE email = ?";
    private static final String ALL = "SELECT * FROM accounts ORDER BY created, id";

    private final SqliteDatabase database;

    SqliteAccountStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Account account) {
        return database.write(session -> session.update(INSERT, columns(account)) == 1);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return database.read(session -> session.first(BY_ID, SqliteAccountStore::account, id.value()));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        String lowered = email.strip().toLowerCase(Locale.ROOT);
        return database.read(session -> session.first(BY_EMAIL, SqliteAccountStore::account, lowered));
    }

    @Override
    public List<Account> list() {
        return database.read(session -> session.list(ALL, SqliteAccountStore::account));
    }

    @Override
    public Optional<Account> update(AccountId id, UnaryOperator<Account> change) {
        return database.write(session -> {
            Optional<Account> changed = session.first(BY_ID, SqliteAccountStore::account, id.value())
                    .map(change);
            if (changed.isPresent() && session.update(UPDATE, columns(changed.get())) != 1) {
                throw new IllegalArgumentException("a change must keep id, e-mail address and creation");
            }
            return changed;
        });
    }

    @Override
    public boolean changeEmail(AccountId id, String email) {
        return database.write(session -> session.update(CHANGE_EMAIL, id.value(), email) == 1);
    }

    @Override
    public boolean erase(AccountId id) {
        return database.write(session -> {
            Optional<Account> erased = session.first(BY_ID, SqliteAccountStore::account, id.value())
                    .map(Account::erased);
            return erased.isPresent()
                    && session.update(
                                    ERASE,
                                    id.value(),
                                    erased.get().email(),
                                    erased.get().state().name())
                            == 1;
        });
    }

    private static @Nullable Object[] columns(Account account) {
        Plan plan = account.plan();
        PlanChange planned = account.planned();
        Plan next = planned == null ? null : planned.plan();
        return new @Nullable Object[] {
            account.id().value(),
            account.email(),
            InstantText.of(account.created()),
            account.state().name(),
            plan.name(),
            plan.callsPerPeriod(),
            plan.perSecond(),
            plan.mmc() ? 1 : 0,
            next == null ? null : next.name(),
            next == null ? null : next.callsPerPeriod(),
            next == null ? null : next.perSecond(),
            next == null ? null : (next.mmc() ? 1 : 0),
            planned == null ? null : InstantText.of(planned.from())
        };
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getString("id")),
                row.getString("email"),
                plan(row, ""),
                planned(row),
                InstantText.parse(row.getString("created")),
                AccountState.valueOf(row.getString("state")));
    }

    private static @Nullable PlanChange planned(ResultSet row) throws SQLException {
        Instant from = InstantText.parseNullable(row.getString("planned_from"));
        return from == null ? null : new PlanChange(plan(row, "planned_"), from);
    }

    private static Plan plan(ResultSet row, String prefix) throws SQLException {
        return new Plan(
                row.getString(prefix + "plan"),
                row.getLong(prefix + "calls_per_period"),
                row.getInt(prefix + "per_second"),
                row.getBoolean(prefix + "mmc"));
    }
}
