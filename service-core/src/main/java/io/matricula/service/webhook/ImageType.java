package io.matricula.service.webhook;

/** Which picture goes with an event. */
public enum ImageType {
    /** None: the event is sent as JSON. */
    NONE,
    /** The picture that was read. */
    ORIGINAL,
    /** The part of it that shows the vehicles; the whole picture where none was found. */
    VEHICLE
}
