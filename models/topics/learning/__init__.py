"""Learns the weights of the topics and of the cries from the texts in texts/: python -m bot train."""
