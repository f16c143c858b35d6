"""Triangulation: which source each thing held on a prompt comes from, and advice on what rests on too little. Pure."""
