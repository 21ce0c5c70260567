"""Each measures the project beside a peer, in one run."""
