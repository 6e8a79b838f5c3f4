package io.matricula.gateway.accounts;

import io.matricula.contract.CloudTime;
import io.matricula.contract.account.AuditAnswer;
import io.matricula.contract.account.AuditLine;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditTrail;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who did what in the account. */
@Path("/v1/accounts/me/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final CallerAuthentication callers;
    private final AuditTrail audit;

    AuditResource(CallerAuthentication callers, AuditTrail audit) {
        this.callers = callers;
        this.audit = audit;
    }

    @GET
    public AuditAnswer list(
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit,
            @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        int most = limit(limit);
        List<AuditEntry> page = audit.listOf(caller.account().id(), before, most);
        String next = page.size() < most ? null : page.get(most - 1).id();
        return new AuditAnswer(page.stream().map(AuditResource::line).toList(), next);
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, as any other bad number.
        }
        throw ApiException.field("limit", "Ensure this value is a whole number from 1 to " + MOST + ".");
    }

    private static AuditLine line(AuditEntry entry) {
        return new AuditLine(
                entry.id(),
                CloudTime.seconds(entry.at()),
                entry.actor(),
                entry.action().name().toLowerCase(Locale.ROOT),
                entry.subject(),
                entry.address());
    }
}
