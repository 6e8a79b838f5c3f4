package io.matricula.gateway.platereader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.QuotaHeaders;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.Account;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.Idempotency;
import io.matricula.service.idempotency.IdempotencyKey;
import io.matricula.service.idempotency.OnceResult;
import io.matricula.service.idempotency.OnceResult.Answer;
import io.matricula.service.idempotency.OnceResult.StillRunning;
import io.matricula.service.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that is repeated under its {@code Idempotency-Key} from the first answer, so that the picture is read and
 * counted once, however often a client on a bad line sends it.
 */
@ApplicationScoped
public class RepeatedReading {
    private static final String HEADER = "Idempotency-Key";

    private final Idempotency idempotency;
    private final Admission admission;
    private final ObjectMapper json;
    private final Clock clock;

    RepeatedReading(Idempotency idempotency, Admission admission, ObjectMapper json, Clock clock) {
        this.idempotency = idempotency;
        this.admission = admission;
        this.clock = clock;
        this.json = json;
    }

    /**
     * The first answer, with {@code Idempotent-Replayed: true} where it is repeated, or what {@code work} answers.
     *
     * @param key as the client sent it, null for a request that shall simply be done
     * @param work throws on what it can't do; the same request may then be tried anew
     */
    Response answer(Account account, @Nullable String key, Submission sent, Supplier<Response> work) {
        return key == null ? work.get() : answer(account, key, Fingerprint.of(sent), work);
    }

    /**
     * The same for a request of any kind.
     *
     * @param fingerprint differs for requests that say something else
     */
    public Response answer(Account account, @Nullable String key, String fingerprint, Supplier<Response> work) {
        if (key == null) {
            return work.get();
        }
        var first = new AtomicReference<@Nullable Response>();
        OnceResult result = idempotency.once(keyOf(account, key), fingerprint, () -> {
            Response response = work.get();
            first.set(response);
            return new StoredAnswer(response.getStatus(), write(response.getEntity()));
        });
        Response done = first.get();
        return done == null ? repeated(account, result) : done;
    }

    private Response repeated(Account account, OnceResult result) {
        if (result instanceof Answer answer) {
            var response = Response.status(answer.answer().status())
                    .entity(answer.answer().body())
                    .type(MediaType.APPLICATION_JSON)
                    .header("Idempotent-Replayed", "true");
            // As the account stands now, not as it stood at the first answer.
            QuotaHeaders.of(admission.quotaOf(account, clock.instant())).forEach(response::header);
            return response.build();
        } else if (result instanceof StillRunning running) {
            throw ApiException.retry(ApiError.STILL_RUNNING, running.retryAfter());
        }
        throw ApiException.of(ApiError.KEY_OF_OTHER_REQUEST);
    }

    private static IdempotencyKey keyOf(Account account, String key) {
        try {
            return new IdempotencyKey(account.id(), key.strip());
        } catch (IllegalArgumentException e) {
            throw ApiException.field(HEADER, "1 to 255 printable ASCII characters without blanks are required.");
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is no JSON", e);
        }
    }
}
