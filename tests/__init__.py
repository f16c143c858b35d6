"""Tests of WellLed Desktop."""
