package io.matricula.bench;

import io.matricula.bench.scene.DrawnPictures;
import io.matricula.bench.scene.DrawnScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes drawn scenes, named by the text of their plate: pictures that may be published, to try things with. */
@Command(
        name = "draw",
        description = "Writes drawn scenes as JPEGs, named by their plate.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DrawCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder for the pictures.")
    private Path folder = Path.of("");

    @Option(names = "--count", description = "How many.")
    private int count = 10;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        for (int seed = 0; seed < count; seed++) {
            DrawnScene scene = DrawnScene.draw(seed, DrawnPictures.WIDTH, DrawnPictures.HEIGHT);
            Files.write(folder.resolve(scene.text() + ".jpg"), DrawnPictures.jpeg(scene));
        }
        return 0;
    }
}
