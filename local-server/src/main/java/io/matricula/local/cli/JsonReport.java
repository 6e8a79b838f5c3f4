package io.matricula.local.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.matricula.recognition.Candidate;
import io.matricula.recognition.Plate;
import io.matricula.recognition.PlateCharacter;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.Timings;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Point;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One JSON object a line for programs, one line a picture; scores are 0..1, boxes and corners in pixels, times in milliseconds. */
final class JsonReport implements Report {
    private final JsonGenerator json;
    private final JsonVehicles vehicles;

    JsonReport(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        vehicles = new JsonVehicles(json);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void read(Path file, Recognition recognition) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeNumberField("width", recognition.width());
        json.writeNumberField("height", recognition.height());
        json.writeArrayFieldStart("plates");
        for (Plate plate : recognition.plates()) {
            write(plate);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("vehicles");
        for (Vehicle vehicle : recognition.vehicles()) {
            vehicles.write(vehicle);
        }
        json.writeEndArray();
        if (recognition.emptyReason() != null) {
            json.writeStringField("reason", recognition.emptyReason().name().toLowerCase(Locale.ROOT));
        }
        write(recognition.timings());
        endLine();
    }

    @Override
    public void unreadable(Path file, String why) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeStringField("error", why);
        endLine();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private void write(Plate plate) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", plate.reading().text());
        json.writeNumberField("score", rounded(plate.reading().score()));
        json.writeNumberField("detectionScore", rounded(plate.detectionScore()));
        json.writeFieldName("box");
        write(plate.box());
        writeCorners(plate);
        writeCandidates(plate.reading().candidates());
        writeRegions(plate.regions());
        writeCharacters(plate.reading().characters());
        if (plate.vehicle() != null) {
            json.writeFieldName("vehicle");
            vehicles.write(plate.vehicle());
        }
        json.writeEndObject();
    }

    private void writeCorners(Plate plate) throws IOException {
        json.writeArrayFieldStart("corners");
        write(plate.corners().topLeft());
        write(plate.corners().topRight());
        write(plate.corners().bottomRight());
        write(plate.corners().bottomLeft());
        json.writeEndArray();
    }

    private void writeCandidates(List<Candidate> candidates) throws IOException {
        json.writeArrayFieldStart("candidates");
        for (Candidate candidate : candidates) {
            json.writeStartObject();
            json.writeStringField("text", candidate.text());
            json.writeNumberField("score", rounded(candidate.score()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRegions(List<RegionCandidate> regions) throws IOException {
        json.writeArrayFieldStart("regions");
        for (RegionCandidate region : regions) {
            json.writeStartObject();
            json.writeStringField("code", region.code());
            json.writeNumberField("score", rounded(region.score()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCharacters(List<PlateCharacter> characters) throws IOException {
        json.writeArrayFieldStart("characters");
        for (PlateCharacter character : characters) {
            json.writeStartObject();
            json.writeStringField("symbol", character.symbol());
            json.writeNumberField("score", rounded(character.score()));
            json.writeFieldName("box");
            write(character.box());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(Box box) throws IOException {
        JsonVehicles.write(json, box);
    }

    private void write(Point point) throws IOException {
        json.writeStartArray();
        json.writeNumber(Math.round(point.x() * 10) / 10.0);
        json.writeNumber(Math.round(point.y() * 10) / 10.0);
        json.writeEndArray();
    }

    private void write(Timings timings) throws IOException {
        json.writeObjectFieldStart("milliseconds");
        json.writeNumberField("decode", milliseconds(timings.decode()));
        json.writeNumberField("detect", milliseconds(timings.detect()));
        json.writeNumberField("rectify", milliseconds(timings.rectify()));
        json.writeNumberField("read", milliseconds(timings.read()));
        json.writeNumberField("vehicles", milliseconds(timings.vehicles()));
        json.writeNumberField("describe", milliseconds(timings.describe()));
        json.writeNumberField("total", milliseconds(timings.total()));
        json.writeEndObject();
    }

    private static double milliseconds(long nanos) {
        return Math.round(nanos / 1e4) / 100.0;
    }

    static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
