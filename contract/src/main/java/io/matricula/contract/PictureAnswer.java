package io.matricula.contract;

/** What a good call of the plate reader is answered with. */
public sealed interface PictureAnswer permits PlateReaderAnswer, VehicleReaderAnswer {}
