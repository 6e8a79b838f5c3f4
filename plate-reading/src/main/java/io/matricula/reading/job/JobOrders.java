package io.matricula.reading.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.OptionsReader;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobPictureStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What jobs and their answers look like when they are stored: JSON. Safe for concurrent use. */
@ApplicationScoped
class JobOrders {
    private static final Logger LOG = Logger.getLogger(JobOrders.class);
    private final OptionsReader options;
    private final JobPictureStore pictures;
    private final ObjectMapper json;

    JobOrders(OptionsReader options, JobPictureStore pictures, ObjectMapper json) {
        this.options = options;
        this.pictures = pictures;
        this.json = json;
    }

    /** The order of a call, without its picture. */
    String write(AdmittedCall call, boolean mmc) {
        return json(JobOrder.of(call, mmc));
    }

    /**
     * The call that a job was made of.
     *
     * @throws IllegalStateException if its order can't be read, or its picture is gone
     */
    AdmittedCall call(Job job) {
        JobOrder order = order(job);
        byte[] bytes = order.pictureName() == null
                ? null
                : pictures.find(job.account(), job.id())
                        .orElseThrow(() -> new IllegalStateException("the picture of a job is missing"));
        var sent = order.submission(bytes);
        return new AdmittedCall(
                job.account(),
                sent,
                options.read(sent, order.mmc()),
                order.receivedAt(),
                order.admitted(job.account()),
                () -> {});
    }

    /** How a job's call was counted; empty if its order can't be read. */
    Optional<Admitted> counted(Job job) {
        try {
            return Optional.of(order(job).admitted(job.account()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "the call of job=%s can't be given back", job.id());
            return Optional.empty();
        }
    }

    JobOrder order(Job job) {
        try {
            return json.readValue(job.order(), JobOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the order of a job can't be read", e);
        }
    }

    String json(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order or answer of ours is no JSON", e);
        }
    }
}
