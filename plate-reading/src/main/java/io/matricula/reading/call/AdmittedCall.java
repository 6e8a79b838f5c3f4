package io.matricula.reading.call;

import io.matricula.reading.picture.Submission;
import io.matricula.service.account.AccountId;
import io.matricula.service.admission.AdmissionResult.Admitted;
import java.time.Instant;

/**
 * A call whose fields were checked and that was counted; its picture may still have to be fetched.
 *
 * @param durable returns when the count is durable, which has to be waited for before the call is answered
 */
public record AdmittedCall(
        AccountId account, Submission sent, ReadOptions asked, Instant received, Admitted admitted, Runnable durable) {}
