package io.matricula.recognition;

import java.util.List;

/**
 * What stands on a plate: upper-case text without separators, top row first; empty if nothing could be read.
 *
 * @param score 0..1, rises with the probability that this is a plate and its whole text right; from 0.9 on that probability itself
 * @param candidates best first; the first is this text with this score, so the list is empty only if the text is
 * @param characters the characters of the text in order
 */
public record Reading(String text, double score, List<Candidate> candidates, List<PlateCharacter> characters) {}
