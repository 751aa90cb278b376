"""Differences planted one by one into parallel sentences, to measure what a comparison of versions finds.

Its word lists are its own: what looks for differences shares none of them.
"""
