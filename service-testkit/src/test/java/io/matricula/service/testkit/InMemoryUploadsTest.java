package io.matricula.service.testkit;

class InMemoryUploadsTest extends UploadInboxContract {
    private final InMemoryUploads uploads = new InMemoryUploads(clock());

    @Override
    protected InMemoryUploads store() {
        return uploads;
    }

    @Override
    protected InMemoryUploads inbox() {
        return uploads;
    }
}
