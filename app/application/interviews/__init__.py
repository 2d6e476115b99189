"""Interview preparations: what users do with them (`service`), and the work behind (`runner`, `wording`)."""
