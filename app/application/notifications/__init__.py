"""Notifications: reading and choosing, delivering, streaming, and looking for what is due."""
