"""What JobWise knows: entities, rules and the text engines. Standard library only (see docs/adr)."""
