package io.matricula.aws;

import java.net.URI;
import java.util.function.Supplier;

/** Where services of AWS are stood in for. Addresses are those of running processes. */
interface StandIns extends AutoCloseable {
    URI dynamo();

    URI sqs();

    URI s3();

    @Override
    void close();

    /** Who stands in. */
    enum Kind {
        EMULATORS(LocalProcesses::new),
        LOCALSTACK(OneContainer::new);

        private final Supplier<StandIns> opened;

        Kind(Supplier<StandIns> opened) {
            this.opened = opened;
        }

        StandIns open() {
            return opened.get();
        }
    }
}
