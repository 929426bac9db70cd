"""Keeps the time: rings at the hours of the timetable. What is due stands in the tables."""
