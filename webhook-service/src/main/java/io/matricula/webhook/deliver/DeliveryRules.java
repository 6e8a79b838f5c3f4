package io.matricula.webhook.deliver;

import io.matricula.service.webhook.SwitchOffRule;
import java.util.random.RandomGenerator;

/** When to try again and when to give up. */
public record DeliveryRules(RetrySchedule retries, SwitchOffRule switchOff, RandomGenerator random) {}
