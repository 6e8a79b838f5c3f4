"""Training of Matricula's models: plate detector, plate reader and vehicle networks."""
