package io.matricula.local.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.ModelGuess;
import io.matricula.recognition.describe.VehicleDescription;
import io.matricula.recognition.geometry.Box;
import java.io.IOException;
import java.util.List;

/** Writes vehicles into a JSON report; what they look like only where it was asked for. */
record JsonVehicles(JsonGenerator json) {
    void write(Vehicle vehicle) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", VehicleWords.of(vehicle).type());
        json.writeNumberField("score", JsonReport.rounded(vehicle.score()));
        json.writeFieldName("box");
        write(json, vehicle.box());
        VehicleDescription described = vehicle.description();
        if (described != null) {
            writeModels(described.models());
            write("colours", described.colours());
            write("orientations", described.orientations());
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Box box) throws IOException {
        json.writeStartObject();
        json.writeNumberField("left", box.left());
        json.writeNumberField("top", box.top());
        json.writeNumberField("right", box.right());
        json.writeNumberField("bottom", box.bottom());
        json.writeEndObject();
    }

    private void writeModels(List<ModelGuess> models) throws IOException {
        json.writeArrayFieldStart("models");
        for (ModelGuess guess : models) {
            json.writeStartObject();
            json.writeStringField("make", guess.make());
            if (guess.model() != null) {
                json.writeStringField("model", guess.model());
            }
            json.writeNumberField("score", JsonReport.rounded(guess.score()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(String name, List<Guess> guesses) throws IOException {
        json.writeArrayFieldStart(name);
        for (Guess guess : guesses) {
            json.writeStartObject();
            json.writeStringField("name", guess.name());
            json.writeNumberField("score", JsonReport.rounded(guess.score()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
