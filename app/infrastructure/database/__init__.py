"""The database: one module per feature, holding its rows and its repository."""
