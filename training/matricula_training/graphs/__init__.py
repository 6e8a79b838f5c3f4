"""Exported graphs in other precisions: integers for processors, half floats for accelerators, and how well they still do."""
NETWORKS = ("detector", "reader", "vehicles", "attributes")
