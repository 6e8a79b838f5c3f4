"""The vehicle networks: where vehicles are and of which type; make, model, colour and orientation of one vehicle."""

TYPES = ("Big Truck", "Bus", "Motorcycle", "Pickup Truck", "Sedan", "SUV", "Van")
COLOURS = ("black", "blue", "brown", "green", "red", "silver", "white", "yellow")
ORIENTATIONS = ("Front", "Rear")
