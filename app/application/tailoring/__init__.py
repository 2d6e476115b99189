"""Tailoring sessions: what users do in them (`service`), the work behind (`runner`), and talk (`chat`)."""
