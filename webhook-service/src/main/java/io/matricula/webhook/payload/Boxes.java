package io.matricula.webhook.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds and moves the coordinates in an answer, in whichever shape: boxes have {@code xmin}, {@code ymin}, {@code xmax} and
 * {@code ymax}, corners {@code x} and {@code y}. A box of zeros stands for none and stays.
 */
final class Boxes {
    private Boxes() {}

    /** What all vehicles and plates of an answer cover together; empty if there is no vehicle among them. */
    static Optional<Area> aroundVehicles(JsonNode data) {
        JsonNode results = data.path("results");
        boolean vehicles = elements(results)
                .map(result -> area(result.path("vehicle").path("box")))
                .anyMatch(box -> !box.isEmpty());
        return vehicles ? all(results).reduce(Area::with) : Optional.empty();
    }

    /** All boxes at and below a node but those that stand for none. */
    private static Stream<Area> all(JsonNode node) {
        Stream<Area> below = elements(node).flatMap(Boxes::all);
        Area here = area(node);
        return here.isEmpty() ? below : Stream.concat(Stream.of(here), below);
    }

    /** Moves every box and corner at and below a node. */
    static void move(JsonNode node, int right, int down) {
        if (node instanceof ObjectNode object) {
            if (!area(object).isEmpty()) {
                add(object, "xmin", right);
                add(object, "xmax", right);
                add(object, "ymin", down);
                add(object, "ymax", down);
            } else if (object.size() == 2 && object.has("x") && object.has("y")) {
                object.put("x", object.get("x").asDouble() + right);
                object.put("y", object.get("y").asDouble() + down);
            }
        }
        node.forEach(child -> move(child, right, down));
    }

    private static void add(ObjectNode box, String field, int pixels) {
        box.put(field, box.get(field).asInt() + pixels);
    }

    private static Area area(JsonNode box) {
        return new Area(
                box.path("xmin").asInt(),
                box.path("ymin").asInt(),
                box.path("xmax").asInt(),
                box.path("ymax").asInt());
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
