package io.matricula.reading.fetch;

import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Pictures;
import io.matricula.service.account.AccountId;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadStore;
import jakarta.enterprise.context.ApplicationScoped;

/** Gets the picture that a call only names: from the web, or the account's own upload straight from the store. */
@ApplicationScoped
public class PictureSource {
    private static final String FIELD = "upload_url";

    private final PictureFetcher web;
    private final UploadStore uploads;
    private final long maxUpload;

    PictureSource(PictureFetcher web, UploadStore uploads, ReadingConfig config) {
        this.web = web;
        this.uploads = uploads;
        this.maxUpload = config.uploads().maxSize().asLongValue();
    }

    /** The picture at an address; refused, with the field's name, if it is not allowed or brings no picture. */
    public Picture fetch(AccountId account, String address) {
        return address.startsWith(UploadId.SCHEME) ? upload(account, address) : web.fetch(address);
    }

    private Picture upload(AccountId account, String reference) {
        byte[] bytes = UploadId.referenced(reference)
                .flatMap(id -> uploads.find(account, id))
                .orElseThrow(() -> ApiException.field(FIELD, "There is no such upload."));
        return Pictures.checked(FIELD, bytes, "upload", maxUpload);
    }
}
