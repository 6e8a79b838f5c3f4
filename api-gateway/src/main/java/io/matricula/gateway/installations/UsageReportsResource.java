package io.matricula.gateway.installations;

import io.matricula.contract.CloudTime;
import io.matricula.contract.installation.InstallationUsage;
import io.matricula.contract.installation.InstallationsAnswer;
import io.matricula.contract.installation.PeriodReport;
import io.matricula.contract.installation.ReportedPeriod;
import io.matricula.contract.installation.UsageReportRequest;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.report.ReportedUsage;
import io.matricula.service.report.UsageReport;
import io.matricula.service.report.UsageReportStore;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that installations have counted, told by them and shown to their account. Told again, late or out of order, nothing changes. */
@Path("/v1/sdk")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsageReportsResource {
    /** Two years of periods; an installation tells of one. */
    private static final int MOST_PERIODS = 24;

    private final CallerAuthentication callers;
    private final UsageReportStore reports;
    private final Clock clock;

    UsageReportsResource(CallerAuthentication callers, UsageReportStore reports, Clock clock) {
        this.callers = callers;
        this.reports = reports;
        this.clock = clock;
    }

    @POST
    @Path("usage")
    public void report(@Nullable UsageReportRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.REPORT_USAGE);
        Instant now = clock.instant();
        for (UsageReport report : reports(Fields.body(request))) {
            reports.keep(caller.account().id(), report, now);
        }
    }

    private static List<UsageReport> reports(UsageReportRequest sent) {
        String installation = Fields.required("installation", sent.installation());
        String licence = Fields.required("license", sent.license());
        List<PeriodReport> periods = sent.periods();
        if (periods == null || periods.isEmpty() || periods.size() > MOST_PERIODS) {
            throw ApiException.field("periods", "1 to " + MOST_PERIODS + " periods are taken.");
        }
        var reports = new ArrayList<UsageReport>();
        for (PeriodReport period : periods) {
            reports.add(report(installation, licence, period));
        }
        return reports;
    }

    private static UsageReport report(String installation, String licence, @Nullable PeriodReport period) {
        if (period == null || period.start() == null || period.calls() == null) {
            throw ApiException.field("periods", "Each has a start and calls.");
        }
        try {
            return new UsageReport(installation, LocalDate.parse(period.start()), licence, period.calls());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ApiException.field(
                    "periods", "Ids are letters, digits and hyphens; start is a day, calls are not negative.");
        }
    }

    @GET
    @Path("licences")
    public InstallationsAnswer licences(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_USAGE);
        Map<String, List<ReportedUsage>> installations = new LinkedHashMap<>();
        for (ReportedUsage told : reports.listOf(caller.account().id())) {
            installations
                    .computeIfAbsent(told.report().installation(), id -> new ArrayList<>())
                    .add(told);
        }
        return new InstallationsAnswer(
                installations.values().stream().map(UsageReportsResource::usage).toList());
    }

    private static InstallationUsage usage(List<ReportedUsage> told) {
        UsageReport last = told.get(told.size() - 1).report();
        return new InstallationUsage(
                last.installation(),
                last.licence(),
                told.stream().mapToLong(one -> one.report().calls()).sum(),
                told.stream()
                        .map(one -> new ReportedPeriod(
                                one.report().period().toString(), one.report().calls(), CloudTime.seconds(one.at())))
                        .toList());
    }
}
