package io.matricula.reading.job;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.picture.PictureFormat;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch while its pictures come in: each is stored at once, so that only a few are in memory at a time. Nothing of it can be seen
 * before it is accepted. For one thread, which has it {@linkplain BatchReading#accept accepted} or {@linkplain #discard discards} it.
 */
public final class BatchDraft {
    private static final int LONGEST_NAME = 255;

    private final BatchId id = BatchId.random();
    private final AccountId account;
    private final JobPictureStore pictures;
    private final int most;
    private final List<Item> items = new ArrayList<>();
    private final PictureWrites writes = new PictureWrites();

    /** @param most pictures that the batch may hold */
    public static BatchDraft of(AccountId account, JobPictureStore pictures, int most) {
        return new BatchDraft(account, pictures, most);
    }

    private BatchDraft(AccountId account, JobPictureStore pictures, int most) {
        this.account = account;
        this.pictures = pictures;
        this.most = most;
    }

    /**
     * A picture of the batch.
     *
     * @param name of its file; null if it is to be fetched
     * @param address where it is to be fetched; null if it was sent
     * @param format null if it is to be fetched, or was refused
     * @param refusal null unless it is known already that it can't be read
     */
    record Item(
            @Nullable String name,
            @Nullable String address,
            @Nullable PictureFormat format,
            Map<String, List<String>> fields,
            @Nullable ApiException refusal) {}

    /** Adds a picture that was sent; what is none is refused when the batch is accepted, alone. */
    public void picture(String name, byte[] bytes, Map<String, List<String>> fields) {
        var format = PictureFormat.sniff(bytes);
        if (format.isEmpty()) {
            refused(name, ApiException.field("upload", PictureProblem.NOT_A_PICTURE.text()));
            return;
        }
        requireRoom();
        JobId job = id.job(items.size());
        items.add(new Item(label(name), null, format.get(), fields, null));
        writes.begin(bytes.length, () -> pictures.put(account, job, bytes));
    }

    /** Returns when all pictures are stored, or throws what the first that could not be has thrown. None can be added after. */
    public void stored() {
        writes.await();
        writes.close();
    }

    /** Adds a picture that is to be fetched. */
    public void address(String url, Map<String, List<String>> fields) {
        requireRoom();
        items.add(new Item(null, url, null, fields, null));
    }

    /** Adds a picture that can't be read. */
    public void refused(String name, ApiException why) {
        requireRoom();
        items.add(new Item(label(name), null, null, Map.of(), why));
    }

    private void requireRoom() {
        if (items.size() == most) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "A batch holds at most " + most + " pictures.");
        }
    }

    /** Names only tell pictures apart: nothing is ever opened under them. */
    private static String label(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "");
        return visible.substring(Math.max(0, visible.length() - LONGEST_NAME));
    }

    /** Whose it is. */
    public AccountId account() {
        return account;
    }

    /** How many pictures it has, the refused among them. */
    public int size() {
        return items.size();
    }

    /** Forgets the pictures. */
    public void discard() {
        writes.close();
        for (int number = 0; number < items.size(); number++) {
            if (items.get(number).format() != null) {
                pictures.remove(account, id.job(number));
            }
        }
    }

    /** The fields that pictures have of their own. */
    public List<Map<String, List<String>>> fields() {
        return items.stream().map(Item::fields).toList();
    }

    BatchId id() {
        return id;
    }

    List<Item> items() {
        return items;
    }
}
