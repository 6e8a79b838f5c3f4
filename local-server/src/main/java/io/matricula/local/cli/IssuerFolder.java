package io.matricula.local.cli;

import io.matricula.service.licence.KeyText;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceException;
import io.matricula.service.licence.LicenceKey;
import io.matricula.service.licence.ReleaseReceipt;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/**
 * The folder of who issues licences: {@code issuer.key} (secret), {@code issuer.pub}, and {@code licences.tsv}, one line for each licence:
 * id, id of the licence it replaces or a hyphen, installation, last day, calls, holder.
 */
final class IssuerFolder {
    static final String PUBLIC = "issuer.pub";
    private static final String PRIVATE = "issuer.key";
    private static final String REGISTER = "licences.tsv";
    private static final String NONE = "-";

    private final Path folder;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private IssuerFolder(Path folder, PrivateKey privateKey, PublicKey publicKey) {
        this.folder = folder;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Makes the folder and a key pair, and returns the file of the public key; refuses to replace one. */
    static Path create(Path folder) {
        KeyPair pair = KeyText.newPair();
        try {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
            Path secret = Files.createFile(folder.resolve(PRIVATE), attributes(folder, "rw-------"));
            Files.writeString(secret, KeyText.write(pair.getPrivate()));
            return Files.writeString(folder.resolve(PUBLIC), KeyText.write(pair.getPublic()));
        } catch (FileAlreadyExistsException e) {
            throw new LicenceException(
                    "there are keys in " + folder + " already: licences signed with them would be lost");
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FileAttribute<?>[] attributes(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static IssuerFolder open(Path folder) {
        if (!Files.exists(folder.resolve(PRIVATE))) {
            throw new LicenceException("there are no keys in " + folder + "; `licence keys` makes them");
        }
        try {
            return new IssuerFolder(
                    folder,
                    KeyText.privateKey(Files.readString(folder.resolve(PRIVATE))),
                    KeyText.publicKey(Files.readString(folder.resolve(PUBLIC))));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    PublicKey publicKey() {
        return publicKey;
    }

    /** Signs a new licence and enters it in the register. */
    String issue(Licence licence) {
        return enter(licence, NONE);
    }

    /** Issues a released licence anew; once only. */
    String transfer(ReleaseReceipt receipt, String installation, Instant now) {
        return enter(receipt.moveTo(installation, publicKey, now), receipt.licence());
    }

    private String enter(Licence licence, String replaced) {
        String line = String.join(
                "\t",
                licence.id(),
                replaced,
                licence.installation(),
                licence.expires().toString(),
                Long.toString(licence.callsPerPeriod()),
                licence.holder());
        Path register = folder.resolve(REGISTER);
        try (FileChannel lock = FileChannel.open(register, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!replaced.equals(NONE) && replacedIn(Files.readAllLines(register), replaced)) {
                throw new LicenceException("the licence " + replaced + " was moved before");
            }
            Files.writeString(register, line + "\n", StandardOpenOption.APPEND);
            return LicenceKey.write(licence, privateKey);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static boolean replacedIn(List<String> lines, String licence) {
        return lines.stream()
                .map(line -> line.split("\t", 3))
                .anyMatch(cells -> cells.length == 3 && cells[1].equals(licence));
    }

    private static LicenceException unusable(Path folder, IOException e) {
        return new LicenceException("the folder " + folder + " can't be used: " + e.getMessage());
    }
}
