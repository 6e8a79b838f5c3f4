package io.matricula.recognition.bundle;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.ModelFile;
import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of one release with their manifest: complete, and with the checksums that the manifest tells. Immutable. */
public final class ModelBundle {
    private static final String MANIFEST = "manifest.properties";
    private static final String BUILT_IN = "/io/matricula/recognition/models/";

    private final Manifest manifest;
    private final Map<String, byte[]> models;

    private ModelBundle(Manifest manifest, Map<String, byte[]> models) {
        this.manifest = manifest;
        this.models = models;
    }

    /**
     * The bundle inside this library.
     *
     * @throws BundleException with every problem, if it can't be used
     */
    public static ModelBundle builtIn() {
        return load("this library", name -> {
            try (InputStream stream = ModelBundle.class.getResourceAsStream(BUILT_IN + name)) {
                if (stream == null) {
                    throw new FileNotFoundException(name);
                }
                return stream.readAllBytes();
            }
        });
    }

    /**
     * A bundle in a folder of its own.
     *
     * @throws BundleException with every problem, if it can't be used
     */
    public static ModelBundle of(Path folder) {
        return load(folder.toString(), name -> Files.readAllBytes(folder.resolve(name)));
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The bytes of a model; not to be changed. */
    public byte[] model(ModelFile file) {
        byte[] model = models.get(file.name());
        if (model == null) {
            throw new IllegalArgumentException("Not in this bundle: " + file.name());
        }
        return model;
    }

    private static ModelBundle load(String where, Source source) {
        List<String> problems = new ArrayList<>();
        Manifest manifest;
        try {
            manifest = new ManifestReader(source.read(MANIFEST), problems).read();
        } catch (IOException e) {
            throw new BundleException(where, List.of(MANIFEST + " can't be read"));
        }
        Map<String, byte[]> models = new LinkedHashMap<>();
        for (ModelFile file : files(manifest)) {
            models.put(file.name(), verified(file, source, problems));
        }
        if (!problems.isEmpty()) {
            throw new BundleException(where, problems);
        }
        return new ModelBundle(manifest, models);
    }

    private static List<ModelFile> files(Manifest manifest) {
        List<ModelFile> files = new ArrayList<>(
                List.of(manifest.detector().file(), manifest.reader().file()));
        VehicleSpec vehicles = manifest.vehicles();
        if (vehicles != null) {
            files.add(vehicles.file());
        }
        AttributesSpec attributes = manifest.attributes();
        if (attributes != null) {
            files.add(attributes.file());
        }
        files.removeIf(file -> file.name().isEmpty());
        return files;
    }

    private static byte[] verified(ModelFile file, Source source, List<String> problems) {
        try {
            byte[] model = source.read(file.name());
            if (!sha256(model).equals(file.sha256())) {
                problems.add(file.name() + " has not the checksum that the manifest tells");
            }
            return model;
        } catch (IOException e) {
            problems.add(file.name() + " can't be read");
            return new byte[0];
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Where the files of a bundle come from. */
    private interface Source {
        byte[] read(String name) throws IOException;
    }
}
