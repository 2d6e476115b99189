"""Text from untrusted files. `extractor` runs in the service, everything else only in a limited child process."""
