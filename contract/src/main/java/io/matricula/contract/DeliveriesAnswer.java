package io.matricula.contract;

import java.util.List;

/** Attempts to deliver, newest first. */
public record DeliveriesAnswer(List<DeliveryAnswer> deliveries) {}
