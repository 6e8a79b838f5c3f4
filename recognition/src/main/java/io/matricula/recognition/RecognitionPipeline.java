package io.matricula.recognition;

import io.matricula.recognition.detect.Detection;
import io.matricula.recognition.detect.Effort;
import io.matricula.recognition.detect.VehicleDetection;
import io.matricula.recognition.detect.Views;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.image.Pixels;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Decoded;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.read.DecodingOptions;
import io.matricula.recognition.read.DecodingRules;
import io.matricula.recognition.read.PlateReader.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Decode, detect, rectify, read, filter, describe: the way of a picture through the stages. */
final class RecognitionPipeline implements PlateRecognizer {
    /** Detections that much below the threshold are noted, so that an empty answer can tell why. */
    private static final double NOTICED = 0.5;

    private final PictureDecoder decoder;

    private final Networks networks;
    private final Device device;
    /** Recognitions share it for reading, closing takes it for writing. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    RecognitionPipeline(PictureDecoder decoder, Networks networks, Device device) {
        this.decoder = decoder;
        this.networks = networks;
        this.device = device;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Recognition recognize(byte[] bytes, RecognitionOptions options) throws PictureException {
        long start = System.nanoTime();
        enter();
        try (Picture picture = decoder.decode(bytes);
                Views views = networks.views().of(picture)) {
            return recognize(picture, views, options, start, System.nanoTime() - start);
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public Recognition recognize(Pixels pixels, RecognitionOptions options) {
        long start = System.nanoTime();
        enter();
        try (Picture picture = decoder.view(pixels);
                Views views = networks.views().of(picture)) {
            return recognize(picture, views, options, start, 0);
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                networks.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private void enter() {
        open.readLock().lock();
        if (closed) {
            open.readLock().unlock();
            throw new IllegalStateException("The recognizer is closed");
        }
    }

    private Recognition recognize(Picture picture, Views views, RecognitionOptions options, long start, long decoding) {
        DecodingRules rules = networks.decoder()
                .rules(new DecodingOptions(options.regions(), options.strictRegion(), options.textFormats()));
        PlateFilter filter = new PlateFilter(options);
        long vehicleStart = System.nanoTime();
        List<VehicleDetection> vehicles = networks.vehicles(views);
        long detectStart = System.nanoTime();
        List<Detection> detections = detect(views, vehicles, options, filter);
        long detectEnd = System.nanoTime();
        List<Corners> corners = detections.stream().map(Detection::corners).toList();
        Readings readings = networks.reader().read(picture, corners, rules);
        List<Plate> distinct = filter.distinct(plates(picture, detections, readings, filter));
        Traffic matched = networks.findsVehicles()
                ? Traffic.of(distinct, vehicles.stream().map(networks::vehicle).toList(), filter)
                : new Traffic(List.copyOf(distinct), List.of());
        long describeStart = System.nanoTime();
        Traffic traffic = networks.described(matched, picture, vehicles, options);
        long end = System.nanoTime();
        Timings timings = new Timings(
                decoding,
                detectEnd - detectStart,
                readings.rectifying(),
                readings.reading(),
                detectStart - vehicleStart,
                end - describeStart,
                end - start);
        EmptyReason reason = traffic.plates().isEmpty()
                ? filter.emptyReason(
                        networks.findsVehicles() && traffic.vehicles().isEmpty())
                : null;
        return new Recognition(
                picture.width(),
                picture.height(),
                traffic.plates(),
                traffic.vehicles(),
                reason,
                timings,
                rules.unknownRegions());
    }

    private List<Detection> detect(
            Views views, List<VehicleDetection> vehicles, RecognitionOptions options, PlateFilter filter) {
        Effort effort =
                switch (options.mode()) {
                    case NORMAL -> Effort.NORMAL;
                    case FAST -> Effort.FAST;
                    case REDACTION -> Effort.THOROUGH;
                };
        List<Detection> found =
                networks.detector().find(views, vehicles, effort, filter.detectionThreshold() * NOTICED);
        return found.stream()
                .filter(each -> filter.keepsDetection(each.score(), each.box()))
                .toList();
    }

    private List<Plate> plates(Picture picture, List<Detection> detections, Readings readings, PlateFilter filter) {
        List<Plate> plates = new ArrayList<>();
        for (int at = 0; at < detections.size(); at++) {
            Detection detection = detections.get(at);
            Decoded decoded = readings.plates().get(at);
            Reading reading = reading(picture, detection, decoded);
            if (filter.keepsReading(reading, decoded.rejectedBy() == null)) {
                plates.add(new Plate(
                        detection.box(), detection.corners(), detection.score(), reading, regions(decoded), null));
            }
        }
        return plates;
    }

    private Reading reading(Picture picture, Detection detection, Decoded decoded) {
        ReadingScale scale = ReadingScale.of(detection.score());
        List<Box> boxes = networks.reader()
                .places(detection.corners())
                .boxes(decoded.characters(), picture.width(), picture.height());
        List<PlateCharacter> characters = new ArrayList<>();
        for (int at = 0; at < boxes.size(); at++) {
            DecodedCharacter character = decoded.characters().get(at);
            characters.add(new PlateCharacter(character.symbol(), character.score(), boxes.get(at)));
        }
        List<Candidate> candidates = decoded.candidates().stream()
                .map(candidate -> new Candidate(candidate.text(), scale.score(candidate.score())))
                .toList();
        return new Reading(decoded.text(), scale.score(decoded.score()), candidates, List.copyOf(characters));
    }

    private static List<RegionCandidate> regions(Decoded decoded) {
        return decoded.regions().stream()
                .map(region -> new RegionCandidate(region.code(), region.score()))
                .toList();
    }
}
