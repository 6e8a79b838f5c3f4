package io.matricula.bench;

import io.matricula.bench.accuracy.AccuracyCommand;
import io.matricula.bench.formats.FormatsCommand;
import io.matricula.bench.kill.KillsCommand;
import io.matricula.bench.lambda.LambdaCommand;
import io.matricula.bench.queue.DurabilityCommand;
import io.matricula.bench.queue.SaturationCommand;
import io.matricula.bench.speed.EngineCommand;
import io.matricula.bench.speed.EngineRun;
import io.matricula.bench.speed.HttpCommand;
import io.matricula.bench.speed.MeteringCommand;
import io.matricula.bench.speed.StartCommand;
import io.matricula.bench.speed.WebhooksCommand;
import io.matricula.bench.speed.WorkerCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code matricula bench}. */
@Command(
        name = "matricula bench",
        description = "Measures speed and accuracy; results go to bench/results with the machine and the commit.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EngineCommand.class,
            EngineRun.class,
            HttpCommand.class,
            WorkerCommand.class,
            StartCommand.class,
            LambdaCommand.class,
            MeteringCommand.class,
            WebhooksCommand.class,
            KillsCommand.class,
            DurabilityCommand.class,
            SaturationCommand.class,
            AccuracyCommand.class,
            FormatsCommand.class,
            DrawCommand.class
        })
public final class Bench implements Runnable {
    public static void main(String[] arguments) {
        // What the libraries have to tell about their start is of no interest beside results.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
