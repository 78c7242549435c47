"""Asks other sites whether the addresses that are linked still answer; only on demand."""
