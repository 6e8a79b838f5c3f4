package io.matricula.command;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.DeadJob;
import io.matricula.service.operator.JobAdmin;
import io.matricula.service.operator.JobAdmin.Redriven;
import io.matricula.service.operator.OperatorException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An operator's orders to pictures that were to be read later, and were given up. */
@Command(
        name = "jobs",
        description = "Shows and redrives jobs that were given up; works while the server runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(dead | redrive)")
final class JobsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Place place;

    JobsCommand(Place place) {
        this.place = place;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: dead or redrive");
    }

    @Command(
            description = "Lists the jobs that were given up in the last 14 days, with the reason.",
            mixinStandardHelpOptions = true)
    void dead(
            @Option(names = "--account", paramLabel = "EMAIL", description = "Only those of this account.") @Nullable
                    String email) {
        order((opened, admin, out) -> admin.dead(email).forEach(dead -> out.println(line(opened, dead))));
    }

    @Command(
            description = {
                "Has jobs tried anew that were given up, at no cost to their accounts.",
                "Jobs are kept for 24 hours; older ones can't be tried any more."
            },
            mixinStandardHelpOptions = true)
    void redrive(
            @Option(names = "--account", paramLabel = "EMAIL", description = "Only those of this account.") @Nullable
                    String email,
            @Parameters(paramLabel = "JOB", arity = "0..*", description = "Only these; without any, all.") @Nullable
                    List<String> jobs) {
        Set<String> only = jobs == null ? Set.of() : Set.copyOf(jobs);
        order((opened, admin, out) -> admin.redrive(email, only).forEach(one -> out.println(line(one))));
    }

    private void order(Order order) {
        place.openExisting(opened -> {
            var admin = new JobAdmin(opened.accounts(), opened.jobs(), opened.deadJobs(), opened.jobQueue());
            try {
                order.run(opened, admin, spec.commandLine().getOut());
            } catch (OperatorException e) {
                throw new PlainError(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
            }
        });
    }

    private static String line(OperatorPorts opened, DeadJob dead) {
        return dead.job() + "  " + email(opened, dead.account()) + "  " + dead.died() + "  taken " + dead.taken()
                + " times  " + dead.reason().replaceAll("\\s+", " ");
    }

    private static String email(OperatorPorts opened, AccountId account) {
        return opened.accounts().find(account).map(Account::email).orElse("closed account " + account);
    }

    private static String line(Redriven one) {
        return one.job().job() + (one.queued() ? "  queued" : "  too old, or answered since");
    }

    private interface Order {
        void run(OperatorPorts opened, JobAdmin admin, PrintWriter out);
    }
}
