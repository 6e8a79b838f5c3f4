package io.matricula.cloud.cli;

import io.matricula.command.CommandLines;
import io.matricula.command.Version;
import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code matricula cloud}: what an operator orders a state folder, for an installation on AWS. */
@Command(
        name = "matricula cloud",
        description = "Orders to an installation of the cloud edition, with AWS' credentials of the environment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "(account | jobs | keys)",
        footer = {
            "",
            "Exit codes: 0 done, 2 wrong usage, 4 AWS or its stand-ins can't be reached or refuse, 5 no JDK or too old,",
            "  6 the build failed, 8 unexpected."
        })
public final class CloudCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine(System.out, System.err).execute(arguments));
    }

    static CommandLine commandLine(PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(new CloudCommand());
        return CommandLines.tellPlainly(CommandLines.addOrders(line, Installation::new, Clock.systemUTC()), out, err);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: account, jobs or keys");
    }
}
