package io.matricula.contract;

import java.util.List;

/**
 * What is known of a plate without or with a vehicle. Each list is best first and has one to three values.
 *
 * @param plate texts, lower-case letters and digits
 * @param region codes such as {@code us-ca}
 */
public record PlateProps(List<PropGuess> plate, List<PropGuess> region) {}
