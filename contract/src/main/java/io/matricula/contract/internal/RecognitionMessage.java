package io.matricula.contract.internal;

import io.matricula.contract.RecognitionRequest;

/** What a worker is asked: what to look for, and the encoded picture. The picture is not copied; nobody changes it. */
public record RecognitionMessage(RecognitionRequest request, byte[] picture) {}
