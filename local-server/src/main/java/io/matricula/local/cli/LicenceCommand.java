package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import io.matricula.embedded.LocalState;
import io.matricula.embedded.StateException;
import io.matricula.local.SdkStart;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.licence.LicenceException;
import io.matricula.service.licence.LicenceKey;
import io.matricula.service.licence.ReleaseReceipt;
import io.matricula.service.usage.UsagePeriod;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Orders about licences of on-premises installations: those of who issues them, and those of who runs an installation. */
@Command(
        name = "licence",
        aliases = "license",
        description = "Issues licences (keys, issue, transfer, show) and uses them (installation, activate, release).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(keys | issue | transfer | show | installation | activate | release)")
final class LicenceCommand implements Runnable {
    private static final String INSTALLATION = "The installation's id, as `licence installation` prints it there.";
    private static final String KEY = "A licence key, or a file with one.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "State folder of the installation.",
            scope = ScopeType.INHERIT)
    private Path state = Path.of(System.getProperty("launcher.home", ""), "state");

    @Option(
            names = "--issuer",
            paramLabel = "FILE",
            description = "Public key of who issues licences.",
            scope = ScopeType.INHERIT)
    private Path issuer = Path.of(System.getProperty("launcher.home", ""), "licence-issuer.pub");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The issuer's own folder: both keys, and the register of licences.",
            scope = ScopeType.INHERIT)
    private Path keys = Path.of(System.getProperty("launcher.home", ""), "licence-keys");

    private final Clock clock;

    LicenceCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: keys, issue, transfer, show, installation, activate or release");
    }

    @Command(description = "Makes the issuer's keys, once.", mixinStandardHelpOptions = true)
    void keys() {
        carryOut(out -> out.println("Keep the folder secret; hand out " + IssuerFolder.create(keys)
                + " with the program, as licence-issuer.pub"));
    }

    @Command(description = "Issues a licence; prints its key alone on the last line.", mixinStandardHelpOptions = true)
    void issue(
            @Option(names = "--installation", required = true, description = INSTALLATION) String installation,
            @Option(names = "--holder", required = true, description = "Whom it is for.") String holder,
            @Option(names = "--calls", required = true, description = "Calls a month.") long calls,
            @Option(
                            names = "--expires",
                            required = true,
                            paramLabel = "DAY",
                            description = "Last UTC day, such as 2027-11-22.")
                    LocalDate expires,
            @Option(
                            names = "--grace",
                            paramLabel = "DAYS",
                            description = "Days after, with warnings.",
                            defaultValue = "14")
                    int graceDays,
            @Option(names = "--mmc", description = "With make, model and colour of vehicles.") boolean mmc) {
        carryOut(out -> print(
                IssuerFolder.open(keys)
                        .issue(new Licence(
                                Licence.newId(),
                                holder,
                                installation,
                                calls,
                                mmc,
                                clock.instant(),
                                expires,
                                graceDays)),
                out));
    }

    @Command(
            description = "Issues a released licence anew for another installation; prints its key on the last line.",
            mixinStandardHelpOptions = true)
    void transfer(
            @Option(
                            names = "--receipt",
                            required = true,
                            description = "The receipt of `licence release`, or a file with it.")
                    String receipt,
            @Option(names = "--installation", required = true, description = INSTALLATION) String installation) {
        carryOut(out -> {
            ReleaseReceipt read = ReleaseReceipt.read(SdkStart.licenceText(receipt));
            String key = IssuerFolder.open(keys).transfer(read, installation, clock.instant());
            out.println("released on " + read.at() + " by installation " + read.installation() + " after "
                    + read.calls() + " calls of its period");
            print(key, out);
        });
    }

    @Command(
            description = "Shows what a licence key says, if its issuer has signed it.",
            mixinStandardHelpOptions = true)
    void show(@Parameters(paramLabel = "KEY", description = KEY) String key) {
        carryOut(out -> out.println(lines(LicenceKey.read(SdkStart.licenceText(key), issuerKey()))));
    }

    @Command(description = "Prints the installation's id and how its licence stands.", mixinStandardHelpOptions = true)
    void installation() {
        atDesk((desk, opened, out) -> {
            out.println(desk.look().message());
            out.println(desk.installation().id());
        });
    }

    @Command(description = "Takes a licence into use; works while the server runs.", mixinStandardHelpOptions = true)
    void activate(@Parameters(paramLabel = "KEY", description = KEY) String key) {
        atDesk((desk, opened, out) -> out.println(lines(desk.activate(SdkStart.licenceText(key)))));
    }

    @Command(
            description =
                    "Takes the licence off this installation for good; prints the receipt alone on the last line.",
            mixinStandardHelpOptions = true)
    void release() {
        atDesk((desk, opened, out) -> {
            String receipt = desk.release(calls(opened));
            out.println("The licence no longer works here. This receipt lets its issuer move it:");
            out.println(receipt);
        });
    }

    private long calls(LocalState opened) {
        Instant now = clock.instant();
        return opened.accounts()
                .findByEmail(LicenceAccount.EMAIL)
                .map(account -> opened.usage()
                        .find(account.id(), UsagePeriod.containing(now, account.signUpDay()))
                        .calls())
                .orElse(0L);
    }

    private void print(String key, PrintWriter out) {
        out.println(lines(LicenceKey.read(key, IssuerFolder.open(keys).publicKey())));
        out.println(key);
    }

    private static String lines(Licence licence) {
        return "licence       " + licence.id() + "\nholder        " + licence.holder() + "\ninstallation  "
                + licence.installation() + "\nterms         " + licence.callsPerPeriod() + " calls a month"
                + (licence.mmc() ? ", make, model and colour" : "") + "\nexpires       " + licence.expires() + ", "
                + licence.graceDays() + " days of grace";
    }

    private PublicKey issuerKey() {
        Path file = Files.exists(issuer) ? issuer : keys.resolve(IssuerFolder.PUBLIC);
        if (!Files.exists(file)) {
            throw new LicenceException("there is no issuer's public key in " + issuer + "; name it with --issuer");
        }
        return Objects.requireNonNull(SdkStart.issuer(file));
    }

    private interface Order {
        void run(PrintWriter out);
    }

    private interface DeskOrder {
        void run(LicenceDesk desk, LocalState opened, PrintWriter out);
    }

    private void atDesk(DeskOrder order) {
        carryOut(out -> {
            @Nullable PublicKey key = Files.exists(issuer) ? issuerKey() : null;
            try (LocalState opened = LocalState.open(state)) {
                order.run(new LicenceDesk(opened.installation(), key, clock), opened, out);
            }
        });
    }

    private void carryOut(Order order) {
        try {
            order.run(spec.commandLine().getOut());
        } catch (LicenceException e) {
            throw new PlainError(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
        } catch (StateException e) {
            throw new PlainError(ExitCode.STATE_NOT_WRITABLE, String.valueOf(e.getMessage()));
        }
    }
}
